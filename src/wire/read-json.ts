import { isBase } from '../model/body.ts'
import type { Shape, Struct } from '../model/shape.ts'
import { refuseAt, shown, type Oddities } from './oddities.ts'
import { readWord } from './read-word.ts'
import { expecting, refuseMissing, type BodyReading } from './read-xml-body.ts'
import { isScalar } from './scalar.ts'

/** Reads a JSON value by its shape; undefined for what means nothing. Throws 400 ApiErrors that name the place. */
export function readJson(shape: Shape, value: unknown, place: string, reading: BodyReading): unknown {
  const { odd } = reading
  if (isScalar(shape)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      return readWord(shape, String(value), place, odd)
    throw refuseAt(place, `found ${told(value)}, expected a value`)
  }
  switch (shape.kind) {
    case 'struct':
      return readStruct(shape, value, place, reading)
    case 'repeated':
      return readItems(shape.shape, value, place, reading)
    case 'list':
      if (Array.isArray(value)) return readItems(shape.shape, value, place, reading)
      return readWrapped(shape, value, place, reading)
    case 'links':
    case 'rows':
      throw refuseAt(place, 'nothing can stand here')
  }
}

/** `{"Days":{"Days":[…]}}`. */
function readWrapped(
  { plural, shape }: Extract<Shape, { kind: 'list' }>,
  value: unknown,
  place: string,
  reading: BodyReading,
): unknown {
  const names = Object.entries(membersOf(value, place, reading)).filter(([name]) => !isBaseName(name))
  const isItems = (name: string) => name.toLowerCase() === plural.toLowerCase()
  for (const [name] of names.filter(([name], n) => !isItems(name) || n > 0))
    reading.odd.tell(`${place}/${name}`, place, `found ${shown(name)}, expected ${plural}`)
  if (names.length === 0) return []
  const [, items] = names.find(([name]) => isItems(name)) ?? []
  if (items === undefined) return undefined
  return items === null ? [] : readItems(shape, items, `${place}/${plural}`, reading)
}

/** What is in a list is new, and so whole. One alone may stand for itself (example document of VeeamZipStartupSpec). */
function readItems(shape: Shape, value: unknown, place: string, { odd }: BodyReading): unknown {
  return itemsOf(value, place, odd).flatMap((item, n) => {
    const read = readJson(shape, item, `${place}[${n + 1}]`, { isPartial: false, odd })
    return read === undefined ? [] : [read]
  })
}

function itemsOf(value: unknown, place: string, odd: Oddities): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value === 'string' && (value !== '' || odd.isStrict)) return [value]
  if (value !== '' && (odd.isStrict || value === null || typeof value !== 'object'))
    throw refuseAt(place, `found ${told(value)}, expected an array`)
  odd.note(place)
  return value === '' ? [] : [value]
}

function readStruct(shape: Struct, value: unknown, place: string, reading: BodyReading): unknown {
  const { odd } = reading
  const given = membersOf(value, place, reading)
  const fields = Object.entries(shape.fields)
    .filter(([, { hidden }]) => hidden !== true)
    .map(([field, kind]) => ({ field, kind, called: kind.jsonName ?? field }))
  const read: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(given)) {
    const wanted = name.toLowerCase()
    const found = fields.find(({ called }) => called.toLowerCase() === wanted)
    const path = `${place}/${name}`
    if (found === undefined) {
      if (isBaseName(name)) continue
      const known = fields.map(({ called }) => called).filter((it) => !isBase(it))
      odd.tell(path, place, `found ${shown(name)}, ${expecting(known)}`)
      continue
    }
    const { field, kind } = found
    if (member === null || isBase(field) || kind.onlyJson !== undefined) continue
    if (kind.ignored === true && !odd.isStrict) continue
    if (read[field] !== undefined) {
      odd.tell(path, place, `${shown(name)} stands there twice`)
      continue
    }
    const value = readJson(kind, member, `${place}/${field}`, reading)
    if (value !== undefined && kind.ignored !== true) read[field] = value
  }
  if (!reading.isPartial) refuseMissing(shape, read, place)
  return read
}

/** An example of JSON that was once XML says its `xmlns` too (em_rest put_cdppolicies_id). */
const isBaseName = (name: string): boolean => /^(links|href|type|xmlns)$/i.test(name)

/** What is empty has no members: an empty element turned into JSON is `""`, and an empty object of PHP is `[]`. */
const isNothing = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0)

function membersOf(value: unknown, place: string, { odd }: BodyReading): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>
  const what = `found ${told(value)}, expected an object`
  if (!isNothing(value)) throw refuseAt(place, what)
  odd.tell(place, place, what)
  return {}
}

const told = (value: unknown): string =>
  Array.isArray(value)
    ? 'an array'
    : value === null
      ? 'null'
      : typeof value === 'object'
        ? 'an object'
        : JSON.stringify(value).slice(0, 100)
