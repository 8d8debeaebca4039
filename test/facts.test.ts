import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Resource } from '../src/model/resource.ts'
import { resources } from '../src/resources/index.ts'
import { countOf, differencesOf } from './facts/compare.ts'
import { explained, unasked, uncompared } from './facts/differences.ts'
import { catalogOf, readFacts, readQuestions, typeOf, type Subject } from './facts/facts.ts'
import type { Known } from './facts/fact.ts'
import type { Library } from './facts/library.ts'
import { readOurs } from './facts/ours.ts'

// The shapes proof: what EM's documents look like (test/facts) is what ours look like, or fidelity.md says why not.

const subjects = readFacts()
const catalog = catalogOf(subjects)
const registered = new Set<string>(resources.map(({ name }) => name))
/** A type that is not registered is not served: there is nothing to compare. */
const served = subjects.filter((subject) => {
  const type = typeOf(subject, catalog)
  return type === undefined || registered.has(type)
})
const nameOf = ({ kind, dialect, name }: Subject) => `${name} (${kind}, ${dialect})`

const languageOf = (dialect: Subject['dialect']) => (dialect === 'xml' ? 'xml' : 'json')

let ours: Library
const oursOf = ({ kind, dialect, name }: Subject) => ours.known(kind, dialect, name)
/** Every difference, with its subject before it. */
const found: string[] = []
beforeAll(async () => {
  ours = await readOurs(catalog)
  for (const subject of served) {
    const known = oursOf(subject)
    if (known === undefined) continue
    const others = subjects.filter(({ kind, name }) => kind === subject.kind && name === subject.name)
    const elsewhere = others.map(({ known, dialect }) => [known, languageOf(dialect)] as const)
    const differences = differencesOf(subject.known, known, languageOf(subject.dialect), elsewhere)
    found.push(...differences.map((difference) => `${nameOf(subject)}: ${difference}`))
  }
})

const quoted = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
/** `*` in a pattern is anything. */
const matches = (pattern: string, text: string) =>
  new RegExp(`^${pattern.split('*').map(quoted).join('.*')}$`).test(text)

describe('what we send looks as what EM sends', () => {
  it.each(served.map((subject) => [nameOf(subject), subject] as const))('%s', (name) => {
    const own = found.filter((difference) => difference.startsWith(`${name}: `))
    expect(own.filter((text) => !explained.some(([what]) => matches(what, text)))).toEqual([])
  })

  it('and everything that is served is compared', () => {
    const compared = served.filter((subject) => oursOf(subject) !== undefined)
    const others = served.filter((subject) => !compared.includes(subject))
    const places = compared.reduce((sum, { known }) => sum + countOf(known), 0)
    const types = new Set(compared.map((subject) => typeOf(subject, catalog)).filter(Boolean))
    console.info(
      `${places} facts of ${compared.length} documents compared, for ${types.size} types with a key; ` +
        `${explained.length} kinds of difference explained, ${others.length} documents not compared.`,
    )
    const names = others.map(nameOf)
    expect(names.filter((name) => !uncompared.some(([what]) => matches(what, name)))).toEqual([])
  })
  it.each(uncompared)('%s cannot be compared yet', (what) => {
    const names = served.filter((subject) => oursOf(subject) === undefined).map(nameOf)
    expect(names.filter((name) => matches(what, name))).not.toEqual([])
  })
})

describe('JSON of every type', () => {
  const endings = [
    ['entities', ['Name', 'UID', 'Links', 'Href', 'Type']],
    ['references', ['Links', 'UID', 'Name', 'Href', 'Type']],
  ] as const
  const ending = (known: Known | undefined, length: number) =>
    Object.keys(known?.shape ?? {})
      .filter((name) => name !== '~')
      .map((name) => name.replace(/[?*]+$/, ''))
      .slice(-length)

  it.each(endings)('%s end as those that were recorded: %s', (kind, names) => {
    const recorded = subjects.filter((subject) => subject.kind === kind && subject.dialect === 'json')
    // Those of 9.5 U4 have lost their order.
    const inOrder = recorded.filter(({ known }) => !Object.keys(known.shape).includes('~'))
    expect(inOrder.length).toBeGreaterThan(2)
    for (const { known } of inOrder) expect(ending(known, names.length)).toEqual(names)
    const keyed = served.filter((subject) => subject.kind === kind && subject.dialect === 'xml')
    for (const { name } of keyed) {
      expect([name, ending(ours.known(kind, 'json', name), names.length)]).toEqual([name, names])
    }
  })
})

describe('what can be asked is what EM documents', () => {
  const all: readonly Resource[] = resources
  const plain = (path: string) => path.replace(/\{\w+\}/g, '{}').toLowerCase()
  const questions = readQuestions().flatMap(([name, asked]) => {
    const own = all.find((resource) => resource.name === name)
    return own === undefined ? [] : [[name, asked, own] as const]
  })

  it.each(questions)('%s', (name, { lists, names, words = {} }, own) => {
    const paths = own.collections.map(({ path }) => plain(path))
    const query = new Map(Object.entries(own.query).map(([name, source]) => [name.toLowerCase(), source]))
    const lacking = [
      ...lists.filter((path) => !paths.includes(plain(path))),
      ...names.filter((name) => !query.has(name.toLowerCase())),
      ...Object.entries(words).flatMap(([name, values]) => {
        const source = query.get(name.toLowerCase())
        const shape = source?.of === 'member' ? own.fields[source.member] : undefined
        const ours = shape?.kind === 'enumeration' ? shape.values.map((value) => value.toLowerCase()) : []
        const places = values.map((value) => ours.indexOf(value.toLowerCase()))
        const isInOrder = places.every((place, at) => place > (places[at - 1] ?? -1))
        return isInOrder ? [] : [`${name}: ${values.join()}`]
      }),
    ]
    expect(lacking.filter((what) => !unasked.some(([type, one]) => type === name && one === what))).toEqual([])
  })
})

describe('explanations', () => {
  const fidelity = readFileSync(new URL('../docs/fidelity.md', import.meta.url), 'utf8')
  const rows = fidelity.split('\n').filter((line) => line.startsWith('| '))

  it.each(explained)('%s is still different', (what) => {
    expect(found.filter((difference) => matches(what, difference))).not.toEqual([])
  })
  it.each([...new Set([...explained.map(([, why]) => why), ...unasked.map(([, , why]) => why)])])(
    '"%s" is a row of fidelity.md',
    (why) => {
      expect(rows.filter((row) => row.startsWith(`| ${why}`))).toHaveLength(1)
    },
  )
})
