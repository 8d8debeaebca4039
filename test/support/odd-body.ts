import { XmlElement } from '../../src/wire/xml-element.ts'
import type { Pick } from './any-body.ts'

// A body with what EM passes over put into it: unknown elements, attributes and members, and siblings in another order.

/** No shape has any of these. */
const unheard = ['Unheard', 'unheard', 'Links2', 'Größe', 'xsl', 'constructor', '__proto']

/** An element of the same, at random; what stands for the same member stays in its order. */
export function oddXml(pick: Pick, element: XmlElement): XmlElement {
  const odd = new XmlElement(element.name, shuffled(pick, { ...element.attributes, ...some(pick) }))
  odd.text = element.text
  odd.elements.push(...regrouped(pick, element.elements.map((child) => oddXml(pick, child))))
  for (const [name, text] of Object.entries(some(pick))) {
    const more = new XmlElement(name, some(pick))
    more.text = text
    odd.elements.splice(pick(odd.elements.length + 1), 0, more)
  }
  return odd
} // prettier-ignore

/** The same of JSON. */
export function oddJson(pick: Pick, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => oddJson(pick, item))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, member]) => [name, oddJson(pick, member)])
  return shuffled(pick, { ...(Object.fromEntries(members) as object), ...some(pick) })
}

/** Whether anything in it is new. */
export const isOdd = (text: string): boolean => unheard.some((name) => text.includes(name))

function some(pick: Pick): Record<string, string> {
  const names = Array.from({ length: pick(3) === 0 ? 1 + pick(2) : 0 }, () => unheard[pick(unheard.length)] ?? '')
  return Object.fromEntries(names.map((name) => [name, String(pick(9))]))
}

function shuffled<T extends object>(pick: Pick, members: T): T {
  return Object.fromEntries(inAnyOrder(pick, Object.entries(members))) as T
}

function regrouped(pick: Pick, elements: readonly XmlElement[]): readonly XmlElement[] {
  const names = [...new Set(elements.map(({ name }) => name))]
  return inAnyOrder(pick, names).flatMap((name) => elements.filter((it) => it.name === name))
}

function inAnyOrder<T>(pick: Pick, all: readonly T[]): readonly T[] {
  const left = [...all]
  return all.flatMap(() => left.splice(pick(left.length), 1))
}

/** An element as text. */
export function xmlOf({ name, attributes, elements, text }: XmlElement): string {
  const escaped = (word: string) => word.replace(/[<>&"]/g, (it) => `&#${it.charCodeAt(0)};`)
  const own = Object.entries(attributes).map(([key, word]) => ` ${key}="${escaped(word)}"`)
  return `<${name}${own.join('')}>${escaped(text)}${elements.map(xmlOf).join('')}</${name}>`
}
