import { idOf } from '../random/ids.ts'
import type { Simulation } from '../simulation/core/simulation.ts'
import { stamp } from '../model/names.ts'
import type { Resource } from '../model/resource.ts'
import type { Row, Shape } from '../model/shape.ts'
import { sameId } from '../store/same-id.ts'
import type { GivenFields } from './entity-fields.ts'
import { memberIn, type Models } from './entity-model.ts'
import { parentWord } from './entity-parents.ts'

type Up = Readonly<Record<string, string>>

/** What the kind of value is when nothing is known of it: the first of its words, 0, no text, now. */
function blank(shape: Shape, now: number): unknown {
  switch (shape.kind) {
    case 'text':
    case 'uid':
    case 'href':
      return ''
    case 'boolean':
      return false
    case 'number':
    case 'rows':
      return 0
    case 'dateTime':
    case 'timeOfDay':
      return now
    case 'enumeration':
      return shape.values[0]
    case 'links':
    case 'list':
    case 'repeated':
      return []
    case 'struct':
      return blanks(shape.fields, now)
  }
}

const blanks = (fields: Resource['fields'], now: number): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, it]) => it.optional !== true && it.onlyJson === undefined)
      .map(([name, it]) => [name, blank(it, now)]),
  )

/** The roles of a new row: those that are given, and of its model's those that do not contradict them. */
export function upAfter({ store }: Simulation, resource: Resource, model: Row | undefined, given: Up): Up {
  const up: Record<string, string> = { ...given }
  for (const [role, id] of Object.entries(model?.up ?? {})) {
    if (id === undefined || up[role] !== undefined) continue
    const type = resource.up[role] ?? ''
    // What is part of another of its kind is another's work; one kind of parent stands for all of them.
    if (type === resource.name) continue
    if (Object.keys(given).some((it) => it.endsWith(role) || role.endsWith(it))) continue
    const parent = store.register.find(type) && store.table(type).get(id)
    const isAtOdds = Object.entries(parent?.up ?? {}).some(
      ([above, of = '']) => resource.up[above] === above && sameId(up[above] ?? of) !== sameId(of),
    )
    if (parent !== undefined && !isAtOdds) up[role] = id
  }
  return up
}

/** The members of a new row before what is given is put in: its model's as it would have them, or what the shape alone says. */
export function membersAfter(
  simulation: Simulation,
  resource: Resource,
  { own, alike }: Models,
  { id, up, given }: { id: string; up: Up; given: GivenFields },
): Record<string, unknown> {
  const now = simulation.now()
  if (own === undefined) return blanks(resource.fields, now)
  const exchange = exchangeOf(simulation, resource, own, id, up)
  const members: Record<string, unknown> = {}
  for (const [name, shape] of Object.entries(resource.fields)) {
    // Whether something failed decides whether it says why.
    const from = alike !== undefined && shape.optional === true ? alike : own
    const value = memberIn(from, name) === undefined ? undefined : (memberIn(own, name) ?? memberIn(from, name))
    if (value !== undefined)
      members[name] = exchanged(fromAbove(simulation, resource, { own, up, name, value }), exchange)
  }
  shift(simulation, resource, members, given)
  return members
}

/** Sets the members that say what a row belongs to, as it belongs to it. */
export function agree({ store }: Simulation, resource: Resource, up: Up, members: Record<string, unknown>): void {
  for (const name of Object.keys(resource.fields)) {
    const word = resource.up[name] === undefined ? parentWord(resource, name) : { roles: [name], by: 'name' }
    const role = word?.roles.find((it) => up[it] !== undefined)
    const id = up[role ?? '']
    if (role === undefined || id === undefined) continue
    members[name] = word?.by === 'id' ? id : (store.nameOf(resource.up[role] ?? '', id) ?? '')
  }
}

/** What a row tells of its parent's, such as the JobType of a task's session, a new one tells of its own parent's. */
function fromAbove(
  { store }: Simulation,
  resource: Resource,
  { own, up, name, value }: { own: Row; up: Up; name: string; value: unknown },
): unknown {
  for (const [role, id] of Object.entries(up)) {
    const before = own.up[role]
    const type = store.register.find(resource.up[role] ?? '')
    if (before === undefined || before === id || type?.fields[name] === undefined) continue
    if (!/(Uid|Name|Type)$/.test(name)) continue
    const above = memberIn(store.table(type.name).get(id), name)
    const told = memberIn(store.table(type.name).get(before), name)
    const shape = resource.fields[name]
    const isWord = shape?.kind !== 'enumeration' || shape.values.includes(String(above))
    if (told === value && above !== undefined && isWord) return above
  }
  return value
}

/** The ids that stand for others in a copy: its own, its parents', and those of what is found inside it. */
function exchangeOf(
  { store, chance }: Simulation,
  { name: type }: Resource,
  own: Row,
  id: string,
  up: Up,
): ReadonlyMap<string, string> {
  const exchange = new Map([[own.id, id]])
  for (const [role, before] of Object.entries(own.up)) {
    const after = up[role]
    if (before !== undefined && after !== undefined) exchange.set(before, after)
  }
  for (const { name, inside = [] } of store.resources)
    for (const each of inside.filter((it) => it.resource === type))
      for (const row of each.rows(own)) exchange.set(row.id, idOf(chance.seed, name, id, row.id))
  return exchange
}

function exchanged(value: unknown, exchange: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string')
    return value.replace(/[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/gi, (id) => exchange.get(id) ?? id)
  if (Array.isArray(value)) return value.map((it: unknown) => exchanged(it, exchange))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, exchanged(it, exchange)]))
}

/** Moves what is past so that a given moment, or else the last one, falls where it should; what is to come stays. */
function shift(
  simulation: Simulation,
  { fields }: Resource,
  members: Record<string, unknown>,
  given: GivenFields,
): void {
  const now = simulation.now()
  const past = Object.entries(members).flatMap(([name, at]) =>
    fields[name]?.kind === 'dateTime' && typeof at === 'number' && at <= now ? [{ name, at }] : [],
  )
  const anchor = past.find(({ name }) => typeof given[name] === 'number')
  const by = anchor === undefined ? now - Math.max(...past.map(({ at }) => at)) : Number(given[anchor.name]) - anchor.at
  for (const { name, at } of past) members[name] = stamp(at + by, simulation.database)
}
