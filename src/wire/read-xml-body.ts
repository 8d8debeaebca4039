import { isBase, requiredOf } from '../model/body.ts'
import type { Shape, Struct } from '../model/shape.ts'
import { namedAs, refuseAt, shown, type Oddities } from './oddities.ts'
import { readWord } from './read-word.ts'
import { isScalar } from './scalar.ts'
import { elementsOf } from './write-xml.ts'
import type { XmlElement } from './xml-element.ts'

type Members = Record<string, unknown>

/** How a body is read. */
export interface BodyReading {
  /** Whatever it leaves out stays as it is. */
  readonly isPartial: boolean
  readonly odd: Oddities
}

/** Reads an element by its struct. Throws 400 ApiErrors that name the place. */
export function readXmlStruct(shape: Struct, element: XmlElement, place: string, reading: BodyReading): Members {
  const members: Members = {}
  readAttributes(shape, element, place, reading.odd, members)
  const content = Object.entries(shape.fields).find(([, field]) => field.content === true)
  if (content === undefined) readElements(shape, element, place, reading, members)
  else if (isScalar(content[1])) set(members, content[0], readText(content[1], element, place, reading.odd))
  if (!reading.isPartial) refuseMissing(shape, members, place)
  return members
}

/** What is read as nothing is not there. */
function set(to: Members, name: string, value: unknown): void {
  if (value !== undefined) to[name] = value
}

/** Names of an element's own attributes: declarations and what is of another namespace say nothing. */
const attributesOf = ({ attributes }: XmlElement): readonly (readonly [string, string])[] =>
  Object.entries(attributes).filter(([name]) => !/^xmlns$|:/.test(name) && !isBase(name))

function readAttributes({ fields }: Struct, element: XmlElement, place: string, odd: Oddities, to: Members): void {
  const known = Object.keys(fields).filter((it) => fields[it]?.attribute === true)
  for (const [name, word] of attributesOf(element)) {
    const named = namedAs(known, name)
    const path = `${place}/@${name}`
    if (named !== name) odd.tell(path, place, `found the attribute ${shown(name)}, ${expecting(known)}`)
    const field = named === undefined ? undefined : fields[named]
    if (named === undefined || field === undefined || !isScalar(field)) continue
    if (field.ignored === true && !odd.isStrict) continue
    const value = readWord(field, word, path, odd)
    if (field.ignored !== true && to[named] === undefined) set(to, named, value)
  }
}

function readElements(
  { fields }: Struct,
  { elements }: XmlElement,
  place: string,
  reading: BodyReading,
  to: Members,
): void {
  const { odd } = reading
  const order = elementsOf(fields)
  const seen = new Set<string>()
  let last = -1
  for (const element of elements) {
    const given = element.name.replace(/^.*:/, '')
    if (isBase(given) && !order.includes(given)) continue
    const name = namedAs(order, given)
    const path = `${place}/${given}`
    if (name !== given)
      odd.tell(path, place, `found <${shown(given)}>, ${expecting(order.filter((it) => it !== 'Links'))}`)
    const field = name === undefined ? undefined : fields[name]
    if (name === undefined || field === undefined) continue
    const rank = order.indexOf(name)
    if (rank < last)
      odd.tell(path, place, `<${name}> stands after <${order[last] ?? ''}>; the order is ${order.join(', ')}`)
    last = Math.max(last, rank)
    if (field.kind === 'links') continue
    const isAgain = seen.has(name)
    seen.add(name)
    if (isAgain && field.kind !== 'repeated') {
      odd.tell(path, place, `<${name}> stands there twice`)
      continue
    }
    const value = readMember(field, element, `${place}/${name}`, reading)
    if (field.kind !== 'repeated' || value === undefined) set(to, name, value)
    else to[name] = [...((to[name] as readonly unknown[] | undefined) ?? []), value]
  }
}

/** The value of a member; undefined if nothing reads it, or it says that it has none (`xsi:nil`). */
function readMember(field: Shape, element: XmlElement, place: string, reading: BodyReading): unknown {
  if (field.ignored === true && !reading.odd.isStrict) return undefined
  const isNil = Object.entries(element.attributes).some(
    ([name, word]) => /:nil$/.test(name) && /^\s*(true|1)\s*$/.test(word),
  )
  if (isNil) return undefined
  const shape = field.kind === 'repeated' ? field.shape : field
  const value = readXml(shape, element, place, reading)
  return field.ignored === true ? undefined : value
}

function readXml(shape: Shape, element: XmlElement, place: string, reading: BodyReading): unknown {
  const { odd } = reading
  if (isScalar(shape)) {
    refuseAttributes(element, place, odd)
    return readText(shape, element, place, odd)
  }
  switch (shape.kind) {
    case 'struct':
      return readXmlStruct(shape, element, place, reading)
    case 'list':
      refuseAttributes(element, place, odd)
      return element.elements.flatMap((item, n) => {
        const name = item.name.replace(/^.*:/, '')
        if (name !== shape.item && name !== shape.alsoItem)
          odd.tell(`${place}/${name}`, place, `found <${shown(name)}>, expected <${shape.item}>`)
        if (namedAs([shape.item, shape.alsoItem ?? shape.item], name) === undefined) return []
        // What is in a list is new, and so whole.
        const value = readXml(shape.shape, item, `${place}/${shape.item}[${n + 1}]`, {
          isPartial: false,
          odd,
        })
        return value === undefined ? [] : [value]
      })
    case 'repeated':
    case 'links':
    case 'rows':
      throw refuseAt(place, 'nothing can stand here')
  }
}

/** A word, whatever EM does not know about it passed over. */
function readText(shape: Parameters<typeof readWord>[0], element: XmlElement, place: string, odd: Oddities): unknown {
  for (const { name } of element.elements)
    odd.tell(`${place}/${name.replace(/^.*:/, '')}`, place, `found <${shown(name)}>, expected a value`)
  return readWord(shape, element.text, place, odd)
}

function refuseAttributes(element: XmlElement, place: string, odd: Oddities): void {
  for (const [name] of attributesOf(element))
    odd.tell(`${place}/@${name}`, place, `found the attribute ${shown(name)}, ${expecting([])}`)
}

/** Throws a 400 ApiError if something is missing that must be there; what is repeated is there, as an empty list. */
export function refuseMissing(shape: Struct, members: Members, place: string): void {
  for (const [name, { kind, optional, ignored }] of Object.entries(shape.fields))
    if (kind === 'repeated' && optional !== true && ignored !== true) members[name] ??= []
  const missing = requiredOf(shape).find((name) => members[name] === undefined)
  if (missing !== undefined) throw refuseAt(place, `${missing} is missing`)
}

export const expecting = (names: readonly string[]): string =>
  names.length === 0 ? 'none is expected' : `expected ${names.join(', ')}`
