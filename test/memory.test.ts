import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'

// The program with a small heap, and far more asked of it than fits: without a budget it ends at the 43rd world.

const WORLDS = 100
const child = spawn(process.execPath, [
  '--max-old-space-size=96',
  'dist/main.js',
  ...['--http-port', '0', '--https-port', 'off'],
  ...['--now', '2026-01-15T08:00:00Z', '--clock', 'frozen'],
])
let url = ''
let log = ''
let token = ''
child.stderr.on('data', (data: Buffer) => (log += data.toString()))

async function ask(request: string, body?: object) {
  const [method = '', path = ''] = request.split(' ')
  const answer = await fetch(url + path, {
    method,
    headers: {
      'x-restsvcsessionid': token,
      accept: 'application/json',
      'content-type': 'application/json',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}
const json = async (request: string): Promise<unknown> => JSON.parse((await ask(request)).text)

beforeAll(async () => {
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  url = (JSON.parse(line.toString()) as { http: string }).http
  const authorization = `Basic ${Buffer.from('administrator:secret').toString('base64')}`
  const logon = await fetch(`${url}/api/sessionMngr/`, { method: 'POST', headers: { authorization } })
  token = logon.headers.get('x-restsvcsessionid') ?? ''
})
afterAll(() => void child.kill())

const sessions = 'GET /api/query?type=BackupJobSession&format=Entities&pageSize=1000'

it('worlds that nobody asks go to make room, and the others are as they were', async () => {
  const before = (await ask(sessions)).text
  for (let n = 0; n < WORLDS; n++) {
    const at = `/w/world-${n}`
    for (const [request, body] of [
      [`POST ${at}/_mock/clock/advance`, { by: 'P1D' }],
      [`POST ${at}/_mock/snapshots`, { name: 'a day' }],
      [`POST ${at}/_mock/clock/advance`, { by: 'P1D' }],
      [`GET ${at}/api/${'x'.repeat(10_000)}`],
    ] as const)
      expect((await ask(request, body)).status).toBe(request.startsWith('GET') ? 404 : 200)
  }
  expect((await ask(sessions)).text).toBe(before)
  expect(await json(`GET /w/world-${WORLDS - 1}/_mock/clock`)).toMatchObject({ now: '2026-01-17T08:00:00Z' })
  expect(await json(`GET /w/world-${WORLDS - 1}/_mock/snapshots`)).toEqual({
    snapshots: [{ name: 'a day', now: '2026-01-16T08:00:00Z' }],
  })
})

it('what went is told by the list of worlds, by the log, and by what begins anew', async () => {
  const { worlds, letGo } = (await json('GET /_mock/worlds')) as Record<string, { name: string }[]>
  expect(worlds!.length + letGo!.length).toBe(WORLDS + 1)
  expect(letGo![0]).toMatchObject({ name: 'world-0', why: 'memory' })
  expect(worlds!.at(-1)).toMatchObject({ name: `world-${WORLDS - 1}` })
  expect(log).toContain('those asked longest ago go first')
  const anew = await ask('GET /w/world-0/_mock/clock')
  expect(anew.text).toContain('2026-01-15T08:00:00Z')
  expect(anew.headers.get('x-mock-begun-anew')).toBe('memory')
  expect((await ask(`GET /w/world-${WORLDS - 1}/_mock/clock`)).headers.has('x-mock-begun-anew')).toBe(false)
})

it('what is added for ever is refused with a sentence; reading goes on, and so does adding after a reset', async () => {
  const description = 'x'.repeat(1_000_000)
  const add = () => ask('POST /_mock/entities/Job', { Description: description })
  let added = await add()
  for (let n = 0; added.status === 200 && n < 200; n++) added = await add()
  expect(added.status).toBe(507)
  expect(added.text).toMatch(/There is no room for POST .*MB are held where \d+ MB may be.*--memory/)
  expect((await ask(sessions)).status).toBe(200)
  expect((await ask('POST /_mock/reset', { what: ['data'] })).status).toBe(200)
  expect((await add()).status).toBe(200)
})

it('the process has lived through it', () => expect(child.exitCode).toBe(null))
