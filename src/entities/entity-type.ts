import { nearest } from '../text/nearest.ts'
import { quoteBriefly } from '../text/quote-briefly.ts'
import { nameKey } from '../model/names.ts'
import { errors } from '../model/api-error.ts'
import type { Resource } from '../model/resource.ts'
import type { Row } from '../model/shape.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import type { Simulation } from '../simulation/core/simulation.ts'

const guid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

/** The type of that name, without regard to case. Throws a 400 ApiError if there is none. */
export function knownType({ store }: Simulation, type: string): Resource {
  const found = store.register.find(type)
  if (found !== undefined) return found
  const names = store.resources.map(({ name }) => name)
  throw errors.badRequest(`There is no type ${quoteBriefly(type)}.${didYouMean(nearest(type, names))}`)
}

/**
 * The type of that name if its rows can be edited. Throws 400 ApiErrors for one that is found inside others, or that a
 * logon session owns.
 */
export function editableType(simulation: Simulation, type: string): Resource {
  const resource = knownType(simulation, type)
  const { name, inside, ofLogon } = resource
  if (inside !== undefined) {
    const holders = inside.map((it) => it.resource).join(' or ')
    throw errors.badRequest(`${name} is part of ${holders}; change the members of that.`)
  }
  if (ofLogon === true)
    throw errors.badRequest(
      `${name} belongs to a logon session, which makes it by a request of its own; it cannot be edited.`,
    )
  return resource
}

/** An id as rows hold it, of a GUID, a URN of the type, or what stands for its key. Throws a 400 ApiError for all else. */
export function readEntityId({ name, key }: Resource, given: unknown): string {
  const text = typeof given === 'string' ? given : JSON.stringify(given)
  const [, word = text] = new RegExp(`^urn:veeam:${name}:(.*)$`, 'is').exec(text) ?? []
  if (key === 'name' && text !== '') return word.includes('%') ? word : nameKey(word)
  if (guid.test(word)) return word.toLowerCase()
  throw errors.badRequest(
    `Found ${quoteBriefly(text)}, expected the id of a ${name}: a GUID or urn:veeam:${name}:<GUID>.`,
  )
}

/** The row of an id, as `readEntityId` reads it. Throws a 400 ApiError for no id and a 404 ApiError for no such row. */
export function entityRow({ store }: Simulation, resource: Resource, id: unknown): Row {
  const read = readEntityId(resource, id)
  const row = store.table(resource.name).get(read)
  if (row !== undefined) return row
  throw errors.notFound(resource.name, read)
}
