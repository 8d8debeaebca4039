import { lookAt } from '../../simulation/core/progress.ts'
import type { Collection, Resource } from '../../model/resource.ts'
import type { Row, Shape } from '../../model/shape.ts'
import { resources } from '../../resources/index.ts'
import { runQuery } from '../../query/run-query.ts'
import { every, memberIs, under } from '../../query/selection.ts'
import { inWindow } from '../../query/window.ts'
import { listShape } from '../../wire/documents.ts'
import type { Answer } from '../../wire/answer.ts'
import type { Form } from '../../wire/representation.ts'
import { entityRoute } from './entity-route.ts'
import { sessionRoute, tenantRoute, unreadBut, type SessionContext, reading } from '../request/request-path.ts'
import { valueOfParameter } from '../../query/parameters.ts'
import type { ResponseContract } from '../../openapi/response-contract.ts'
import { permit } from '../../worlds/permit.ts'
import { resourceAt, rowOf, type Found } from './row-of.ts'
import { ownOnly, ownRows, permitRow } from './view.ts'
import type { Routes } from './routes.ts'

/** Adds the reading routes of every definition: its collections, and the entity itself. */
export function addResourceRoutes(routes: Routes): void {
  const all: readonly Resource[] = resources
  const own = new Set(all.map(({ path }) => path))
  for (const resource of all) {
    const { path, aliases = [], collections } = resource
    for (const collection of collections) addCollection(routes, resource, collection)
    const others = all.filter((other) => other.aliases?.includes(path))
    addOne(routes, path, [resource, ...others])
    for (const alias of aliases) if (!own.has(alias)) addOne(routes, alias, [resource])
  }
}

/** @param found what is found under the path, that which has it for its own first. */
function addOne(routes: Routes, path: string, found: Found): void {
  read(routes, entityRoute({ path }), found[0], { kind: 'row', resources: found }, (context) => {
    const resource = resourceAt(context, found)
    permit(context.session, resource.onlyFor)
    return describeOne(context, resource)
  })
}

const read = (
  routes: Routes,
  url: string,
  { keyless, ofLogon, tenant }: Resource,
  contract: ResponseContract,
  handle: (context: SessionContext) => Answer,
) => {
  const answer = (context: SessionContext) => {
    if (keyless === undefined) context.unread = unreadBut(context.parameters, 'format')
    return handle(context)
  }
  routes.route({
    method: reading,
    url,
    config: { contract },
    handler: tenant === undefined && ofLogon !== true ? sessionRoute(answer) : tenantRoute(answer),
  })
}

function addCollection(routes: Routes, resource: Resource, collection: Collection): void {
  const role = /\{(\w+)\}/.exec(collection.path)?.[1]
  const parent = role === undefined ? undefined : parentOf(resource, collection, role)
  const url = `/api${collection.path.replace(/\{\w+\}/, ':id')}`
  read(routes, url, resource, { kind: 'rows', resource }, (context) => {
    permit(context.session, resource.onlyFor)
    permit(context.session, collection.onlyFor)
    const above =
      parent === undefined || role === undefined
        ? undefined
        : { role, id: permitRow(context, parent, rowOf(context, parent)).id }
    const rows = rowsOf(context, resource, collection, above)
    return listAnswer(resource, formOf(context), ownRows(context, resource, rows))
  })
}

function parentOf({ name, up }: Resource, { related }: Collection, role: string): Resource {
  const type = related === true ? role : up[role]
  const parent = resources.find((resource) => resource.name === type)
  if (parent === undefined) throw new Error(`${name} has a collection under ${role}, which is no resource.`)
  return parent
}

function rowsOf(
  { world: { simulation }, session }: SessionContext,
  resource: Resource,
  { where, windowed, related }: Collection,
  parent: { readonly role: string; readonly id: string } | undefined,
): readonly Row[] {
  const table = simulation.store.table(resource.name)
  const selection = every([
    ownOnly(resource, session),
    parent && related !== true ? under(parent.role, parent.id) : undefined,
    where && memberIs(resource, where),
    windowed && inWindow(resource, simulation.clock.now()),
  ])
  // Collections by path are whole: no example shows paging there, and no page gives them a pageSize.
  const pageSize = Math.max(1, table.size)
  const { rows } = runQuery(table, { selection, order: [], page: 1, pageSize })
  return parent === undefined || related !== true
    ? rows
    : rows.filter((row) => row.related?.[parent.role]?.includes(parent.id))
}

function listAnswer(resource: Resource, form: Form, rows: readonly Row[]): Answer {
  const { name, shape } = rootOf(resource, form)
  return { kind: 'document', name, shape, value: rows.length, rows: { resource, form, rows } }
}

const roots = new Map<string, { readonly name: string; readonly shape: Shape }>()

function rootOf(resource: Resource, form: Form): { readonly name: string; readonly shape: Shape } {
  const key = form === 'entity' || resource.keyless !== undefined ? resource.plural : ''
  let root = roots.get(key)
  if (root === undefined) roots.set(key, (root = listShape(resource, form)))
  return root
}

function describeOne(context: SessionContext, resource: Resource): Answer {
  const row = permitRow(context, resource, rowOf(context, resource))
  const { simulation } = context.world
  const version = simulation.store.version
  lookAt(simulation, row)
  simulation.catchUp()
  const rows = [simulation.store.version === version ? row : rowOf(context, resource)]
  const isLasting = resource.ofLogon !== true
  return { kind: 'row', isLasting, row: { resource, form: formOf(context), rows } }
}

/** `Entity` and `Entities` in any case; anything else is the reference that em_rest gives by default. */
const formOf = ({ parameters }: SessionContext): Form =>
  /^entit(y|ies)$/i.test(valueOfParameter(parameters, 'format') ?? '') ? 'entity' : 'reference'
