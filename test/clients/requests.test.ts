import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { control } from '../support/deeds.ts'
import { openEm, type Em } from '../support/em.ts'
import { findings, ofProvider } from './estate.ts'
import { clones, edits, includes, restores, servers, tenants, zips, type Sent } from './requests.ts'

// Clients that are used with real servers, and what they send when they write.

const now = '2026-01-15T12:00:00Z'

interface Client {
  readonly em: Em
  readonly token: string
  readonly found: Readonly<Record<string, string>>
}

const fill = (text: string, { found }: Client) =>
  text.replace(/\{(\w+)\}/g, (hole, name: string) => found[name] ?? hole)

function ask(client: Client, { request, headers = {} }: Sent, body?: string) {
  const [method = '', path = ''] = fill(request, client).split(' ')
  return client.em.ask(`${method} /api${path}`, {
    token: client.token,
    headers,
    ...(body !== undefined && { body: fill(body, client) }),
  })
}

/** Sends it, and has its task end well where it leads to one. */
async function send(client: Client, sent: Sent): Promise<void> {
  for (const body of [sent.body].flat()) {
    const answer = await ask(client, sent, body)
    expect([answer.status, answer.body]).toEqual([sent.status, expect.anything()])
    expect(answer.headers['x-mock-unread']).toBe(sent.unread)
    if (answer.status !== 202) continue
    client.em.simulation.clock.advance(60e6)
    const href = /tasks\/task-\d+/.exec(answer.body)?.[0] ?? ''
    const asked = { token: client.token, accept: 'application/json' }
    const task = JSON.parse((await client.em.ask(`GET /api/${href}`, asked)).body) as object
    expect(task).toMatchObject({ State: 'Finished', Result: { Success: true } })
  }
}

describe.each(Object.entries({ restores, clones, includes, zips, servers, edits }))('%s', (_, all) => {
  let em: Em
  beforeAll(async () => {
    em = await openEm({ scenario: 'default', now, clock: 'frozen' })
    await control(em, 'POST /_mock/snapshots/here')
  })
  beforeEach(() => control(em, 'POST /_mock/snapshots/here/restore'))
  afterAll(() => em.close())

  it.each(all)('$request: $why', async (sent) => {
    const token = await em.logOn()
    await send({ em, token, found: await findings(em, token) }, sent)
  })
}) // prettier-ignore

describe('tenants', () => {
  let em: Em
  beforeAll(async () => {
    em = await openEm({ scenario: 'service-provider', now, clock: 'frozen' })
  })
  afterAll(() => em.close())

  it.each(tenants)('$request: $why', async (sent) => {
    await send({ em, token: await em.logOn(), found: ofProvider(em) }, sent)
  })
})

const odd = [restores, clones, includes, zips, servers, edits].flat().filter(({ unread }) => unread !== undefined)
describe('with --strict', () => {
  let em: Em
  let client: Client
  beforeAll(async () => {
    em = await openEm({ scenario: 'default', now, clock: 'frozen', strict: true })
    const token = await em.logOn()
    client = { em, token, found: await findings(em, token) }
  })
  afterAll(() => em.close())

  it.each(odd)('$request: $why is refused', async (sent) => {
    const answer = await ask(client, sent, [sent.body].flat()[0])
    expect([answer.status, answer.body]).toEqual([
      400,
      expect.stringMatching(/not acceptable: at \w+|expected Standart/),
    ])
  })
})
