import type { Element } from '../wire/element.ts'
import { kindOf, kindOfJson, pathOf } from './kind-of.ts'

/** What was seen of one place in documents of a kind, over all of them: names, order and kinds of value. */
export interface Seen {
  /** How often it was there itself. */
  times: number
  /** In how many of its parents. */
  parents: number
  /** There were several in one parent; in JSON, it was an array. */
  many: boolean
  readonly kinds: Set<string>
  readonly inside: Map<string, Seen>
  /** `a|b`: a was seen before b, by evidence of this weight. */
  readonly before: Map<string, number>
}

export const nothing = (): Seen => ({
  times: 0,
  parents: 0,
  many: false,
  kinds: new Set(),
  inside: new Map(),
  before: new Map(),
})

/** What stands for itself elsewhere, such as the entities of a list; the answer is the kind of what is left in its place. */
type Cut<Part> = (part: Part, name: string) => string | undefined

/** Adds an element to what was seen. The order of attributes says nothing. */
export function see(seen: Seen, element: Element, weight = 1, cut: Cut<Element> = () => undefined) {
  seen.times++
  for (const [name, value] of element.attributes) {
    if (!name.startsWith('xmlns')) insideOf(seen, `@${name}`).kinds.add(kindOfType(name, value))
  }
  if (element.name === 'Links') return seeLinks(seen, element.children.map(linkOf), weight)
  const { children, text } = element
  if (children.length === 0 && (text.trim() !== '' || element.attributes.length === 0)) {
    seen.kinds.add(kindOf(text))
  }
  const byName = groupBy(children, ({ name }) => name)
  for (const [name, group] of byName) {
    const child = insideOf(seen, name)
    child.many ||= group.length > 1
    for (const one of group) {
      const kind = cut(one, name)
      if (kind === undefined) see(child, one, weight, cut)
      else child.kinds.add(kind)
    }
  }
  putInOrder(seen, [...byName.keys()], weight)
}

/** Adds a value of JSON. A weight of 0 is for what has lost its order. */
export function seeJson(seen: Seen, value: unknown, weight = 1, cut: Cut<object> = () => undefined): void {
  seen.times++
  if (value === null) return void seen.kinds.add('null')
  if (typeof value !== 'object') {
    return void seen.kinds.add(kindOfJson(value as string | number | boolean))
  }
  for (const [name, member] of Object.entries(value)) {
    const child = insideOf(seen, name)
    if (!Array.isArray(member)) {
      const kind = typeof member === 'object' && member !== null ? cut(member as object, name) : undefined
      if (kind !== undefined) child.kinds.add(kind)
      else if (typeof member === 'string' && /^type$/i.test(name)) child.kinds.add(`is ${member}`)
      else seeJson(child, member, weight, cut)
      continue
    }
    const items = member as readonly object[]
    if (/^links$/i.test(name)) {
      child.times++
      seeLinks(child, items.map(jsonLinkOf), weight)
      continue
    }
    child.many = true
    if (items.length === 0) child.kinds.add('none')
    for (const item of items) {
      const kind = cut(item, name)
      if (kind === undefined) seeJson(child, item, weight, cut)
      else child.kinds.add(kind)
    }
  }
  putInOrder(seen, Object.keys(value), weight)
}

const kindOfType = (name: string, value: string) => (name === 'Type' ? `is ${value}` : kindOf(value))

function insideOf(seen: Seen, name: string): Seen {
  const child = seen.inside.get(name) ?? nothing()
  seen.inside.set(name, child)
  child.parents++
  return child
}

interface Link {
  readonly rel?: string | undefined
  readonly type?: string | null | undefined
  readonly href?: string | undefined
  readonly name?: string | null | undefined
}
const linkOf = ({ attributes }: Element): Link =>
  Object.fromEntries(attributes.map(([name, value]) => [name.toLowerCase(), value]))
const jsonLinkOf = (link: object): Link =>
  Object.fromEntries(Object.entries(link).map(([name, value]) => [name.toLowerCase(), value as string]))

/** A link is known by Rel, Type and path; whether it has a Name is all that is said of it. */
function seeLinks(seen: Seen, links: readonly Link[], weight: number): void {
  const keyOf = ({ rel, type, href = '' }: Link) => `${rel} ${type ?? '-'} ${pathOf(href) ?? href}`
  const byKey = groupBy(links, keyOf)
  for (const [key, group] of byKey) {
    const child = insideOf(seen, key)
    child.many ||= group.length > 1
    for (const { name } of group) child.kinds.add(name == null ? 'nameless' : 'named')
  }
  putInOrder(seen, [...byKey.keys()], weight)
}

function putInOrder({ before }: Seen, names: readonly string[], weight: number): void {
  if (weight === 0) return
  for (const [place, a] of names.entries()) {
    for (const b of names.slice(place + 1)) {
      const pair = `${a}|${b}`
      before.set(pair, Math.max(before.get(pair) ?? 0, weight))
    }
  }
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
