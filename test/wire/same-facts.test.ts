import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Resource } from '../../src/model/resource.ts'
import type { Fields, Row, Shape } from '../../src/model/shape.ts'
import { resources } from '../../src/resources/index.ts'
import { formShape } from '../../src/wire/documents.ts'
import { rowWriter, type Form } from '../../src/wire/representation.ts'
import type { Dialect } from '../../src/wire/write-json.ts'
import { readElement, type Element } from './element.ts'
import { spelling } from './oracle.ts'
import { guidOf, membersOf, plainText } from './shapes.ts'

// What is told by a document, whichever language it is told in: words, lists of facts, or facts by member.
type Fact = string | readonly Fact[] | { readonly [member: string]: Fact | undefined }

const shown = (fields: Fields) =>
  Object.entries(fields).filter(([, it]) => it.hidden !== true && it.onlyJson === undefined)

const linkWords = ['Rel', 'Href', 'Name', 'Type'] as const

function factsOfXml(shape: Shape, element: Element): Fact {
  const attributes = Object.fromEntries(element.attributes)
  switch (shape.kind) {
    case 'links':
      return element.children.map((link) => {
        const words = Object.fromEntries(link.attributes)
        return Object.fromEntries(linkWords.map((word) => [word, words[word]]))
      })
    case 'list':
      expect(new Set(element.children.map(({ name }) => name)).size).toBeLessThan(2)
      return element.children.map((child) => factsOfXml(shape.shape, child))
    case 'struct':
      return Object.fromEntries(
        shown(shape.fields).map(([field, member]) => {
          if (member.attribute === true) return [field, attributes[field]]
          if (member.content === true) return [field, element.text]
          const found = element.children.filter(({ name }) => name === field)
          if (member.kind === 'repeated') return [field, found.map((each) => factsOfXml(member.shape, each))]
          return [field, found[0] && factsOfXml(member, found[0])]
        }),
      )
    case 'text':
    case 'uid':
    case 'boolean':
    case 'number':
    case 'dateTime':
    case 'timeOfDay':
    case 'enumeration':
    case 'href':
      return element.text
    case 'repeated':
    case 'rows':
      throw new Error(`${shape.kind} is no element`)
  }
}

function factsOfJson(shape: Shape, json: unknown, dialect: Dialect): Fact | undefined {
  if (json === null || json === undefined) return undefined
  const spell = spelling[dialect]
  const facts = (of: Shape, items: unknown) =>
    (items as readonly unknown[]).map((item) => factsOfJson(of, item, dialect)!)
  const members = json as Readonly<Record<string, unknown>>
  switch (shape.kind) {
    case 'links':
      return (json as readonly Readonly<Record<string, string | null>>[]).map((link) =>
        Object.fromEntries(linkWords.map((word) => [word, link[spell(word)] ?? undefined])),
      )
    case 'list':
      return facts(shape.shape, shape.shape.kind === 'struct' ? members[spell(shape.plural)] : json)
    case 'repeated':
      return facts(shape.shape, json)
    case 'struct':
      return Object.fromEntries(
        shown(shape.fields).map(([field, member]) => [
          field,
          // None at all: null in JSON, nothing in XML.
          factsOfJson(
            member,
            members[spell(member.jsonName ?? field)] ?? (member.kind === 'repeated' ? [] : null),
            dialect,
          ),
        ]),
      )
    case 'timeOfDay':
      return (json as string).slice(11).replace('+', '.0000000+')
    case 'text':
    case 'uid':
    case 'boolean':
    case 'number':
    case 'dateTime':
    case 'enumeration':
    case 'href':
      return typeof json === 'string' ? json : JSON.stringify(json)
    case 'rows':
      throw new Error('Rows are no member of a row')
  }
}

const rolesOf = ({ links, referenceLinks }: Resource) =>
  [...links, ...referenceLinks].flatMap(({ each }) => (each === undefined ? [] : [each]))

/** Rows that hold something in some of their roles. */
const rowOf = (resource: Resource): fc.Arbitrary<Row> => {
  const id = fc.nat(99).map(guidOf)
  return fc
    .record({
      id,
      up: fc.record(Object.fromEntries(Object.keys(resource.up).map((role) => [role, id])), {
        requiredKeys: [],
      }),
      related: fc.record(Object.fromEntries(rolesOf(resource).map((role) => [role, fc.array(id, { maxLength: 2 })]))),
      members: membersOf(resource.fields, plainText),
    })
    .map(({ members, ...row }) => ({ ...members, ...row }))
}

describe.each(resources.map((it): [string, Resource] => [it.name, it]))('%s', (_name, resource) => {
  it.each<[Form, Dialect]>([
    ['entity', 'v12'],
    ['entity', 'v13'],
    ['reference', 'v12'],
    ['reference', 'v13'],
  ])('as %s tells the same facts in XML and in JSON of %s', (form, dialect) => {
    const shape = formShape(resource, form)
    const { keyless } = resource
    fc.assert(
      fc.property(rowOf(resource), plainText, (row, prefix) => {
        const lookUp = (type: string, id: string) => `${prefix}${type} ${id}`
        const [xml, json] = (['xml', dialect] as const).map((language) =>
          rowWriter(resource, form, language)(row, 'http://em/api', lookUp),
        )
        const told = factsOfXml(shape, readElement(xml!))
        expect(factsOfJson(shape, JSON.parse(json!), dialect)).toEqual(told)
        if (keyless === undefined)
          expect(told).toMatchObject({
            Name: lookUp(resource.name, row.id),
            UID: `urn:veeam:${resource.name}:${row.id}`,
            Type: form === 'entity' ? resource.name : `${resource.name}Reference`,
          })
      }),
      { numRuns: 15 },
    )
  })
})
