import { afterAll, beforeAll, expect, it } from 'vitest'
import { listOperations } from '../../src/routes.ts'
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
  const names = listed.map(({ name, path }) => `${name} ${path.split('?')[0] ?? ''}`)
  expect(new Set(names).size).toBe(names.length)
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
