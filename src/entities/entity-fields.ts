import { nearest } from '../text/nearest.ts'
import { quoteBriefly } from '../text/quote-briefly.ts'
import type { Simulation } from '../simulation/core/simulation.ts'
import { stamp } from '../model/names.ts'
import { errors } from '../model/api-error.ts'
import type { Resource } from '../model/resource.ts'
import type { Shape } from '../model/shape.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { sameId } from '../store/same-id.ts'
import { Oddities } from '../wire/oddities.ts'
import { readJson } from '../wire/read-json.ts'
import { parentCalled, parentWord } from './entity-parents.ts'
import { readEntityId } from './entity-type.ts'

export type GivenFields = Readonly<Record<string, unknown>>

/** What fields say, checked. */
export interface ReadFields {
  readonly id: string | undefined
  /** What it is to belong to, by role, as far as it is said. */
  readonly up: Readonly<Record<string, string>>
  readonly members: GivenFields
  /** Members that are to be there no more. */
  readonly without: readonly string[]
}

/**
 * Reads fields as clients write them: EM's members without regard to case, ids as `UID` or `id`, parents as `JobUid`,
 * `JobName` or `"up":{"Job":…}`; null takes a member away that may be missing. Throws 400 ApiErrors that name the place.
 */
export function readFields(simulation: Simulation, resource: Resource, given: GivenFields): ReadFields {
  let id: string | undefined
  const up: Record<string, string> = {}
  const members: Record<string, unknown> = {}
  const without: string[] = []
  const belong = (called: string, [role, parent]: readonly [string, string]) => {
    const before = up[role]
    if (before !== undefined && sameId(before) !== sameId(parent))
      throw errors.badRequest(`${called}: found the ${role} ${parent}, and ${before} beside it.`)
    up[role] = parent
  }
  for (const [called, value] of Object.entries(given)) {
    const wanted = called.toLowerCase()
    if (wanted === 'up') {
      for (const [role, parent] of Object.entries(membersOf(value)))
        belong(role, parentIn(simulation, resource, role, parent))
      continue
    }
    const member = memberCalled(resource, called)
    const word = parentWord(resource, called)
    if (word !== undefined && value !== null && value !== '')
      belong(called, parentCalled(simulation, resource, { word, called, value }))
    if (member === undefined) {
      if (wanted === 'uid' || wanted === 'id') id = readEntityId(resource, value)
      else if (word === undefined) throw unknownMember(resource, called)
      continue
    }
    const [name, shape] = member
    if (value === null) {
      if (shape.optional !== true) throw errors.badRequest(`${name}: found null, expected a value.`)
      without.push(name)
    } else members[name] = readMember(simulation, `${resource.name}/${name}`, shape, value)
  }
  return { id, up, members, without }
}

function parentIn(simulation: Simulation, resource: Resource, called: string, value: unknown) {
  const role = Object.keys(resource.up).find((it) => it.toLowerCase() === called.toLowerCase())
  if (role !== undefined)
    return parentCalled(simulation, resource, { word: { roles: [role], by: 'id' }, called, value })
  const roles = Object.keys(resource.up)
  throw errors.badRequest(
    `${resource.name} belongs to no ${quoteBriefly(called)}.${didYouMean(nearest(called, roles))} It belongs to ${roles.join(', ') || 'nothing'}.`,
  )
}

function membersOf(value: unknown): GivenFields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as GivenFields
  throw errors.badRequest('up: expected an object of ids by role.')
}

/** A member by its own name, its name in JSON, or what a filter calls it. */
function memberCalled({ fields, query }: Resource, called: string): readonly [string, Shape] | undefined {
  const wanted = called.toLowerCase()
  const own = Object.entries(fields).find(([name, { jsonName = name }]) =>
    [name.toLowerCase(), jsonName.toLowerCase()].includes(wanted),
  )
  if (own !== undefined) return own[1].onlyJson === undefined ? own : undefined
  const [, source] = Object.entries(query).find(([name]) => name.toLowerCase() === wanted) ?? []
  const shape = source?.of === 'member' ? fields[source.member] : undefined
  return source?.of === 'member' && shape !== undefined ? [source.member, shape] : undefined
}

function readMember(simulation: Simulation, place: string, shape: Shape, value: unknown): unknown {
  if (shape.kind === 'enumeration' && typeof value === 'string') {
    const word = shape.values.find((it) => it.toLowerCase() === value.toLowerCase())
    if (word !== undefined) return word
    throw errors.badRequest(
      `The body is not acceptable: at ${place}, found ${quoteBriefly(value)}, expected one of ${shape.values.join(', ')}.${didYouMean(nearest(value, shape.values))}`,
    )
  }
  const read = readJson(shape, value, place, { isPartial: true, odd: new Oddities(true) })
  return shape.kind === 'dateTime' ? stamp(read as number, simulation.database) : read
}

function unknownMember(resource: Resource, called: string) {
  const { name, naming, fields, up } = resource
  if (called.toLowerCase() === 'name' && naming.by !== 'name') {
    const made = naming.by === 'run' ? `${naming.of} and ${naming.at}` : naming.at
    return errors.badRequest(`The Name of a ${name} is made of ${made}; say those instead.`)
  }
  const parents = Object.keys(up).flatMap((role) => [`${role}Uid`, `${role}Name`])
  const near = nearest(called, [...Object.keys(fields), ...parents])
  return errors.badRequest(
    `${name} has no ${quoteBriefly(called)}.${didYouMean(near)} Its members are ${Object.keys(fields).join(', ')}.`,
  )
}
