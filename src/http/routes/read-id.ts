import { nameKey } from '../../model/names.ts'
import { errors } from '../../model/api-error.ts'
import type { Resource } from '../../model/resource.ts'

const guid = /^(?:urn:veeam:(\w+):)?([\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})$/i

/** Reads the id of something of the type from a path: a GUID, or a URN of that type. Throws a 400 ApiError for all else. */
export function readId(given: string, type: string): string {
  const [, named = type, id] = guid.exec(given) ?? []
  if (id === undefined || named.toLowerCase() !== type.toLowerCase()) throw errors.badId(given.slice(0, 200), type)
  return id.toLowerCase()
}

/** Reads what stands for an entity in a path: its id, its name or its member. Throws a 400 ApiError for what is no GUID and should be. */
export function readKey(given: string, { name, key }: Pick<Resource, 'name' | 'key'>): string {
  if (key === undefined) return readId(given, name)
  const word = given.replace(new RegExp(`^urn:veeam:${name}:`, 'i'), '')
  return key === 'name' ? nameKey(word) : word
}
