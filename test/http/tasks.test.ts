import { afterAll, beforeAll, expect, it } from 'vitest'
import { accepts, openEm, type Em } from '../support/em.ts'

let em: Em
let token: string
beforeAll(async () => {
  em = await openEm({ scenario: 'docs' })
  token = await em.logOn()
})
afterAll(() => em.close())

it.each([
  ['json', '{"Tasks":[]}'],
  ['xml', /<Tasks xmlns:xsd="[^"]+" xmlns:xsi="[^"]+" xmlns="[^"]+" \/>$/],
] as const)('there are none yet, in %s', async (language, expected) => {
  const { status, body } = await em.ask('GET /api/tasks', { token, accept: accepts[language] })
  expect(status).toBe(200)
  expect(body).toMatch(expected)
})

it('an unknown one is a 500 in the words of EM', async () => {
  const { status, body } = await em.ask('GET /api/tasks/task-297', { token, accept: accepts.json })
  const Message = 'There is no backup task with id [task-297] in current rest session'
  expect(status).toBe(500)
  expect(JSON.parse(body)).toMatchObject({
    Message,
    FirstChanceExceptionMessage: Message,
    StatusCode: 500,
  })
})
