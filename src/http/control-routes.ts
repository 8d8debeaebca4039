import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { StoryTime } from '../life/story-time.ts'
import { Refusal, refuse } from '../model/refusal.ts'
import { XmlElement } from '../wire/xml-element.ts'
import { sendReady } from './answer.ts'
import type { House } from './house.ts'
import { orderOutcome } from './outcomes.ts'
import { reading } from './request-path.ts'
import { Work } from './work.ts'

/** Adds what only a mock has. Bodies are JSON, nothing needs a logon. */
export function addControlRoutes(server: FastifyInstance, house: House): void {
  const time = new StoryTime(house.world)
  const work = new Work(house.world)
  const add = (method: string | string[], url: string, handle: (body: Members) => object) =>
    server.route({
      method,
      url: `/_mock/${url}`,
      handler: (request, reply) => answer(house, request, reply, handle),
    })
  add(reading, 'health', () => ({ status: 'ok' }))
  add(reading, 'clock', () => time.read())
  add('PUT', 'clock', (body) => {
    const { rate } = only(body, 'mode', 'rate', 'now')
    return time.set({ mode: textIn(body, 'mode'), rate: rate as number, now: textIn(body, 'now') })
  })
  add('POST', 'clock/advance', (body) => time.advance(textIn(only(body, 'by'), 'by') ?? ''))
  add(reading, 'work', () => work.read())
  add('PUT', 'work', (body) => {
    const { reads } = only(body, 'moves', 'reads', 'job')
    return work.set({
      moves: textIn(body, 'moves'),
      reads: reads as number | undefined,
      job: textIn(body, 'job'),
    })
  })
  add('POST', 'work/step', (body) => work.step(textIn(only(body, 'job'), 'job')))
  add('POST', 'outcomes', (body) => {
    const { times } = only(body, 'job', 'object', 'result', 'reason', 'times')
    const words = Object.fromEntries(
      ['job', 'object', 'result', 'reason'].map((name) => [name, textIn(body, name)]),
    )
    return orderOutcome(house.world, { ...words, times: times as number | undefined })
  })
  add('POST', 'clock/next', (body) => {
    only(body)
    return time.next()
  })
}

type Members = Readonly<Record<string, unknown>>

function answer(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  handle: (body: Members) => object,
): void {
  const { status, content } = outcomeOf(request, handle)
  sendReady(house, request, reply, {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: Buffer.from(JSON.stringify(content)),
  })
}

/** Unlike EM's own, errors here are JSON whatever is accepted. */
function outcomeOf(request: FastifyRequest, handle: (body: Members) => object) {
  try {
    return { status: 200, content: handle(bodyOf(request)) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { status: error.status, content: { message: error.message } }
  }
}

function bodyOf({ body }: FastifyRequest): Members {
  if (body === undefined || body === null) return {}
  if (typeof body === 'object' && !Array.isArray(body) && !(body instanceof XmlElement))
    return body as Members
  throw refuse.badRequest('A JSON object is expected as the body, such as {"by":"PT2H"}.')
}

/** The body, if it has no members but these; a misspelt one would do nothing. Throws a 400 refusal otherwise. */
function only(body: Members, ...known: readonly string[]): Members {
  const stray = Object.keys(body).find((name) => !known.includes(name))
  if (stray === undefined) return body
  const members =
    known.length === 0 ? 'no members are expected' : `the members are ${known.join(', ')}`
  throw refuse.badRequest(`Found "${stray.slice(0, 100)}"; ${members}.`)
}

function textIn(body: Members, name: string): string | undefined {
  const value = body[name]
  if (value === undefined || typeof value === 'string') return value
  throw refuse.badRequest(`Found ${JSON.stringify(value).slice(0, 100)} as ${name}; it is a text.`)
}
