import { afterAll, beforeAll, expect, it } from 'vitest'
import { openEm, type Em } from '../support/em.ts'

let em: Em
beforeAll(async () => {
  em = await openEm()
})
afterAll(() => em.close())

const ask = async (request: string, body?: object) => {
  const headers = { 'content-type': 'application/json' }
  const answer = await em.ask(request, body && { headers, body: JSON.stringify(body) })
  return { status: answer.status, body: JSON.parse(answer.body) as Record<string, unknown> }
}

it('adds, lists, reads, changes and removes an entity', async () => {
  const url = '/_mock/entities/BackupJobSession'
  const added = await ask(`POST ${url}`, { JobName: 'Backup Job 1', Result: 'Failed' })
  expect(added).toMatchObject({ status: 200, body: { type: 'BackupJobSession' } })
  const { id, name } = added.body
  expect((await ask(`GET ${url}`)).body['entities']).toContainEqual({ id, name })
  expect(await ask(`GET ${url}/${String(id)}`)).toEqual(added)
  expect(await ask(`PATCH ${url}/${String(id)}`, { Result: 'Warning' })).toMatchObject({
    status: 200,
    body: { id, fields: { Result: 'Warning', JobName: 'Backup Job 1' } },
  })
  expect(await ask(`DELETE ${url}/${String(id)}`)).toMatchObject({ status: 200, body: { id } })
  expect(await ask(`GET ${url}/${String(id)}`)).toMatchObject({ status: 404 })
})

it.each([
  ['POST', 'BackupJobSession', { Resutl: 'Failed' }, 400, /Did you mean Result\?/],
  ['POST', 'Jobb', {}, 400, /Did you mean Job\?/],
  ['PATCH', 'Job/x', {}, 400, /expected the id of a Job/],
  ['DELETE', 'Job/00000000-0000-4000-8000-000000000001', undefined, 404, /Cannot find job/],
])('%s entities/%s %j is %i', async (method, url, body, status, message) => {
  const answer = await ask(`${method} /_mock/entities/${url}`, body)
  expect(answer).toEqual({ status, body: { message: expect.stringMatching(message) as string } })
})
