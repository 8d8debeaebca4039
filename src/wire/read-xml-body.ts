import type { Shape, Struct } from '../model/shape.ts'
import { readWord, refuseAt } from './read-word.ts'
import { isScalar } from './scalar.ts'
import { elementsOf } from './write-xml.ts'
import type { XmlElement } from './xml-element.ts'

/** Members of the base class, which say nothing new. */
export const isBase = (name: string): boolean => ['Links', 'Href', 'Type'].includes(name)

type Members = Record<string, unknown>

/** Reads an element by its struct. Throws 400 refusals that name the place. */
export function readXmlStruct(
  shape: Struct,
  element: XmlElement,
  place: string,
  isPartial: boolean,
): Members {
  const members: Members = {}
  readAttributes(shape, element, place, members)
  const content = Object.entries(shape.fields).find(([, field]) => field.content === true)
  if (content === undefined) readElements(shape, element, place, isPartial, members)
  else if (isScalar(content[1])) members[content[0]] = readWord(content[1], element.text, place)
  if (!isPartial) refuseMissing(shape, members, place)
  return members
}

function readAttributes(
  { fields }: Struct,
  { attributes }: XmlElement,
  place: string,
  to: Members,
) {
  for (const [name, word] of Object.entries(attributes)) {
    if (/^xmlns(:|$)|:/.test(name) || isBase(name)) continue
    const field = fields[name]
    if (field?.attribute !== true || !isScalar(field)) {
      const known = Object.keys(fields).filter((it) => fields[it]?.attribute === true)
      throw refuseAt(place, `found the attribute ${name.slice(0, 100)}, ${expecting(known)}`)
    }
    to[name] = readWord(field, word, `${place}/@${name}`)
  }
}

function readElements(
  { fields }: Struct,
  { elements }: XmlElement,
  place: string,
  isPartial: boolean,
  to: Members,
): void {
  const order = elementsOf(fields)
  let last = -1
  for (const element of elements) {
    const name = element.name.replace(/^.*:/, '')
    if (isBase(name) && !order.includes(name)) continue
    const field = fields[name]
    const rank = order.indexOf(name)
    if (field === undefined || rank < 0)
      throw refuseAt(
        place,
        `found <${name.slice(0, 100)}>, ${expecting(order.filter((it) => it !== 'Links'))}`,
      )
    if (rank < last)
      throw refuseAt(
        place,
        `<${name}> stands after <${order[last] ?? ''}>; the order is ${order.join(', ')}`,
      )
    if (field.kind === 'links') continue
    const isAgain = rank === last
    last = rank
    const here = `${place}/${name}`
    if (field.kind === 'repeated') {
      const found = readXml(field.shape, element, here, isPartial)
      to[name] = [...((to[name] as readonly unknown[] | undefined) ?? []), found]
      continue
    }
    if (isAgain) throw refuseAt(place, `<${name}> stands there twice`)
    to[name] = readXml(field, element, here, isPartial)
  }
}

function readXml(shape: Shape, element: XmlElement, place: string, isPartial: boolean): unknown {
  if (isScalar(shape)) {
    const [child] = element.elements
    if (child !== undefined)
      throw refuseAt(place, `found <${child.name.slice(0, 100)}>, expected a value`)
    return readWord(shape, element.text, place)
  }
  switch (shape.kind) {
    case 'struct':
      return readXmlStruct(shape, element, place, isPartial)
    case 'list':
      return element.elements.map((item, n) => {
        const name = item.name.replace(/^.*:/, '')
        if (name !== shape.item)
          throw refuseAt(place, `found <${name.slice(0, 100)}>, expected <${shape.item}>`)
        // What is in a list is new, and so whole.
        return readXml(shape.shape, item, `${place}/${name}[${n + 1}]`, false)
      })
    case 'repeated':
    case 'links':
    case 'rows':
      throw refuseAt(place, 'nothing can stand here')
  }
}

/** Throws a 400 refusal if something is missing that must be there. */
export function refuseMissing({ fields }: Struct, members: Members, place: string): void {
  for (const [name, field] of Object.entries(fields)) {
    if (field.optional === true || field.hidden === true || field.onlyJson !== undefined) continue
    if (isBase(name) || members[name] !== undefined) continue
    // None of them is an empty list.
    if (field.kind === 'repeated') members[name] = []
    else throw refuseAt(place, `${name} is missing`)
  }
}

export const expecting = (names: readonly string[]): string =>
  names.length === 0 ? 'none is expected' : `expected ${names.join(', ')}`
