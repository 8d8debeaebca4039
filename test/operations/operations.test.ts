import { afterAll, beforeAll, expect, it } from 'vitest'
import { listOperations } from '../../src/cli/routes.ts'
import { openEm, type Em } from '../support/em.ts'

let em: Em
let token: string
beforeAll(async () => {
  em = await openEm({ scenario: 'empty' })
  token = await em.logOn()
})
afterAll(() => em.close())

const listed = listOperations()
const nowhere = '00000000-0000-0000-0000-000000000000'

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
  expect(listed.filter(({ name }) => !names.includes(name))).toEqual([])
})

it('each is served, whatever it says of what is not there', async () => {
  // The last of them logs off.
  for (const { method, path } of listed.filter(({ path }) => path !== '/sessionMngr/')) {
    const request = `${method} /api${path.replace(/\{filepath\}/, 'C:/a').replace(/\{\w+\}/g, nowhere)}`
    const { status, body } = await em.ask(request, { token, accept: 'application/json' })
    const { Message = '' } = body === '' ? {} : (JSON.parse(body) as { readonly Message?: string })
    const isUnknown = /^(No such resource|Found (no action|\?action=))/.test(Message)
    expect([request, status === 405 || isUnknown]).toEqual([request, false])
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
