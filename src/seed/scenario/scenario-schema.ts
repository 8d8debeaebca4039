import { jsonSchemaOf, type Schema } from '../../json-schema/schema-of.ts'
import { scenarioShape } from './scenario-shape.ts'

/** The JSON Schema (2020-12) of scenario files. Whether their names lead somewhere, only reading them tells. */
export const scenarioSchema = (): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A scenario of mock-enterprise-manager',
  ...jsonSchemaOf(scenarioShape),
})
