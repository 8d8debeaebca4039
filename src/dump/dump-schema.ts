import { jsonSchemaOf, type Schema } from '../json-schema/schema-of.ts'
import { dumpShape } from './dump-shape.ts'

/** The JSON Schema (2020-12) of dumps. What one part of a dump says of another, only reading it tells. */
export const dumpSchema = (): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A dump of mock-enterprise-manager',
  ...jsonSchemaOf(dumpShape()),
})
