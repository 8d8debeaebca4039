import type { Fields, Link, Shape, Struct } from '../model/shape.ts'
import { xmlAttribute, xmlText } from './escape.ts'
import { isScalar, wordOf, type Scalar } from './scalar.ts'

/** Writes a value; `base` is the URL of `/api`, put before every Href. */
export type Write = (value: unknown, base: string) => string

/** Stands where an answer's rows go; no name or escaped parameter can hold it. */
export const HOLE = '\ue000'

const NAMESPACES =
  ' xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://www.veeam.com/ent/v1.0"'
const namespaces = Buffer.from(NAMESPACES)
const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'

/** Compiles a shape into a writer of `<name>`. Everything that can be known beforehand is made once. */
export function xmlWriter(name: string, shape: Shape): Write {
  if (isScalar(shape)) return scalarElement(name, shape)
  switch (shape.kind) {
    case 'links':
      return (value, base) => wrap(name, '', linkElements(value as readonly Link[], xmlAttribute(base)))
    case 'rows':
      return (value) => wrap(name, '', value === 0 ? '' : HOLE)
    case 'list': {
      const item = xmlWriter(shape.item, shape.shape)
      return (value, base) => wrap(name, '', (value as readonly unknown[]).map((each) => item(each, base)).join(''))
    }
    case 'repeated': {
      const item = xmlWriter(name, shape.shape)
      return (value, base) => (value as readonly unknown[]).map((each) => item(each, base)).join('')
    }
    case 'struct':
      return structElement(name, shape)
  }
}

/** Makes an element the root: the declaration before it, the namespaces after its own attributes. */
export function asRoot(element: string): string {
  const end = element.indexOf('>')
  const close = element[end - 1] === '/' ? end - 2 : end
  return DECLARATION + element.slice(0, close) + NAMESPACES + element.slice(close)
}

/**
 * The same for an element in bytes, to be put together: the declaration, the start tag so far, the namespaces, the rest.
 * @param root what it is called as the root, if that is something else; it must have content then.
 */
export function rootParts(element: Buffer, root?: string) {
  const end = element.indexOf('>')
  const close = element[end - 1] === '/'.charCodeAt(0) ? end - 2 : end
  const parts = {
    before: DECLARATION,
    head: element.subarray(0, close),
    inside: namespaces,
    tail: element.subarray(close),
  }
  if (root === undefined) return parts
  const endOfName = element.indexOf(' ')
  return {
    ...parts,
    before: `${DECLARATION}<${root}`,
    head: element.subarray(endOfName, close),
    tail: Buffer.concat([element.subarray(close, element.lastIndexOf('<')), Buffer.from(`</${root}>`)]),
  }
}

/** As the real server does: an empty element is `<Reason />`, with the blank of .NET's writer. */
const wrap = (name: string, attributes: string, inner: string): string =>
  inner === '' ? `<${name}${attributes} />` : `<${name}${attributes}>${inner}</${name}>`

function scalarElement(name: string, shape: Scalar): Write {
  const [open, close, empty] = [`<${name}>`, `</${name}>`, `<${name} />`]
  return (value, base) => {
    const word = elementWord(shape, value, base)
    return word === '' ? empty : open + word + close
  }
}

/** XML shows the time of day alone, to the tenth of a microsecond as .NET does; JSON shows the date too. */
function elementWord(shape: Scalar, value: unknown, base: string): string {
  const word = wordOf(shape, value, base)
  if (shape.kind === 'timeOfDay') return word.slice(11).replace('+', '.0000000+')
  return shape.kind === 'text' || shape.kind === 'href' ? xmlText(word) : word
}

function linkElements(links: readonly Link[], base: string): string {
  let written = ''
  for (const { Href, Name, Type, Rel } of links) {
    written += `<Link Href="${base}${xmlAttribute(Href)}"`
    if (Name !== undefined) written += ` Name="${xmlAttribute(Name)}"`
    if (Type !== undefined) written += ` Type="${Type}"`
    written += ` Rel="${Rel}" />`
  }
  return written
}

function structElement(name: string, shape: Struct): Write {
  const attributes = attributesOf(shape)
  const children = childrenOf(shape.fields)
  return (value, base) => {
    const members = value as Readonly<Record<string, unknown>>
    let written = ''
    for (const { field, scalar, open } of attributes) {
      const word = members[field]
      if (word !== undefined) written += `${open}${attributeWord(scalar, word, base)}"`
    }
    let inner = ''
    for (const { field, write } of children) {
      const member = members[field]
      if (member !== undefined) inner += write(member, base)
    }
    return wrap(name, written, inner)
  }
}

/** Only words from outside can hold what XML minds. */
function attributeWord(shape: Scalar, value: unknown, base: string): string {
  const word = wordOf(shape, value, base)
  return shape.kind === 'text' || shape.kind === 'href' ? xmlAttribute(word) : word
}

const isElement = (shape: Shape): boolean =>
  shape.attribute !== true && shape.hidden !== true && shape.onlyJson === undefined

function attributesOf({ fields, attributeOrder }: Struct) {
  const rank = (field: string) => (attributeOrder.includes(field) ? attributeOrder.indexOf(field) : Infinity)
  return Object.entries(fields)
    .flatMap(([field, shape]) =>
      shape.attribute === true && shape.hidden !== true && isScalar(shape)
        ? [{ field, scalar: shape, open: ` ${field}="` }]
        : [],
    )
    .sort((a, b) => rank(a.field) - rank(b.field) || 0)
}

/** The base class's elements come before the derived one's, and `Links` before all (XmlSerializer). */
function inOrder(fields: Fields): readonly (readonly [field: string, shape: Shape])[] {
  const rank = (shape: Shape) => (shape.kind === 'links' ? 0 : shape.derived === true ? 2 : 1)
  return Object.entries(fields)
    .filter(([, shape]) => isElement(shape))
    .sort(([, a], [, b]) => rank(a) - rank(b))
}

/** The elements of a struct, in the order in which they stand. */
export const elementsOf = (fields: Fields): readonly string[] => inOrder(fields).map(([field]) => field)

const childrenOf = (fields: Fields) =>
  inOrder(fields).map(([field, shape]) => ({ field, write: childWriter(field, shape) }))

function childWriter(field: string, shape: Shape): Write {
  if (shape.content !== true || !isScalar(shape)) return xmlWriter(field, shape)
  return (value, base) => elementWord(shape, value, base)
}
