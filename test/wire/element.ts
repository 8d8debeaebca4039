import { SaxesParser } from 'saxes'

/** An element as XML has it: attributes and children in their order, and the text between. */
export interface Element {
  readonly name: string
  readonly attributes: readonly (readonly [name: string, value: string])[]
  readonly children: readonly Element[]
  readonly text: string
}

type Growing = { -readonly [K in keyof Element]: Element[K] } & { children: Element[] }

/** Reads a document or an element. Throws for what is not well-formed. */
export function readElement(xml: string): Element {
  const parser = new SaxesParser()
  const open: Growing[] = [{ name: '', attributes: [], children: [], text: '' }]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    open.push({ name, attributes: Object.entries(attributes), children: [], text: '' })
  })
  parser.on('text', (text) => (open.at(-1)!.text += text))
  parser.on('closetag', () => {
    const element = open.pop()!
    open.at(-1)!.children.push(element)
  })
  parser.write(xml).close()
  return open[0]!.children[0]!
}
