import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import { asRoot, xmlWriter } from '../../src/wire/write-xml.ts'
import { readElement, type Element } from './element.ts'
import { elementsOf } from './oracle.ts'
import { oddText, plainText, sampleOf } from './shapes.ts'

const base = 'http://em:9399/api'

/** xmlbuilder2 is the judge, and a development dependency only: importing it costs every start some 27 ms. */
function built(parent: XMLBuilder, { name, attributes, children, text }: Element): XMLBuilder {
  const element = parent.ele(name)
  for (const [attribute, value] of attributes) element.att(attribute, value)
  for (const child of children) built(element, child)
  if (text !== '') element.txt(text)
  return parent
}

const builtText = (element: Element): string => built(create(), element).end({ headless: true, spaceBeforeSlash: true })

/** What can be read again of a text: what XML 1.0 cannot hold (its production Char) is U+FFFD. */
const readable = (text: string): string =>
  [...text].map((c) => (/[\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(c) ? c : '\ufffd')).join('')

const readableElement = ({ name, attributes, children, text }: Element): Element => ({
  name,
  attributes: attributes.map(([attribute, value]) => [attribute, readable(value)]),
  children: children.map(readableElement),
  text: readable(text),
})

describe('XML', () => {
  it('is byte for byte what xmlbuilder2 writes, for plain values', () => {
    fc.assert(
      fc.property(sampleOf(plainText), ({ shape, value }) => {
        const [expected] = elementsOf('Root', shape, value, base)
        expect(xmlWriter('Root', shape)(value, base)).toBe(builtText(expected!))
      }),
      { numRuns: 250 },
    )
  })

  it('tells every value, however odd', () => {
    fc.assert(
      fc.property(sampleOf(oddText), ({ shape, value }) => {
        const [expected] = elementsOf('Root', shape, value, base)
        const written = xmlWriter('Root', shape)(value, base)
        expect(readElement(written)).toEqual(readableElement(expected!))
      }),
      { numRuns: 350 },
    )
  })

  it.each([
    ['', '<T />'],
    [' ', '<T> </T>'],
    ['a & b', '<T>a &amp; b</T>'],
    ['&amp;', '<T>&amp;amp;</T>'],
    ['<a href="x">', '<T>&lt;a href="x"&gt;</T>'],
    [']]>', '<T>]]&gt;</T>'],
    ["O'Brien", "<T>O'Brien</T>"],
    ['a\tb\nc', '<T>a\tb\nc</T>'],
    ['a\r\nb', '<T>a&#xD;\nb</T>'],
    ['a\0b\x1b', '<T>a\ufffdb\ufffd</T>'],
    ['\ud83d', '<T>\ufffd</T>'],
    ['\ude00\ud83d', '<T>\ufffd\ufffd</T>'],
    ['\ud83d\ud83d\ude00\ude00', '<T>\ufffd😀\ufffd</T>'],
    ['Überwachung €', '<T>Überwachung €</T>'],
  ])('writes the text %j as %j', (value, written) => {
    expect(xmlWriter('T', { kind: 'text' })(value, base)).toBe(written)
  })

  it.each([
    ['', '<T A="" />'],
    ['"a" & \'b\'', '<T A="&quot;a&quot; &amp; \'b\'" />'],
    ['a<b>c', '<T A="a&lt;b&gt;c" />'],
    ['a\tb\nc\rd', '<T A="a&#x9;b&#xA;c&#xD;d" />'],
    ['\x07', '<T A="\ufffd" />'],
  ])('writes the attribute %j as %j', (value, written) => {
    const shape = {
      kind: 'struct',
      fields: { A: { kind: 'text', attribute: true } },
      attributeOrder: [],
    } as const
    expect(xmlWriter('T', shape)({ A: value }, base)).toBe(written)
  })

  it.each([
    ['<Error Message="a &gt; b" />', '<Error Message="a &gt; b"‹ns› />'],
    ['<Jobs><Job A="1" /></Jobs>', '<Jobs‹ns›><Job A="1" /></Jobs>'],
    ['<Job A="1"><T>x</T></Job>', '<Job A="1"‹ns›><T>x</T></Job>'],
  ])('makes %s the root, namespaces after its own attributes', (element, root) => {
    const namespaces =
      ' xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://www.veeam.com/ent/v1.0"'
    expect(asRoot(element)).toBe(`<?xml version="1.0" encoding="utf-8"?>${root.replace('‹ns›', namespaces)}`)
  })
})
