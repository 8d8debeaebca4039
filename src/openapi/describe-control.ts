import { jsonSchemaOf } from '../json-schema/schema-of.ts'
import type { Properties, JsonShape } from '../json-schema/kinds.ts'
import type { OpenApiSchema } from './schema-of.ts'

/** An operation of the mock's own, as far as it is described. */
export interface Controlled {
  readonly method: string
  /** Below `/_mock/`. */
  readonly path: string
  readonly name: string
  readonly description: string
  readonly body?: JsonShape
  readonly isOptional?: true
  readonly parameters?: Properties
  /** How it is called. */
  readonly example?: {
    readonly path?: Readonly<Record<string, string>> | undefined
    readonly parameters?: Readonly<Record<string, unknown>> | undefined
    readonly body?: unknown
  }
  readonly answer: JsonShape | { readonly mediaType: string }
  /** An answer of the same shape with another status. */
  readonly unmet?: { readonly status: number; readonly description: string }
  readonly isOpen?: true
}

/** An OpenAPI 3.1 document of what only a mock is asked. */
export function describeControl(operations: readonly Controlled[], version: string): OpenApiSchema {
  const paths: Record<string, Record<string, OpenApiSchema>> = {}
  for (const operation of operations)
    (paths[`/${operation.path}`] ??= {})[operation.method.toLowerCase()] = operationOf(operation)
  return {
    openapi: '3.1.0',
    info: {
      title: 'What only a mock of Enterprise Manager is asked',
      description:
        'It is about the world that X-Mock-World names, or that the path has before it (/w/{world}); about the default one otherwise.',
      version,
    },
    servers: [{ url: '/_mock' }],
    security: [{}, { token: [] }, { bearer: [] }],
    paths,
    components: {
      schemas: {
        Error: {
          type: 'object',
          properties: { message: { type: 'string' } },
          required: ['message'],
          additionalProperties: false,
        },
      },
      securitySchemes: {
        token: { type: 'apiKey', in: 'header', name: 'X-Mock-Token' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

function operationOf(operation: Controlled): OpenApiSchema {
  const {
    path,
    name,
    description: says,
    body,
    isOptional,
    parameters = {},
    example = {},
    answer,
    unmet,
    isOpen,
  } = operation
  const holes = [...path.matchAll(/\{(\w+)\}/g)].map(([, hole = '']) => ({
    name: hole,
    in: 'path',
    required: true,
    schema: { type: 'string' },
    ...exampleOf(example.path?.[hole]),
  }))
  const asked = Object.entries(parameters).map(([name, shape]) => ({
    name,
    in: 'query',
    description: shape.description,
    schema: jsonSchemaOf(shape),
    ...exampleOf(example.parameters?.[name]),
  }))
  return {
    operationId: name,
    summary: says,
    ...(isOpen === true && { security: [] }),
    ...(holes.length + asked.length > 0 && { parameters: [...holes, ...asked] }),
    ...(body !== undefined && {
      requestBody: {
        ...(isOptional !== true && { required: true }),
        content: { 'application/json': { schema: jsonSchemaOf(body), ...exampleOf(example.body) } },
      },
    }),
    responses: {
      200: { description: 'Done.', content: contentOf(answer) },
      ...(unmet !== undefined && {
        [unmet.status]: { description: unmet.description, content: contentOf(answer) },
      }),
      default: {
        description: 'What was found, what was expected, and the way out.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  }
}

const exampleOf = (example: unknown) => example !== undefined && { example }

function contentOf(answer: Controlled['answer']): OpenApiSchema {
  return 'mediaType' in answer
    ? { [answer.mediaType]: { schema: { type: 'string' } } }
    : { 'application/json': { schema: jsonSchemaOf(answer) } }
}
