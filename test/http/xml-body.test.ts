import { fastify } from 'fastify'
import { describe, expect, it } from 'vitest'
import { Readable } from 'node:stream'
import { readXml } from '../../src/http/request/read-xml.ts'
import { xmlBody } from '../../src/http/request/xml-body.ts'
import { errors } from '../../src/model/api-error.ts'

type XmlElement = ReturnType<typeof readXml>

const element = (name: string, more: Partial<XmlElement> = {}): XmlElement => ({
  name,
  attributes: {},
  elements: [],
  text: '',
  ...more,
})
const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth)
const many = (count: number) => `<a>${'<b/>'.repeat(count - 1)}</a>`

describe('a body is read', () => {
  it.each<[string, XmlElement]>([
    ['<a/>', element('a')],
    ['\ufeff<a/>', element('a')],
    ['<?xml version="1.0" encoding="utf-8"?>\n<a></a>\n', element('a')],
    ['<a>007</a>', element('a', { text: '007' })],
    ['<a> true </a>', element('a', { text: ' true ' })],
    ['<a>&lt;&amp;&gt;&quot;&apos;&#65;&#x1F600;</a>', element('a', { text: '<&>"\'A😀' })],
    ['<a>x<![CDATA[<b>&amp;]]>y</a>', element('a', { text: 'x<b>&amp;y' })],
    ['<a><!-- no --><?no?>x</a>', element('a', { text: 'x' })],
    ['<a b="1" c="&quot;&#10;"/>', element('a', { attributes: { b: '1', c: '"\n' } })],
    ["<a __proto__='x' constructor='y'/>", element('a', { attributes: Object.fromEntries([['__proto__', 'x'], ['constructor', 'y']]) })],
    [
      '<LoginSpec xmlns="http://www.veeam.com/ent/v1.0"><T><Name>Ana</Name><Name/></T></LoginSpec>',
      element('LoginSpec', {
        attributes: { xmlns: 'http://www.veeam.com/ent/v1.0' },
        elements: [element('T', { elements: [element('Name', { text: 'Ana' }), element('Name')] })],
      }),
    ],
  ])('%j', (xml, root) => {
    expect(readXml(xml)).toEqual(root)
  }) // prettier-ignore

  it('up to 64 deep and 10,000 elements', () => {
    expect(readXml(nested(64))).toBeDefined()
    expect(readXml(many(10_000)).elements).toHaveLength(9_999)
  })
})

describe('a body is refused', () => {
  it.each([
    ['a DOCTYPE is not allowed (line 1, column 12)', '<!DOCTYPE a><a/>'],
    ['a DOCTYPE is not allowed (line 1, column 30)', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['a DOCTYPE is not allowed (line 1, column 40)', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'],
    ['undefined entity (line 1, column 6)', '<a>&b;</a>'],
    ['undefined entity (line 1, column 9)', '<a>&nbsp;</a>'],
    ['malformed character entity (line 1, column 7)', '<a>&#0;</a>'],
    ['unexpected close tag (line 3, column 6)', '<a>\n  <b>\n  </a>\n'],
    ['unclosed tag: a (line 1, column 3)', '<a>'],
    ['document must contain a root element (line 1, column 2)', '<a'],
    ['unmatched closing tag: a (line 1, column 4)', '</a>'],
    ['documents may contain only one root (line 1, column 7)', '<a/><b/>'],
    ['text data outside of root node (line 1, column 8)', '<a/>text'],
    ['text data outside of root node (line 1, column 4)', 'text'],
    ['text data outside of root node (line 1, column 11)', '{"id":null}'],
    ['unquoted attribute value (line 1, column 6)', '<a b=1/>'],
    ['duplicate attribute: b (line 1, column 16)', '<a b="1" b="2"/>'],
    ['disallowed character (line 1, column 7)', '<a b="<"/>'],
    ['disallowed character (line 1, column 4)', '<a>\0</a>'],
    ['the string "]]>" is disallowed in char data (line 1, column 6)', '<a>]]></a>'],
    ['malformed comment (line 1, column 11)', '<a><!-- -- --></a>'],
    ['an XML declaration must be at the start of the document (line 1, column 7)', ' <?xml version="1.0"?><a/>'],
    ['document must contain a root element (line 1, column 21)', '<?xml version="1.0"?>'],
    ['document must contain a root element (line 1, column 0)', '\ufeff'],
    ['document must contain a root element (line 2, column 1)', '  \n '],
    ['it is nested more than 64 deep (line 1, column 195)', nested(65)],
    ['it has more than 10000 elements (line 1, column 40003)', many(10_001)],
  ])('%s', (what, xml) => {
    const error = errors.badRequest(`The XML body is not acceptable: ${what}.`)
    expect(() => readXml(xml)).toThrow(error)
  }) // prettier-ignore
})

describe('a request', () => {
  const server = fastify({ bodyLimit: 1000 })
  server.removeAllContentTypeParsers()
  void server.register(xmlBody)
  server.post('/', (request) => ({ body: request.body ?? 'none' }))

  const post = (payload: string | Buffer | Readable, type = 'application/xml') =>
    server.inject({ method: 'POST', url: '/', headers: { 'content-type': type }, payload })

  it.each([
    'application/xml',
    'application/xml; charset=utf-8',
    'Application/XML',
    'text/xml',
    'application/soap+xml',
    'application/vnd.veeam.v1+xml; charset="utf-8"',
  ])('of type %s is read', async (type) => {
    const answer = await post('<a>007</a>', type)
    expect([answer.statusCode, answer.json()]).toEqual([200, { body: element('a', { text: '007' }) }])
  })

  it('of another type is not', async () => {
    expect((await post('<a/>', 'application/xmlx')).statusCode).toBe(415)
    expect((await post('<a/>', 'application/x+xmlish')).statusCode).toBe(415)
  })

  it('whose letters are split between chunks is read whole', async () => {
    const xml = Buffer.from('\ufeff<a n="ß">Größe 容量 😀</a>')
    const read = { body: element('a', { attributes: { n: 'ß' }, text: 'Größe 容量 😀' }) }
    for (const size of [1, 2, 3, 5]) {
      const chunks = Array.from({ length: Math.ceil(xml.length / size) }, (_, n) =>
        xml.subarray(n * size, (n + 1) * size),
      )
      expect((await post(Readable.from(chunks))).json()).toEqual(read)
    }
  })

  it('with no body has none', async () => {
    expect((await post('')).json()).toEqual({ body: 'none' })
  })

  it('that is too large is refused, counted in bytes', async () => {
    expect((await post(`<a>${'x'.repeat(993)}</a>`)).statusCode).toBe(200)
    expect((await post(`<a>${'x'.repeat(994)}</a>`)).statusCode).toBe(413)
    expect((await post(`<a>${'ß'.repeat(497)}</a>`)).statusCode).toBe(413)
    expect((await post(Readable.from(['<a>', 'x'.repeat(994), '</a>']))).statusCode).toBe(413)
  })
})
