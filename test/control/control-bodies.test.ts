import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startEnterpriseManager } from '../../src/index.ts'
import type { Logon } from '../../src/embed/handles.ts'
import { openEm, type Em } from '../support/em.ts'

let em: Em
beforeAll(async () => (em = await openEm({ now: '2026-01-15T08:00:00Z', clock: 'frozen' })))
afterAll(() => em.close())

const post = async (request: string, body: string) => {
  const headers = { 'content-type': 'application/json' }
  const answer = await em.ask(request, { headers, body })
  return { status: answer.status, told: JSON.parse(answer.body) as unknown }
}
const lists = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const deep = 'this goes deeper than 100 lists and objects in each other.'

it.each<[what: string, request: string, body: string, status: number, message: string]>([
  ['broken JSON', 'POST /_mock/clock/advance', '{"by":\n oops}', 400, 'body:2:2: this is not JSON: InvalidSymbol.'],
  ['JSON that is cut off', 'POST /_mock/verify', '{"that"', 400, 'body:1:8: this is not JSON: ColonExpected.'],
  ['XML', 'POST /_mock/verify', '<a/>', 400, 'body:1:1: this is not JSON: InvalidSymbol.'],
  ['a member that is there twice', 'PUT /_mock/clock', '{"rate":1,"rate":2}', 400, 'body:1:11: "rate" is here twice.'],
  ['9,000 lists in each other', 'POST /_mock/load', lists(9000), 400, `dump:1:101: ${deep}`],
  ['50,000 lists in each other', 'POST /_mock/entities/Job', `{"Name":${lists(50_000)}}`, 400, `body:1:108: ${deep}`],
  ['101 lists in each other', 'POST /_mock/scenario', `{"scenario":${lists(101)}}`, 400, `body:1:112: ${deep}`],
  ['brackets in a text', 'POST /_mock/clock/advance', `{"by":"${'\\"['.repeat(200)}"}`, 400, 'Found'],
  ['more than a megabyte', 'POST /_mock/faults', `"${'a'.repeat(1 << 20)}"`, 413, 'The request body is larger than 1048576 bytes.'],
])('%s: %s', async (_what, request, body, status, message) => {
  const { status: found, told } = await post(request, body)
  expect({ status: found, told }).toEqual({ status, told: { message: expect.stringMatching(new RegExp(`^${message.replace(/[.:"]/g, '\\$&')}`)) as string } })
  expect((await em.ask('GET /_mock/dump')).status).toBe(200)
}) // prettier-ignore

it.each([
  'POST /_mock/load',
  'POST /_mock/verify',
  'POST /_mock/entities/Job',
  'POST /api/jobs/1?action=clone',
  'PUT /api/jobs/1',
  'DELETE /api/tasks/task-1',
  'DELETE /api/logonSessions/1',
])('who may not ask %s is told so before a body is read', async (asked) => {
  expect(await lineBefore(asked)).toBe('HTTP/1.1 401')
})

it.each([
  ['POST /api/nothing', 404],
  ['POST /_mock/nothing', 404],
  ['POST /nothing', 404],
  ['POST /api/v1/jobs', 404],
  ['POST /_mock/health', 405],
])('%s is answered %d before a body is read', async (asked, status) => {
  expect(await lineBefore(asked, ({ headers }) => ({ 'X-Mock-Token': 'mine-alone', ...headers }))).toBe(
    `HTTP/1.1 ${status}`,
  )
})

it('a wrong method is told to who is logged on, before a body is read', async () => {
  expect(await lineBefore('PUT /api/jobs', ({ headers }) => ({ ...headers }))).toBe('HTTP/1.1 405')
})

/** How the answer begins to a request whose body never comes. */
async function lineBefore(
  asked: string,
  headersOf: (logon: Logon) => Readonly<Record<string, string>> = () => ({}),
): Promise<string> {
  const guarded = await startEnterpriseManager({
    httpPort: 0,
    httpsPort: 'off',
    scenario: 'empty',
    token: 'mine-alone',
  })
  const socket = connect(Number(new URL(guarded.url).port), '127.0.0.1')
  const headers = Object.entries({
    Host: 'localhost',
    'Content-Type': 'application/json',
    'Content-Length': 1 << 20,
    ...headersOf(guarded.logon()),
  })
  socket.write(`${asked} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`)
  const line = await new Promise<string>((done) => socket.once('data', (data) => done(data.toString().slice(0, 12))))
  socket.destroy()
  await guarded.close()
  return line
}
