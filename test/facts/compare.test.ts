import { expect, it } from 'vitest'
import { differencesOf } from './compare.ts'
import { Library } from './library.ts'

const catalog = {
  types: new Map([['Job', 'Job']]),
  listed: new Map<string, string>(),
  items: new Set<string>(),
  lists: new Set<string>(),
}
const known = (...documents: readonly string[]) => {
  const library = new Library(catalog)
  for (const text of documents) {
    if (text.startsWith('<')) library.addXml(text)
    else library.addJson({ UID: 'urn:veeam:Job:1', Type: 'Job', ...(JSON.parse(text) as object) })
  }
  const dialect = documents[0]?.startsWith('<') === true ? 'xml' : 'json'
  return library.known('entities', dialect, 'Job')!
}
const job = (inside: string) => `<Job UID="urn:veeam:Job:1">${inside}</Job>`
const links = (...hrefs: readonly string[]) =>
  job(`<Links>${hrefs.map((href) => `<Link Rel="Up" Type="A" Href="http://h/api/${href}"/>`).join('')}</Links>`)
const id = '94b5aa11-dac3-40af-8f49-dcdb429ef799'

it.each<[theirs: readonly string[], ours: readonly string[], says: readonly string[]]>([
  [[job('<A>1</A><B>x y</B>')], [job('<A>2</A><B>z</B>')], []],
  [[job('<A>1</A><B/>')], [job('<B/><A>1</A>')], ['Job: order of A, B']],
  [[job('<A>1</A><B/>'), job('<B/><A>1</A>')], [job('<B/><A>1</A>')], []],
  [[job('<A>1</A>')], [job('<C/>')], ['Job/A: missing', 'Job/C: extra']],
  [[job('<A>1</A>')], [job('<A>x y</A>')], ['Job/A: is text instead of integer']],
  [[job('<A>1.5</A>')], [job('<A>1</A>')], []],
  [[job('<A>1</A>')], [job('<A>1.5</A>')], ['Job/A: is decimal instead of integer']],
  [[job('<A>Some</A>')], [job('<A>any text</A>')], []],
  [[job('<A>Some</A>')], [job('<A>true</A>')], ['Job/A: is truth instead of word']],
  [[job('<A>2025-01-01T00:00:00Z</A>')], [job('<A>2025-01-01T00:00:00.1</A>')], ['Job/A: is localInstant instead of instant']],
  [[job('<A>a@2025-01-01 10:00:00</A>')], [job('<A>plain</A>')], ['Job/A: is text instead of name text@yyyy-MM-dd HH:mm:ss']],
  [[job(`<A>urn:veeam:Job:${id}</A>`)], [job(`<A>${id}</A>`)], ['Job/A: is guid instead of urn:Job']],
  [[job('<A B="1"/>')], [job('<A C="1"/>')], ['Job/A/@B: missing', 'Job/A/@C: extra']],
  [[job('<A/>'), job('<A/>'), job('<A/>')], [job('<A/>'), job('')], ['Job/A: only sometimes']],
  [[links(`b/${id}`, 'c')], [links(`b/${id}`, 'c')], []],
  [[links(`b/${id}`, 'c')], [links('c', 'b')], ['Job/Links/Up A /b/{id}: missing', 'Job/Links/Up A /b: extra']],
  [[links('b', 'c')], [links('c', 'b')], ['Job/Links: order of Up A /b, Up A /c']],
  [[links('b')], [links('b').replace('Rel', 'Name="n" Rel')], ['Job/Links/Up A /b: is named instead of nameless']],
  [['{"A":1,"B":null}'], ['{"B":null,"A":1}'], [': order of A, B']],
  [['{"A":1}'], ['{"A":"1"}'], ['A: is text instead of integer']],
  [['{"A":{"B":1}}'], ['{"A":[{"B":1}]}'], ['A: is an array']],
  [['{"A":null}'], ['{"A":"x y"}'], []],
  [['{"A":1}'], ['{"A":null}'], ['A: is null instead of integer']],
])('%j and %j: %j', (theirs, ours, says) => {
  const language = theirs[0]?.startsWith('<') === true ? 'xml' : 'json'
  expect(differencesOf(known(...theirs), known(...ours), language)).toEqual(says)
}) // prettier-ignore
