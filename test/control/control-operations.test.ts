import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { holesOf } from '../../src/control/argument.ts'
import { controlOperations } from '../../src/control/control-operations.ts'
import type { Example } from '../../src/control/example.ts'
import type { UncheckedOptions } from '../../src/config/options.ts'
import { HeldServer } from '../../src/embed/enterprise-manager.ts'
import { placeOf } from '../../src/embed/placed.ts'
import { check } from '../../src/json-schema/check.ts'
import { string } from '../../src/json-schema/shape.ts'
import { Authority } from '../../src/tls/authority.ts'
import { control } from '../support/deeds.ts'
import { openEm, type Em } from '../support/em.ts'
import { callOn, doExample, givenOf, requestOf, type Call } from '../support/example-calls.ts'

// What only a mock is asked is reached over HTTP and in process, and the two never differ.

const open = (options: UncheckedOptions = {}) =>
  openEm({ scenario: 'docs', now: '2026-01-15T08:00:00Z', clock: 'frozen', ...options })

/** Of all servers here: with one each, they would have keys that differ. */
const authority = new Authority({ folder: undefined, names: [], tell: () => undefined })

/** A server as examples have it. */
async function openFor({ worlds = [] }: Example) {
  const em = await open()
  em.worlds.authority = authority
  await em.ask('GET /api/jobs', { token: await em.logOn() })
  for (const name of worlds) em.worlds.named(name)
  return em
}

describe.each(controlOperations.map((operation) => [operation.name, operation] as const))('%s', (_, operation) => {
  it('is called by an example of its shapes', () => {
    const { path, holes = {}, parameters = {}, body, example } = operation
    expect(Object.keys(example.path ?? {}).toSorted()).toEqual(holesOf(path).toSorted())
    expect(Object.keys(parameters)).toEqual(expect.arrayContaining(Object.keys(example.parameters ?? {})))
    const shapes = { ...holes, ...parameters }
    for (const [name, value] of Object.entries({ ...example.path, ...example.parameters }))
      expect(check(value, shapes[name] ?? string()), name).toBeUndefined()
    if (body === undefined) expect(example.body ?? example.sends).toBeUndefined()
    else if (example.sends === undefined) expect(check(example.body, body)).toBeUndefined()
    else expect(example.after).toContain(example.sends)
  })

  it('answers it the same over HTTP and in process', async () => {
    const [asked, held] = [await openFor(operation.example), await openFor(operation.example)]
    const handle = handleOf(held)
    const answer = await doExample(operation, (call) => askOf(asked, call))
    const given = await doExample(operation, (call) => callOn(handle, call))
    expect(asJson(given)).toEqual(asJson(givenOf(operation, answer)))
  })
})

/** What is answered over HTTP, of the media type that the operation says; `ask` holds it to its shape. */
async function askOf(em: Em, { operation, body }: Call): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const answer = await em.ask(requestOf(operation), {
    ...(body !== undefined && { headers, body: JSON.stringify(body) }),
  })
  expect([answer.status, answer.body]).toEqual([200, expect.anything()])
  const type = 'mediaType' in operation.answer ? operation.answer.mediaType : undefined
  expect(String(answer.headers['content-type']).split(';')[0]).toBe(type ?? 'application/json')
  return type === undefined ? JSON.parse(answer.body) : answer.body
}

const asJson = (value: unknown): unknown => (value === undefined ? value : JSON.parse(JSON.stringify(value)))

/** What a program holds of a server, which listens nowhere here. */
function handleOf({ worlds, close }: Em): HeldServer {
  return new HeldServer({
    worlds,
    url: 'http://localhost:9399',
    httpUrl: undefined,
    httpsUrl: undefined,
    token: undefined,
    scenario: worlds.main.baseline.scenario,
    seed: worlds.main.simulation.chance.seed,
    now: worlds.main.simulation.clock.now().toString(),
    ready: '',
    close: async () => void (await close()),
    stopped: Promise.resolve(),
  })
}

it('have places of their own on the handle', () => {
  const own = controlOperations.map(placeOf).filter(({ isElsewhere }) => isElsewhere !== true)
  expect(new Set(own.map(({ at }) => at)).size).toBe(own.length)
})

it('refuse in process as over HTTP', async () => {
  const em = await open({ httpsPort: 'off' })
  const { status, body } = await em.ask('GET /_mock/ca.pem')
  const { message } = JSON.parse(body) as { readonly message: string }
  expect([status, message]).toEqual([404, expect.stringContaining('HTTPS is off')])
  await expect(handleOf(em).ca()).rejects.toThrow(message)
})

it('are described by a valid OpenAPI document, the events among them', async () => {
  const em = await open()
  const document = JSON.parse((await em.ask('GET /_mock/control.json')).body) as {
    paths: Record<string, Record<string, { operationId: string }>>
  }
  const { valid, errors } = await new Validator().validate(structuredClone(document))
  expect([errors ?? [], valid]).toEqual([[], true])
  const ids = Object.values(document.paths).flatMap((each) => Object.values(each).map(({ operationId }) => operationId))
  expect(ids.toSorted()).toEqual([...controlOperations.map(({ name }) => name), 'listen'].toSorted())
})

it.each([
  ['application/json', '{"by":', 400, 'body:1:7: this is not JSON: ValueExpected.'],
  ['text/plain', 'PT2H', 415, 'Send application/json.'],
  ['application/xml', '<by>PT2H</by>', 415, 'Send application/json.'],
])('say in JSON what is wrong with a body of %s', async (type, body, status, says) => {
  const em = await open()
  const answer = await em.ask('POST /_mock/clock/advance', { headers: { 'content-type': type }, body })
  expect([answer.status, JSON.parse(answer.body)]).toEqual([
    status,
    { message: expect.stringContaining(says) as string },
  ])
})

describe('refuse alike what no body of theirs has', () => {
  const shaped = controlOperations.filter(({ isText, body }) => isText !== true && body?.kind !== 'record')
  it.each(shaped.map(({ name, method, path }) => [name, `${method} /_mock/${path}`]))('%s', async (_, request) => {
    const em = await open()
    const answer = await control(em, request.replaceAll(/\{\w+\}/g, 'some'), { strange: 1 })
    if (request.startsWith('GET')) return
    expect([answer.status, answer.body]).toEqual([400, expect.stringContaining('strange')])
  })
})

describe('the entities of a type are asked as /api/query is', () => {
  it.each([
    ['Job?filter=Name=="Backup Job 1"', ['Backup Job 1'], 1],
    ['Job?sortDesc=Name&pageSize=1&page=2', ['vCD Backup Job 1'], 8],
    ['Job?sortAsc=Name&pageSize=2', ['Backup Job 1', 'Backup Job 2'], 8],
    ['Job?page=9&pageSize=1', [], 8],
  ])('%s', async (path, names, total) => {
    const em = await open()
    const { body } = await em.ask(`GET /_mock/entities/${encodeURI(path)}`)
    const told = JSON.parse(body) as { entities: { name: string }[]; total: number }
    expect([told.entities.map(({ name }) => name), told.total]).toEqual([names, total])
  })
})

it.each([
  ['GET counts?wolrd=x', 'Found the parameter "wolrd"; GET /_mock/counts reads none.'],
  ['GET entities/Job?filtre=x', 'reads filter, sortAsc, sortDesc, page, pageSize. Did you mean filter?'],
  ['GET entities/Job?filter=Naem==x', 'Did you mean Name?'],
  ['GET requests?pagesise=2', 'Did you mean pageSize?'],
  ['GET openapi.json?dialekt=v13', 'Did you mean dialect?'],
])('%s is refused: %s', async (request, says) => {
  const em = await open()
  const answer = await em.ask(request.replace(' ', ' /_mock/'))
  const { message } = JSON.parse(answer.body) as { readonly message: string }
  expect([answer.status, message]).toEqual([400, expect.stringContaining(says)])
}) // prettier-ignore
