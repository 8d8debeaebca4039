import type { Fields, Link, Shape } from '../../src/model/shape.ts'
import type { Element } from './element.ts'

// What a value must look like, told without our writers: as elements, and as what JSON.stringify is to write.

type Members = Readonly<Record<string, unknown>>

/** A moment as EM writes it: the fraction of a second without trailing zeros. */
function momentOf(instant: number): string {
  const whole = new Date(Math.floor(instant / 1e6) * 1e3).toISOString().slice(0, 19)
  const fraction = String(instant % 1e6).padStart(6, '0')
  return `${whole}.${fraction}`.replace(/\.?0*$/, 'Z')
}

function wordOf(shape: Shape, value: unknown, base: string): string {
  switch (shape.kind) {
    case 'uid':
      return value === '' ? '' : `urn:veeam:${shape.type}:${value as string}`
    case 'dateTime':
      return momentOf(value as number)
    case 'timeOfDay':
      return `${momentOf(value as number).slice(0, 19)}+00:00`
    case 'href':
      return base + (value as string)
    case 'text':
    case 'enumeration':
    case 'boolean':
    case 'number':
      return String(value)
    case 'links':
    case 'list':
    case 'repeated':
    case 'rows':
    case 'struct':
      throw new Error(`${shape.kind} is no word`)
  }
}

/** The elements that a value is, in XML. */
export function elementsOf(name: string, shape: Shape, value: unknown, base: string): Element[] {
  const element = (more: Partial<Element>): Element[] => [{ name, attributes: [], children: [], text: '', ...more }]
  switch (shape.kind) {
    case 'links':
      return element({ children: (value as readonly Link[]).map((link) => linkOf(link, base)) })
    case 'list':
      return element({
        children: (value as readonly unknown[]).flatMap((item) => elementsOf(shape.item, shape.shape, item, base)),
      })
    case 'repeated':
      return (value as readonly unknown[]).flatMap((item) => elementsOf(name, shape.shape, item, base))
    case 'rows':
      return element({ text: value === 0 ? '' : '\ue000' })
    case 'struct':
      return element(structOf(shape.fields, shape.attributeOrder, value as Members, base))
    case 'text':
    case 'uid':
    case 'boolean':
    case 'number':
    case 'dateTime':
    case 'timeOfDay':
    case 'enumeration':
    case 'href':
      return element({ text: xmlWord(shape, value, base) })
  }
}

const xmlWord = (shape: Shape, value: unknown, base: string): string => {
  const word = wordOf(shape, value, base)
  return shape.kind === 'timeOfDay' ? word.slice(11).replace('+', '.0000000+') : word
}

const linkOf = ({ Href, Name, Type, Rel }: Link, base: string): Element => ({
  name: 'Link',
  attributes: Object.entries({ Href: base + Href, Name, Type, Rel }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  ),
  children: [],
  text: '',
})

function structOf(fields: Fields, order: readonly string[], value: Members, base: string): Partial<Element> {
  const shown = Object.entries(fields).filter(
    ([field, shape]) => shape.hidden !== true && shape.onlyJson === undefined && value[field] !== undefined,
  )
  const attributes = shown.filter(([, shape]) => shape.attribute === true)
  const elements = shown.filter(([, shape]) => shape.attribute !== true && shape.content !== true)
  const first = elements.filter(([, shape]) => shape.kind === 'links')
  const others = elements.filter(([, shape]) => shape.kind !== 'links')
  const last = others.filter(([, shape]) => shape.derived === true)
  const middle = others.filter(([, shape]) => shape.derived !== true)
  const content = shown.find(([, shape]) => shape.content === true)
  return {
    attributes: [
      ...order.flatMap((name) => attributes.filter(([field]) => field === name)),
      ...attributes.filter(([field]) => !order.includes(field)),
    ].map(([field, shape]) => [field, wordOf(shape, value[field], base)] as const),
    children: [...first, ...middle, ...last].flatMap(([field, shape]) => elementsOf(field, shape, value[field], base)),
    text: content === undefined ? '' : xmlWord(content[1], value[content[0]], base),
  }
}

/** How System.Text.Json spells a name in camelCase, for names that it leaves as they are in EM 12. */
function camelCase(name: string): string {
  const letters = [...name]
  const isUpper = (at: number) => /[A-Z]/.test(letters[at] ?? '')
  for (let at = 0; isUpper(at); at++) {
    if (at > 0 && at + 1 < letters.length && !isUpper(at + 1)) break
    letters[at] = letters[at]!.toLowerCase()
  }
  return letters.join('')
}

export const spelling = { v12: (name: string) => name, v13: camelCase } as const

const valueTypes: readonly Shape['kind'][] = ['boolean', 'number', 'dateTime', 'timeOfDay', 'enumeration']

/** What a value is in JSON: an object whose keys are in order. Rows are the word ROWS, once. */
export function jsonOf(shape: Shape, value: unknown, base: string, spell: (name: string) => string): unknown {
  const items = (of: Shape) => (value as readonly unknown[]).map((item) => jsonOf(of, item, base, spell))
  switch (shape.kind) {
    case 'boolean':
    case 'number':
      return value
    case 'links':
      return (value as readonly Link[]).map(({ Rel, Href, Name = null, Type = null }) => ({
        [spell('Rel')]: Rel,
        [spell('Href')]: base + Href,
        [spell('Name')]: Name,
        [spell('Type')]: Type,
      }))
    case 'list':
      return shape.shape.kind === 'struct' ? { [spell(shape.plural)]: items(shape.shape) } : items(shape.shape)
    case 'repeated':
      return items(shape.shape)
    case 'rows':
      return { [spell(shape.plural)]: value === 0 ? [] : ['ROWS'] }
    case 'struct': {
      const members = Object.entries(shape.fields).filter(([, member]) => member.hidden !== true)
      const derived = members.filter(([, member]) => member.derived === true)
      const others = members.filter(([, member]) => member.derived !== true)
      return Object.fromEntries(
        [...derived, ...others].flatMap(([field, member]) => {
          const key = spell(member.jsonName ?? field)
          if (member.onlyJson !== undefined) return [[key, member.onlyJson]]
          const given = (value as Members)[field]
          if (given !== undefined) return [[key, jsonOf(member, given, base, spell)]]
          return valueTypes.includes(member.kind) ? [] : [[key, null]]
        }),
      )
    }
    case 'text':
    case 'uid':
    case 'dateTime':
    case 'timeOfDay':
    case 'enumeration':
    case 'href':
      return wordOf(shape, value, base)
  }
}
