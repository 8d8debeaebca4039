import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEm, type Em } from '../support/em.ts'

type Headers = Readonly<Record<string, string>>

describe('without a token, on loopback', () => {
  let em: Em
  beforeAll(
    async () => (em = await openEm({ corsOrigin: ['https://tests.example.net'], publicUrl: 'https://em.example.org' })),
  )
  afterAll(() => em.close())

  it.each<[Headers, number]>([
    [{ host: 'localhost:9399' }, 200],
    [{ host: '127.0.0.1' }, 200],
    [{ host: '[::1]:9399' }, 200],
    [{ host: 'em.localhost:80' }, 200],
    [{ host: 'em.example.org' }, 200],
    [{ host: 'evil.example.com' }, 403],
    [{ host: '127.0.0.1.evil.example.com' }, 403],
    [{ host: 'localhost:9399', origin: 'http://localhost:9399' }, 200],
    [{ host: 'localhost:9399', origin: 'https://tests.example.net' }, 200],
    [{ host: 'localhost:9399', origin: 'http://localhost:5173' }, 403],
    [{ host: 'localhost:9399', origin: 'https://evil.example.com' }, 403],
    [{ host: 'localhost:9399', origin: 'null' }, 403],
  ])('%j is a %i', async (headers, status) => {
    const answer = await em.ask('GET /_mock/clock', { headers })
    expect(answer.status).toBe(status)
    expect(Object.keys(JSON.parse(answer.body) as object)).toContain(status === 200 ? 'now' : 'message')
    expect((await em.ask('GET /_mock/health', { headers })).status).toBe(200)
  })
})

describe('with a token', () => {
  let em: Em
  beforeAll(async () => (em = await openEm({ token: 'open-sesame' })))
  afterAll(() => em.close())

  it.each<[Headers, number]>([
    [{ 'x-mock-token': 'open-sesame' }, 200],
    [{ authorization: 'Bearer open-sesame' }, 200],
    [{ 'x-mock-token': 'open-sesame', host: 'em:9399' }, 200],
    [{ 'x-mock-token': 'sesame' }, 401],
    [{ authorization: 'Basic b3Blbi1zZXNhbWU=' }, 401],
    [{}, 401],
    [{ 'x-mock-token': 'open-sesame', origin: 'https://evil.example.com' }, 403],
  ])('%j is a %i', async (headers, status) => {
    expect((await em.ask('GET /_mock/clock', { headers })).status).toBe(status)
  })

  it('is not needed to ask whether all is well, nor for EM itself', async () => {
    expect((await em.ask('GET /_mock/health')).status).toBe(200)
    expect((await em.ask('GET /api/')).status).toBe(200)
  })
})

it('--no-control removes it all', async () => {
  const em = await openEm({ control: false })
  for (const path of ['health', 'clock', 'reset']) expect((await em.ask(`GET /_mock/${path}`)).status).toBe(404)
  await em.close()
})

it('--quiet-headers sends nothing that begins with X-Mock', async () => {
  const loud = await openEm()
  const quiet = await openEm({ quietHeaders: true })
  const asked = { headers: { origin: 'http://localhost:5173' } }
  const heard = async (em: Em) => JSON.stringify((await em.ask('GET /api/?nonsense=1', asked)).headers)
  expect(await heard(loud)).toMatch(/x-mock-unread/i)
  expect(await heard(quiet)).not.toMatch(/x-mock/i)
  await Promise.all([loud.close(), quiet.close()])
})
