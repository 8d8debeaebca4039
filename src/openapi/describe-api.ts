import type { Action } from '../simulation/core/action.ts'
import { mayBeLeftOut, type BodySpec } from '../model/body.ts'
import type { Resource } from '../model/resource.ts'
import { resources, task } from '../resources/index.ts'
import type { Dialect } from '../wire/write-json.ts'
import { Components } from './components.ts'
import type { ResponseContract } from './response-contract.ts'
import { bodySchemaOf, type OpenApiSchema } from './schema-of.ts'

/** A route, and what it answers. */
interface Served {
  readonly method: string
  /** Below `/api`; its holes have different names. */
  readonly path: string
  /** What it is called. */
  readonly name: string
  /** What each word of `?action=` stands for is called, where there are several; '' is none. */
  readonly operations?: Readonly<Record<string, string>>
  readonly contract: ResponseContract
}

/** What is described, and how. */
interface Surface {
  readonly served: readonly Served[]
  readonly dialect: Dialect
  readonly version: string
}

/** An OpenAPI 3.1 document of EM's API as it is served, in the JSON of a dialect. XML is served too, but only named. */
export function describeApi({ served, dialect, version }: Surface): OpenApiSchema {
  const components = new Components(dialect)
  const paths: Record<string, Record<string, OpenApiSchema>> = {}
  for (const route of served) (paths[route.path] ??= {})[route.method.toLowerCase()] = operationOf(route, components)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Backup Enterprise Manager REST API',
      description: `JSON as Enterprise Manager ${dialect === 'v12' ? 'up to 12' : '13'} writes it.`,
      version,
    },
    servers: [{ url: '/api' }],
    security: [{ session: [] }],
    paths,
    components: {
      schemas: { ...components.schemas },
      securitySchemes: {
        session: { type: 'apiKey', in: 'header', name: 'X-RestSvcSessionId' },
        user: { type: 'http', scheme: 'basic' },
      },
    },
  }
}

function operationOf(served: Served, components: Components): OpenApiSchema {
  const { path, name, operations, contract } = served
  const holes = [...path.matchAll(/\{(\w+)\}/g)].map(([, hole = '']) => ({
    name: hole,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const { parameters, ...rest } = saidOf(contract, components)
  return {
    operationId: name,
    ...(operations !== undefined && {
      description: `What action says: ${Object.values(operations).join(', ')}.`,
      'x-operations': operations,
    }),
    ...(contract.kind === 'logon' && { security: [{ user: [] }] }),
    ...(holes.length + parameters.length > 0 && { parameters: [...holes, ...parameters] }),
    ...rest,
  }
}

interface Said {
  readonly parameters: readonly OpenApiSchema[]
  readonly requestBody?: OpenApiSchema
  readonly responses: Readonly<Record<string, OpenApiSchema>>
}

function saidOf(contract: ResponseContract, components: Components): Said {
  const answers = (status: number, schema: OpenApiSchema, more: OpenApiSchema = {}): Said['responses'] => ({
    [status]: answer('What was asked for.', schema, more),
    default: answer('An error.', components.error()),
  })
  switch (contract.kind) {
    case 'document':
      return {
        parameters: contract.parameters.map((each) => inQuery(each)),
        responses: answers(200, components.root(contract.root)),
      }
    case 'rows': {
      const { resource } = contract
      return { parameters: formatsOf(resource), responses: answers(200, components.listOf(resource)) }
    }
    case 'row': {
      const [first] = contract.resources
      return { parameters: formatsOf(first), responses: answers(200, components.oneOf(contract.resources)) }
    }
    case 'query':
      return { parameters: queryParameters(), responses: answers(200, components.queryResult(resources)) }
    case 'logon':
      return {
        parameters: [inQuery('v')],
        responses: answers(201, components.root(contract.root), {
          headers: { 'X-RestSvcSessionId': word },
        }),
      }
    case 'files': {
      const { roots, isFile } = contract
      const schema = { anyOf: roots.map((root) => components.root(root)) }
      const content = isFile ? { 'application/octet-stream': {} } : {}
      return {
        parameters: ['action', 'page', 'pageSize'].map((each) => inQuery(each)),
        responses: answers(200, schema, { content: { ...contentOf(schema), ...content } }),
      }
    }
    case 'nothing':
      return {
        parameters: [],
        responses: { 204: { description: 'Done.' }, default: answer('An error.', components.error()) },
      }
    case 'actions':
      return saidOfActions(contract.choices, components)
  }
}

type Choices = Extract<ResponseContract, { readonly kind: 'actions' }>['choices']

function saidOfActions(choices: Choices, components: Components): Said {
  const words = choices.flatMap(({ word }) => word ?? [])
  const actions = choices.map(({ action }) => action)
  const bodies = [...new Set(actions.flatMap(({ body }) => body ?? []))]
  const isNeeded = actions.every(({ body }) => body !== undefined && !mayBeLeftOut(body))
  const schemas = bodies.map((body) =>
    components.refer(bodyName(body), () => bodySchemaOf(body.shape, components.dialect, body.isPartial === true)),
  )
  const named = [...new Set(actions.flatMap((each) => each.parameters ?? []))]
  const responses = Object.fromEntries(actions.map((each) => answerOf(each, components)))
  return {
    parameters: [
      ...(words.length === 0 ? [] : [inQuery('action', words, words.length === choices.length)]),
      ...named.map((each) => inQuery(each)),
    ],
    ...(schemas.length > 0 && {
      requestBody: {
        ...(isNeeded && { required: true }),
        content: contentOf(schemas.length === 1 && schemas[0] !== undefined ? schemas[0] : { anyOf: schemas }),
      },
    }),
    responses: { ...responses, default: answer('An error.', components.error()) },
  }
}

/** What is sent may be called as what is answered, and is not the same. */
export const bodyName = ({ name, isPartial }: BodySpec): string =>
  isPartial === true ? `${name}Edit` : `${name.replace(/Spec$/, '')}Spec`

/** What comes of an action: a task, a document, something that was made, or nothing. */
function answerOf(
  { task: isTask, document, status }: Action,
  components: Components,
): readonly [status: string, response: OpenApiSchema] {
  if (isTask !== undefined)
    return [String(status ?? 202), answer('A task that does it.', components.row(task, 'entity'))]
  if (document !== undefined) return [String(status ?? 200), answer('What was asked for.', components.root(document))]
  if (status === 201) return ['201', { description: 'Made.', headers: { Location: word } }]
  return ['204', { description: 'Done.' }]
}

const word = { schema: { type: 'string' } }

const answer = (description: string, schema: OpenApiSchema, more: OpenApiSchema = {}): OpenApiSchema => ({
  description,
  content: contentOf(schema),
  ...more,
})

const contentOf = (schema: OpenApiSchema) => ({
  'application/json': { schema },
  'application/xml': {},
})

const inQuery = (name: string, words?: readonly string[], required = false): OpenApiSchema => ({
  name,
  in: 'query',
  ...(required && { required }),
  schema: { type: 'string', ...(words !== undefined && { enum: words }) },
})

const format = inQuery('format', ['Entity'])
const formatsOf = ({ keyless }: Resource) => (keyless === undefined ? [format] : [])

/** As em_rest's query service has them. */
function queryParameters(): readonly OpenApiSchema[] {
  const types = resources.filter(({ container }) => container !== undefined)
  const number = { type: 'integer', minimum: 1 }
  return [
    inQuery(
      'type',
      types.map(({ name }) => name),
      true,
    ),
    inQuery('filter'),
    inQuery('format', ['Ref', 'Entity', 'Entities']),
    inQuery('sortAsc'),
    inQuery('sortDesc'),
    { name: 'page', in: 'query', schema: number },
    { name: 'pageSize', in: 'query', schema: number },
  ]
}
