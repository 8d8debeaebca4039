import type { FastifyRequest } from 'fastify'
import { carryOut, doingOf, placesOf, type Action, type Doing, type Done } from '../../simulation/core/action.ts'
import { actions } from '../../simulation/actions.ts'
import { findRow } from '../../simulation/core/find-row.ts'
import { openTask } from '../../simulation/core/task.ts'
import { errors } from '../../model/api-error.ts'
import { quoteBriefly } from '../../text/quote-briefly.ts'
import type { Resource } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import { task } from '../../resources/index.ts'
import type { Answer } from '../../wire/answer.ts'
import { mediaTypeOf } from '../../wire/accept.ts'
import { Oddities } from '../../wire/oddities.ts'
import { readBody } from '../../wire/read-body.ts'
import { UnreadableBody } from '../request/bodies.ts'
import { valueOfParameter } from '../../query/parameters.ts'
import { permit, permitEdition, permitNoTenant } from '../../worlds/permit.ts'
import { readKey } from './read-id.ts'
import { sessionFirst, tenantRoute, unreadBut, type SessionContext } from '../request/request-path.ts'
import { refuseMissingRow } from './row-of.ts'
import { refuseUnread } from '../request/strict.ts'
import { permitRow } from './view.ts'
import type { Routes } from './routes.ts'

/** What a route may be asked to do, and by which `?action=`. */
interface Choice {
  readonly word: string | undefined
  readonly action: Action
}

/** Adds everything that a client may have done: a route for each method and path, which `?action=` divides. */
export function addActionRoutes(routes: Routes): void {
  const divided = new Map<string, { method: string; url: string; choices: Choice[] }>()
  for (const action of actions)
    for (const { path, word } of placesOf(action)) {
      const url = `/api${path.replace('{filepath}', '*').replace(/\{(\w+)\}/g, ':$1')}`
      const key = `${action.method} ${url.toLowerCase()}`
      const route = divided.get(key) ?? { method: action.method, url, choices: [] }
      route.choices.push({ word, action })
      divided.set(key, route)
    }
  for (const { method, url, choices } of divided.values())
    routes.route({
      method,
      url,
      config: { contract: { kind: 'actions', choices } },
      onRequest: sessionFirst,
      handler: tenantRoute((context) => act(context, choices)),
    })
}

function act(context: SessionContext, choices: readonly Choice[]): Answer {
  const { world, session, request } = context
  const action = chosen(context, choices)
  const own = (action.parameters ?? []).map((name) => name.toLowerCase())
  context.unread = unreadBut(context.parameters, 'action', ...own)
  refuseUnread(context)
  if (action.tenantsToo !== true) permitNoTenant(session)
  if (session.tenant === undefined) permit(session, action.onlyFor ?? ['Portal Administrator'])
  permitEdition(world)
  if (request.method === 'DELETE') world.memoryGuard.freed()
  else world.memoryGuard.afford(world, `${request.method} ${quoteBriefly(request.url)}`)
  const keys = { ...keysOf(context, action), ...parametersOf(context, action) }
  const odd = new Oddities(world.settings.strict)
  const body = bodyOf(request, action, odd)
  const doing = doingOf(world.simulation, session.id, keys, body, odd.passOver)
  const answer =
    action.task === undefined ? answerOf(context, action, carryOut(action, doing)) : taskAnswer(context, action, doing)
  context.unread = [...context.unread, ...odd.paths]
  return answer
}

function taskAnswer({ world }: SessionContext, action: Action, doing: Doing): Answer {
  action.check?.(doing)
  return rowAnswer(task, openTask(world.simulation, action, doing), action.status ?? 202)
}

function bodyOf({ body, headers }: FastifyRequest, action: Action, odd: Oddities): unknown {
  if (action.body === undefined) return undefined
  if (body instanceof UnreadableBody) throw body.error
  return readBody(body, action.body, mediaTypeOf(headers.accept) === 'json', odd)
}

function parametersOf({ parameters }: SessionContext, action: Action): Doing['keys'] {
  const given = (action.parameters ?? []).map((name) => [name, valueOfParameter(parameters, name.toLowerCase())])
  return Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Doing['keys']
}

/** What `?action=` says. Throws a 400 ApiError that lists what may be said. */
function chosen({ parameters, request }: SessionContext, choices: readonly Choice[]): Action {
  // As the real server does: a slash may stand after it (documented).
  const given = valueOfParameter(parameters, 'action')?.toLowerCase().replace(/\/+$/, '')
  // As em_rest has it for jobs: an edit may be called so.
  const asked = request.method === 'PUT' && given === 'edit' ? undefined : given
  const found = choices.find(({ word }) => word?.toLowerCase() === asked)
  if (found !== undefined) return found.action
  const known = choices.map(({ word }) => (word === undefined ? 'none' : `?action=${word}`))
  throw errors.badRequest(
    `Found ${asked === undefined ? 'no action' : `?action=${asked.slice(0, 100)}`}; expected ${known.join(', ')}.`,
  )
}

/** What stands in the path: of what is known to be a resource, the key of a row that is there. */
function keysOf(context: SessionContext, { statusIfGone }: Action): Doing['keys'] {
  const { world, request, session } = context
  const { simulation } = world
  const keys: Record<string, string> = {}
  for (const [hole, given] of Object.entries(request.params as Readonly<Record<string, string>>)) {
    const resource = simulation.store.register.find(hole)
    if (resource === undefined) {
      keys[hole === '*' ? 'filepath' : hole] = given
      continue
    }
    const key = readKey(given, resource)
    const row = findRow(simulation, resource, key, { keys, logon: session.id })
    if (row === undefined) throw refuseMissingRow(world, resource, key, statusIfGone)
    permitRow(context, resource, row)
    keys[resource.name] = key
  }
  return keys
}

function answerOf({ base }: SessionContext, action: Action, { value, made = '' }: Done): Answer {
  const { document, status } = action
  if (document !== undefined) return { kind: 'document', ...document, value, status: status ?? 200 }
  if (status === 201) return { kind: 'nothing', status, headers: { Location: base + made } }
  return { kind: 'nothing', status: 204 }
}

const rowAnswer = (resource: Resource, row: Row, status: number): Answer & { kind: 'row' } => ({
  kind: 'row',
  row: { resource, form: 'entity', rows: [row] },
  status,
})
