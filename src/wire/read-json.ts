import type { Shape, Struct } from '../model/shape.ts'
import { readWord, refuseAt } from './read-word.ts'
import { expecting, isBase, refuseMissing } from './read-xml-body.ts'
import { isScalar } from './scalar.ts'

/** Reads a JSON value by its shape. Throws 400 refusals that name the place. */
export function readJson(shape: Shape, value: unknown, place: string, isPartial: boolean): unknown {
  if (isScalar(shape)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      return readWord(shape, String(value), place)
    throw refuseAt(place, `found ${told(value)}, expected a value`)
  }
  switch (shape.kind) {
    case 'struct':
      return readStruct(shape, value, place, isPartial)
    case 'repeated':
      // One alone may stand for itself (example document of VeeamZipStartupSpec).
      return readItems(shape.shape, typeof value === 'string' ? [value] : value, place)
    case 'list': {
      if (Array.isArray(value)) return readItems(shape.shape, value, place)
      const members = membersOf(value, place)
      const [inner, ...others] = Object.keys(members).filter((name) => !isBaseName(name))
      if (inner === undefined) return []
      if (inner.toLowerCase() !== shape.plural.toLowerCase() || others.length > 0)
        throw refuseAt(place, `found ${inner.slice(0, 100)}, expected ${shape.plural}`)
      const items = members[inner]
      return items === null ? [] : readItems(shape.shape, items, `${place}/${shape.plural}`)
    }
    case 'links':
    case 'rows':
      throw refuseAt(place, 'nothing can stand here')
  }
}

/** What is in a list is new, and so whole. */
function readItems(shape: Shape, value: unknown, place: string): unknown {
  if (!Array.isArray(value)) throw refuseAt(place, `found ${told(value)}, expected an array`)
  return value.map((item, n) => readJson(shape, item, `${place}[${n + 1}]`, false))
}

function readStruct(shape: Struct, value: unknown, place: string, isPartial: boolean): unknown {
  const given = membersOf(value, place)
  const fields = Object.entries(shape.fields)
    .filter(([, { hidden }]) => hidden !== true)
    .map(([field, kind]) => ({ field, kind, called: kind.jsonName ?? field }))
  const read: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(given)) {
    const wanted = name.toLowerCase()
    const found = fields.find(({ called }) => called.toLowerCase() === wanted)
    if (found === undefined) {
      if (isBaseName(name)) continue
      const known = fields.map(({ called }) => called).filter((it) => !isBase(it))
      throw refuseAt(place, `found ${name.slice(0, 100)}, ${expecting(known)}`)
    }
    const { field, kind } = found
    if (member === null || isBase(field) || kind.onlyJson !== undefined) continue
    read[field] = readJson(kind, member, `${place}/${field}`, isPartial)
  }
  if (!isPartial) refuseMissing(shape, read, place)
  return read
}

/** An example of JSON that was once XML says its `xmlns` too (em_rest put_cdppolicies_id). */
const isBaseName = (name: string): boolean => /^(links|href|type|xmlns)$/i.test(name)

function membersOf(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>
  throw refuseAt(place, `found ${told(value)}, expected an object`)
}

const told = (value: unknown): string =>
  Array.isArray(value) ? 'an array' : value === null ? 'null' : typeof value === 'object' ? 'an object' : JSON.stringify(value).slice(0, 100) // prettier-ignore
