import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { served } from '../../src/http/routes/served.ts'
import { apiDescription } from '../../src/control/api-description.ts'
import { actions } from '../../src/simulation/actions.ts'
import { bodyName } from '../../src/openapi/describe-api.ts'
import { bodySchemaOf } from '../../src/openapi/schema-of.ts'
import { listOperations } from '../../src/cli/routes.ts'
import { holdToDocument } from '../support/conform.ts'
import { openEm } from '../support/em.ts'

interface Operation {
  readonly operationId: string
  readonly parameters?: readonly {
    readonly name: string
    readonly required?: boolean
    readonly schema: { readonly enum?: readonly string[] }
  }[]
  readonly responses: Readonly<Record<string, unknown>>
}

interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

interface Schema {
  readonly properties: Readonly<Record<string, unknown>>
}

const em = await openEm()
const documents = {
  v12: apiDescription(em.worlds, 'v12'),
  v13: apiDescription(em.worlds, 'v13'),
} as unknown as Readonly<Record<string, Document>>
const { v12, v13 } = documents as { readonly v12: Document; readonly v13: Document }

/** `POST /jobs/{id}?action=start` for everything that a document has. */
const described = Object.entries(v12.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, { parameters = [] }]) => {
    const action = parameters.find(({ name }) => name === 'action' && method !== 'get')
    const words = (action?.schema.enum ?? []).map((word) => `?action=${word}`)
    return [...words, ...(action?.required === true ? [] : [''])].map(
      (word) => `${method.toUpperCase()} ${path}${word}`,
    )
  }),
)

describe.each(['v12', 'v13'])('the document of %s', (dialect) => {
  const document = documents[dialect]!

  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document) as never)
    expect([document.openapi, errors ?? [], valid]).toEqual(['3.1.0', [], true])
  })

  it('refers to what it has', () => {
    const names = JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)
    const missing = [...names].filter(([, name]) => !(name! in document.components.schemas))
    expect(missing).toEqual([])
  })

  it('calls each operation otherwise, and tells nothing of the mock', () => {
    const ids = Object.values(document.paths).flatMap((each) =>
      Object.values(each).map(({ operationId }) => operationId),
    )
    expect(new Set(ids).size).toBe(ids.length)
    expect(JSON.stringify(document)).not.toContain('mock')
  })
})

it('has every documented operation', () => {
  const holes = (path: string) => path.replace(/\{\w+\}/g, '{}').toLowerCase()
  const have = new Set(described.map(holes))
  const missing = listOperations()
    .map(({ method, path }) => `${method} ${path}`)
    .filter((each) => !have.has(holes(each)))
  expect(missing).toEqual([])
})

it('calls nothing that is sent as what is answered, and no two bodies alike', () => {
  const bodies = new Map<string, string>()
  for (const { body } of actions) {
    if (body === undefined) continue
    const schema = JSON.stringify(bodySchemaOf(body.shape, 'v12', body.isPartial === true))
    expect(bodies.get(bodyName(body)) ?? schema).toBe(schema)
    bodies.set(bodyName(body), schema)
    expect(v12.components.schemas[bodyName(body)]).toEqual(JSON.parse(schema))
  }
})

it.each([
  ['/jobs/:id', '/jobs/{id}'],
  [
    '/catalog/vms/:CatalogVm/vmRestorePoints/:id/guestfs/*',
    '/catalog/vms/{vmname}/vmRestorePoints/{id}/guestfs/{filepath}',
  ],
  ['/agents/jobs/:AgentBackupJob/start', '/agents/jobs/{id}/start'],
])('the route %s is %s', (url, template) => {
  expect(served.templateOf(url)).toBe(template)
})

it('spells members as each version does', () => {
  const members = ({ components }: Document) => Object.keys(components.schemas['BackupJobSession']!.properties)
  expect(members(v12)).toEqual(expect.arrayContaining(['JobUid', 'CreationTimeUTC', 'UID', 'Links']))
  expect(members(v13)).toEqual(expect.arrayContaining(['jobUid', 'creationTimeUTC', 'uid', 'links']))
})

it.each([
  ['GET', '/api/jobs', 200, '{"Refs":[{"Links":[],"UID":"","Name":"","Href":"","Type":"JobReference"}]}', undefined],
  ['GET', '/api/jobs', 200, '{"Refs":[{"Links":[],"UID":"","Name":"","Href":"","Type":"Job"}]}', '/Refs/0/Type must be equal to one of the allowed values'],
  ['GET', '/api/jobs', 200, '{"Refs":[{"Links":[],"UID":"","Name":"","Href":""}]}', "must have required property 'Type'"],
  ['GET', '/api/jobs', 200, '{"Refs":[],"More":1}', 'must NOT have additional properties'],
  ['GET', '/api/jobs', 202, '', 'answers 202, of which the OpenAPI document knows nothing'],
  ['GET', '/api/nowhere', 404, '{"Message":"","StatusCode":404}', "must have required property"],
])('%s %s with %i %s: %s', (method, url, status, body, says) => {
  const hold = () => { holdToDocument(em.worlds, { method, url, status, body }) }
  if (says === undefined) hold()
  else expect(hold).toThrow(says)
}) // prettier-ignore
