import { expect, it } from 'vitest'
import { enumeration, hidden, inJson, list, numeric, onlyJson, optional, struct, text } from '../../src/model/shape.ts'
import { schemaOf } from '../../src/openapi/schema-of.ts'

const word = { type: 'string' }
const wordOrNull = { anyOf: [word, { type: 'null' }] }

it.each([
  ['text', text(), word],
  ['words of a list are a plain array', list('Day', text()), { type: 'array', items: word }],
  ['an enumeration', enumeration('None', 'Full'), { type: 'string', enum: ['None', 'Full'] }],
])('%s', (_title, shape, schema) => {
  expect(schemaOf(shape, 'v12')).toEqual(schema)
})

it.each([
  ['absent words are null', { VmName: optional(text()) }, { VmName: wordOrNull }, ['VmName']],
  ['absent numbers are left out', { Size: optional(numeric()) }, { Size: { type: 'number' } }, []],
  ['constants of JSON', { Type: onlyJson(null) }, { Type: { type: 'null' } }, ['Type']],
  ['names of their own', { Retry: inJson('Retry1', text()) }, { Retry1: word }, ['Retry1']],
  ['what is hidden', { Secret: hidden(text()) }, {}, []],
])('%s', (_title, fields, properties, required) => {
  expect(schemaOf(struct(fields as never), 'v12')).toEqual({
    type: 'object',
    properties,
    required,
    additionalProperties: false,
  })
})

it('spells names in the dialect, and wraps structs in their plural', () => {
  const shape = list('ObjectInJob', struct({ UID: text() }))
  const properties = { uid: word }
  const item = { type: 'object', properties, required: ['uid'], additionalProperties: false }
  expect(schemaOf(shape, 'v13')).toEqual({
    type: 'object',
    properties: { objectInJobs: { type: 'array', items: item } },
    required: ['objectInJobs'],
    additionalProperties: false,
  })
})
