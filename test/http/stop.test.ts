import { once } from 'node:events'
import { connect } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openServer } from '../../src/embed/open-server.ts'

const ports = { httpPort: 0, httpsPort: 'off', log: 'silent' } as const

it('a stop waits for an answer that its reader is still taking', async () => {
  const server = await openServer({
    ...ports,
    scenario: 'large',
    sessions: 15_000,
    now: '2026-01-15T08:00:00Z',
    clock: 'frozen',
  })
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  socket.write('GET /_mock/dump HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await once(socket, 'data')
  socket.pause()
  const closed = server.close()
  for (let turn = 0; turn < 100; turn++) await setImmediate()
  socket.resume()
  await Promise.all([once(socket, 'close'), closed])
  const answer = Buffer.concat(chunks)
  const head = answer.indexOf('\r\n\r\n') + 4
  expect(`Content-Length: ${answer.length - head}\r\n`).toBe(
    /Content-Length: \d+\r\n/.exec(answer.toString('latin1', 0, head))?.[0],
  )
})

it.each([
  ['GET /api/', 'mock-delay=100000', 200],
  ['GET /api/', 'mock-status=503, mock-delay=100000', 503],
])('a stop has what is delayed answered at once: %s, %s', async (request, prefer, status) => {
  const server = await openServer({ ...ports, scenario: 'empty' })
  const [method, path = ''] = request.split(' ')
  const asked = fetch(server.url + path, { method: method!, headers: { prefer } })
  while (server.worlds.main.open.size === 0) await setImmediate()
  const closed = server.close()
  expect((await asked).status).toBe(status)
  await closed
})
