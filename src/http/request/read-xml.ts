import { SaxesParser } from 'saxes'
import { errors } from '../../model/api-error.ts'
import { XmlElement } from '../../wire/xml-element.ts'

/** Real bodies are a few levels deep and some hundred elements long. */
const MAX_DEPTH = 64
const MAX_ELEMENTS = 10_000

/** Reads a document. Throws an error (400) that says where what is wrong; DOCTYPE is refused, so there are no entities to expand. */
export function readXml(text: string): XmlElement {
  const parser = new SaxesParser({ position: true })
  const open: XmlElement[] = []
  let root: XmlElement | undefined
  let count = 0
  const fail = (what: string): never => {
    throw errors.badRequest(`The XML body is not acceptable: ${what} (line ${parser.line}, column ${parser.column}).`)
  }
  parser.on('error', (error) => fail(error.message.replace(/^\d+:\d+: |\.$/g, '')))
  parser.on('doctype', () => fail('a DOCTYPE is not allowed'))
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= MAX_DEPTH) fail(`it is nested more than ${MAX_DEPTH} deep`)
    if (++count > MAX_ELEMENTS) fail(`it has more than ${MAX_ELEMENTS} elements`)
    open.push(new XmlElement(name, { ...(attributes as Record<string, string>) }))
  })
  const append = (more: string) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += more
  }
  parser.on('text', append)
  parser.on('cdata', append)
  parser.on('closetag', () => {
    const element = open.pop()
    if (element === undefined) return
    const parent = open.at(-1)
    if (parent === undefined) root = element
    else parent.elements.push(element)
  })
  parser.write(text.replace(/^\ufeff/, '')).close()
  return root ?? fail('it has no element')
}
