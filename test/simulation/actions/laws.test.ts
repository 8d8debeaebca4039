import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placesOf, type Action } from '../../../src/simulation/core/action.ts'
import { actions } from '../../../src/simulation/actions.ts'
import type { Simulation } from '../../../src/simulation/core/simulation.ts'
import type { Row } from '../../../src/model/shape.ts'
import { crawl } from '../../contract/crawl.ts'
import { anyOf, type Pick } from '../../support/any-body.ts'
import { accepts, openEm, type Em, type Language } from '../../support/em.ts'
import { workState } from '../../../src/simulation/core/work-state.ts'

// Whatever is done, in whatever order, and however time passes: the world holds together.

/** Where an action is aimed: at a row that is there if there is one, with its parents. */
function aimed(simulation: Simulation, pick: Pick, action: Action): string {
  const { method } = action
  const places = placesOf(action)
  const { path, word } = places[pick(places.length)] ?? { path: '' }
  const holes = [...path.matchAll(/\{(\w+)\}/g)].map(([, hole = '']) => hole)
  const keys: Record<string, string> = {}
  for (const hole of holes.reverse()) {
    const resource = simulation.store.register.find(hole)
    if (resource === undefined) {
      keys[hole] = ['C:/Windows', 'C:/Users/Public', 'nowhere'][pick(3)] ?? ''
      continue
    }
    const rows: readonly Row[] = [...simulation.store.table(resource.name)]
    const row = rows.find(({ id }) => id === keys[hole]) ?? rows[pick(Math.max(1, rows.length))]
    const member = typeof resource.key === 'object' ? resource.key.member : 'id'
    keys[hole] ??= (row as unknown as Record<string, string> | undefined)?.[member] ?? 'nothing'
    for (const [role, id] of Object.entries(row?.up ?? {})) if (id !== undefined) keys[resource.up[role] ?? role] ??= id
  }
  const query = word === undefined ? '' : `?action=${word}`
  return `${method} /api${path.replace(/\{(\w+)\}/g, (_, hole: string) => keys[hole] ?? 'nothing')}${query}`
}

interface Lived {
  readonly em: Em
  readonly token: string
  /** What was asked, and what was answered. */
  readonly told: readonly string[]
}

async function live(pick: Pick): Promise<Lived> {
  const scenario = ['docs', 'service-provider', 'default'][pick(3)] ?? 'docs'
  const em = await openEm({ scenario, clock: 'frozen', sessionTimeout: '9000h' })
  const { simulation } = em
  const token = await em.logOn()
  const moves = [{ moves: 'instant' }, { moves: 'time' }, { moves: 'reads', reads: 1 }] as const
  simulation.state(workState).moves = moves[pick(3)] ?? moves[0]
  const told: string[] = []
  for (let left = 4 + pick(30); left > 0; left--) {
    const action = actions[pick(actions.length)]
    if (action === undefined) continue
    const request = aimed(simulation, pick, action)
    const body = action.body && anyOf(simulation, pick, action.body.shape)
    const answer = await em.ask(request, {
      token,
      accept: accepts.json,
      ...(body !== undefined && {
        headers: { 'content-type': accepts.json },
        body: JSON.stringify(body),
      }),
    })
    told.push(`${request} ${JSON.stringify(body ?? null)} → ${answer.status} ${answer.body.slice(0, 300)}`)
    if (pick(3) === 0) {
      simulation.clock.advance(pick(3 * 86400) * 1e6)
      simulation.catchUp()
    }
  }
  // Every task is over by then.
  simulation.clock.advance(60e6)
  await em.ask('GET /api/tasks', { token })
  return { em, token, told }
}

async function listed(em: Em, token: string, language: Language): Promise<readonly string[]> {
  const found: string[] = []
  for (const { collections } of em.simulation.store.resources)
    for (const { path } of collections) {
      if (path.includes('{')) continue
      const { body } = await em.ask(`GET /api${path}`, { token, accept: accepts[language] })
      found.push(path, ...(body.match(/urn:veeam:\w+:[^"<;]+/g) ?? []))
    }
  return found
}

type Members = Readonly<Record<string, unknown>>

/** What the overview counts, and how many of it are listed. */
async function counted(em: Em, token: string) {
  const read = async (path: string) =>
    JSON.parse((await em.ask(`GET /api${path}`, { token, accept: accepts.json })).body) as Members
  const rows = async (path: string) => Object.values(await read(path))[0] as readonly Members[]
  const overview = await read('/reports/summary/overview')
  const scheduled = (await rows('/jobs?format=Entity')).filter(
    (job) => job['ScheduleConfigured'] === true && job['ScheduleEnabled'] === true,
  )
  const listed = {
    BackupServers: (await rows('/backupServers')).length,
    RepositoryServers: (await rows('/repositories')).length,
    ScheduledJobs: scheduled.length,
  }
  const told = Object.fromEntries(Object.keys(listed).map((name) => [name, overview[name]]))
  return { told, listed }
}

/** A documented fault of the real server. */
const isKnownFault = (line: string) => line.includes('There is no backup task with id')

const world = fc.asyncProperty(fc.gen(), fc.constantFrom<Language>('xml', 'json'), async (gen, language) => {
  const pick: Pick = (below) => gen(fc.nat, { max: Math.max(0, below - 1) })
  const { em, token, told } = await live(pick)
  try {
    const spec = told.join('\n')
    expect(told.filter((line) => line.includes('→ 5') && !isKnownFault(line)), spec).toEqual([])
    const { wrong } = await crawl(em, token, language, ['/', '/cloud'], 12)
    expect([...new Set(wrong)], spec).toEqual([])
    expect(await listed(em, token, 'xml'), spec).toEqual(await listed(em, token, 'json'))
    const counts = await counted(em, token)
    expect(counts.told, spec).toEqual(counts.listed)
  } finally {
    await em.close()
  }
}) // prettier-ignore

/** Seeds that have found something once, where fast-check said it was, and what. */
const found: readonly (readonly [seed: number, path: string, what: string])[] = [
  [-1532448760, '10', 'a task that was asked for by another path could not be done'],
]

describe('after any sequence of actions', () => {
  it.each(found)('again with seed %d, at %s: %s', async (seed, path) => {
    await fc.assert(world, { seed, path, numRuns: 1, endOnFailure: true })
  })

  it('no link is dead, nothing was our fault, both languages list the same, and the overview agrees', async () => {
    await fc.assert(world, {
      numRuns: Number(process.env['MOCK_EM_LAW_RUNS'] ?? 6),
      // A story is long: what has been found is told at once, and kept below.
      endOnFailure: true,
    })
  })
})
