import { afterAll, beforeAll, expect, it } from 'vitest'
import { listOperations, type ListedOperation } from '../../src/http/listed-operations.ts'
import { openEm, type Em } from '../support/em.ts'

let em: Em
let token: string
let listed: readonly ListedOperation[]
beforeAll(async () => {
  em = await openEm({ scenario: 'empty' })
  token = await em.logOn()
  listed = await listOperations(em.houses)
})
afterAll(() => em.close())

const nowhere = '00000000-0000-0000-0000-000000000000'
const ask = async ({ method, path }: ListedOperation) => {
  const url = `/api${path.replace(/\{filepath\}/, 'C:/a').replace(/\{\w+\}/g, nowhere)}`
  const { status, body } = await em.ask(`${method} ${url}`, { token, accept: 'application/json' })
  const { Message = '' } = body === '' ? {} : (JSON.parse(body) as { readonly Message?: string })
  return { status, Message }
}

it('each has a name of its own', () => {
  const names = listed.map(({ name }) => name.toLowerCase())
  expect(new Set(names).size).toBe(names.length)
})

it('the OpenAPI document calls each as faults and the journal do', async () => {
  const document = JSON.parse((await em.ask('GET /_mock/openapi.json')).body) as {
    paths: Record<string, Record<string, { operationId: string; 'x-operations'?: Record<string, string> }>>
  } // prettier-ignore
  const described = Object.values(document.paths).flatMap((each) => Object.values(each))
  const ids = described.map(({ operationId }) => operationId)
  expect(new Set(ids).size).toBe(ids.length)
  const single = described.filter((each) => each['x-operations'] === undefined)
  const names = [
    ...single.map(({ operationId }) => operationId),
    ...described.flatMap((each) => Object.values(each['x-operations'] ?? {})),
  ]
  const served = listed.filter(({ state }) => state === 'served').map(({ name }) => name)
  expect(served.filter((name) => !names.includes(name))).toEqual([])
})

it('what is not built answers 501 with its name', async () => {
  for (const operation of listed.filter(({ state }) => state === '501')) {
    const { status, Message } = await ask(operation)
    expect([operation, status, Message]).toEqual([operation, 501, expect.any(String)])
    expect(Message).toContain(`${operation.name} (${operation.method} ${operation.path})`)
  }
})

it('what is served is known, whatever it says of what is not there', async () => {
  // The last of them logs off.
  const served = listed.filter(({ state, path }) => state === 'served' && path !== '/sessionMngr/')
  for (const operation of served) {
    const { status, Message } = await ask(operation)
    expect([operation, status === 501 || Message.startsWith('No such resource')]).toEqual([
      operation,
      false,
    ])
  }
})

it.each([
  ['GET /api/v1/jobs', 'The nearest is /api/jobs.'],
  ['GET /api/v1/jobs/states', 'GET /api/ lists where to start.'],
  ['POST /api/oauth2/token', 'POST /api/sessionMngr/?v=latest logs on with HTTP Basic credentials'],
  ['GET /api/v1', 'and this is that of Enterprise Manager'],
])('%s is told to be of Backup & Replication itself', async (request, says) => {
  const { status, body } = await em.ask(request, { accept: 'application/json' })
  const { Message } = JSON.parse(body) as { readonly Message: string }
  expect([status, Message]).toEqual([404, expect.stringContaining(says)])
  expect(Message).toContain('is of the REST API of Veeam Backup & Replication itself')
})
