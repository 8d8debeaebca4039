import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actions } from '../../../src/simulation/actions.ts'
import type { Row } from '../../../src/model/shape.ts'
import { accepts, openEm, type Asked, type Em } from '../../support/em.ts'

// A document that was read and is sent back whole is always taken, of every type that can be edited.

const edits = actions.filter(({ method }) => method === 'PUT').map(({ path }) => path)
const now = '2026-01-15T12:00:00Z'
const worlds = new Map<string, readonly Em[]>()
beforeAll(async () => {
  for (const dialect of ['v12', 'v13'] as const)
    worlds.set(dialect, [
      await openEm({ scenario: 'default', dialect, now, clock: 'frozen' }),
      await openEm({ scenario: 'docs', dialect, strict: true, clock: 'frozen' }),
      await openEm({ scenario: 'service-provider', dialect, now, clock: 'frozen' }),
      await openEm({ scenario: 'service-provider', dialect, strict: true, now, clock: 'frozen' }),
    ])
})
afterAll(() => Promise.all([...worlds.values()].flat().map((em) => em.close())))

const forms = [
  ['xml', 'v12'],
  ['json', 'v12'],
  ['json', 'v13'],
] as const

/** Some of the resources that a path is for, as paths: all would take long. */
function pathsOf(em: Em, path: string): readonly string[] {
  const [, type = ''] = /\{(\w+)\}$/.exec(path) ?? []
  const rows: readonly Row[] = [...em.simulation.store.table(type)]
  const step = Math.ceil(rows.length / 12)
  return rows
    .filter((_, n) => n % step === 0)
    .map(({ id, up }) => path.replace(/\{(\w+)\}/g, (_, hole: string) => (hole === type ? id : (up[hole] ?? ''))))
}

/** The document of one, alone or in its list: what has no key is listed only. */
async function documentOf(em: Em, asked: Asked, path: string): Promise<string> {
  const alone = await em.ask(`GET /api${path}?format=Entity`, asked)
  if (alone.status === 200) return alone.body
  const [id = ''] = path.split('/').slice(-1)
  const { body } = await em.ask(`GET /api${path.slice(0, -id.length - 1)}`, asked)
  if (!body.startsWith('<')) {
    const items = Object.values(JSON.parse(body) as object).flat() as readonly object[]
    return JSON.stringify(items.find((item) => JSON.stringify(item).includes(id)))
  }
  const [, name = ''] = /<\w+[^>]*><(\w+)/.exec(body.replace(/^<\?.*?\?>/, '')) ?? []
  const items = body.match(new RegExp(`<${name} .*?</${name}>`, 'g')) ?? []
  return items.find((item) => item.includes(id)) ?? ''
}

/** Everything that is read, sent back, and read again. */
async function roundTrips(em: Em, language: 'xml' | 'json', path: string) {
  const token = await em.logOn()
  const asked = { token, accept: accepts[language] }
  const trips = []
  for (const one of pathsOf(em, path)) {
    const sent = await em.ask(`PUT /api${one}`, {
      ...asked,
      headers: { 'content-type': accepts[language] },
      body: await documentOf(em, asked, one),
    })
    em.simulation.clock.advance(10e6)
    const task = /tasks\/task-\d+/.exec(sent.body)?.[0]
    const told = task === undefined ? '' : (await em.ask(`GET /api/${task}`, asked)).body
    trips.push({
      of: one,
      taken: sent.status < 300 || sent.body,
      failed: /Success="?:?\s?"?false/i.test(told) && told,
      unread: sent.headers['x-mock-unread'],
    })
  }
  return trips
}

describe.each(forms)('in %s of %s', (language, dialect) => {
  it.each(edits)('PUT %s', async (path) => {
    const trips = []
    for (const em of worlds.get(dialect) ?? []) trips.push(...(await roundTrips(em, language, path)))
    expect(trips.length).toBeGreaterThan(0)
    expect(trips).toEqual(trips.map(({ of }) => ({ of, taken: true, failed: false, unread: undefined })))
  })
})
