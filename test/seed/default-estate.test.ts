import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { days, minutes, seconds } from '../../src/clock/duration.ts'
import { instantOf, writeInstant } from '../../src/clock/instant.ts'
import { accepts, openEm, type Em } from '../support/em.ts'
import { jobState } from '../../src/simulation/jobs/job-state.ts'

// What a client that watches or tries things finds in the default estate, at whatever instant it was started.

type Json = Readonly<Record<string, unknown>>
interface Session extends Json {
  readonly JobType: string
  readonly State: string
  readonly Result: string
  readonly EndTimeUTC?: string
}

const families = {
  backups: ['BackupJobSession', ['Backup']],
  copies: ['BackupJobSession', ['BackupCopy', 'ImmediateBackupCopy', 'ImmediateBackupCopyWorker']],
  replicas: ['ReplicaJobSession', ['Replica']],
  agents: ['BackupJobSession', ['AgentBackup']],
  computers: ['BackupJobSession', ['AgentManagement']],
} as const
const results = ['Success', 'Warning', 'Failed']
const someDay = instantOf(new Date('2026-01-01T00:00:00Z'))

/** Any second of two years, and some seeds. */
const starts = fc.record({
  now: fc.integer({ min: 0, max: 730 * 86_400 }).map((it) => writeInstant(someDay + seconds(it))),
  seed: fc.integer({ min: 0, max: 1000 }),
})

/** What all starts have in common, five minutes after them. */
const afterAnyStart = (numRuns: number, holds: (client: Client) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(starts, async (start) => {
      const em = await openEm({ scenario: 'default', clock: 'frozen', ...start })
      em.simulation.clock.advance(minutes(5))
      await holds(clientOf(em, await em.logOn()))
      await em.close()
    }),
    { numRuns },
  )

type Client = ReturnType<typeof clientOf>
function clientOf(em: Em, token: string) {
  const ask = async (request: string): Promise<Json> => {
    const { status, body } = await em.ask(request, { token, accept: accepts.json })
    expect(status).toBeLessThan(300)
    return JSON.parse(body) as Json
  }
  /** What a query finds, all of it unless told otherwise. */
  const find = async <T = Json>(type: string, filter = '', most = 1e5): Promise<readonly T[]> => {
    const asked = `type=${type}&filter=${encodeURIComponent(filter)}&format=Entities&pageSize=${most}`
    const { Entities } = await ask(`GET /api/query?${asked}`)
    const found = Object.values(Entities as Json).find((it) => it !== null) ?? {}
    return Object.values(found as Record<string, readonly T[]>)[0] ?? []
  }
  const lately = (name: string) => `${name}>="${writeInstant(em.simulation.now() - days(1))}"`
  return { em, ask, find, lately }
}

describe('five minutes after any start', () => {
  it('jobs of every family have ended in every way within a day, and one is running', async () => {
    await afterAnyStart(15, async ({ find, lately }) => {
      const sessions = new Map<string, readonly Session[]>()
      for (const type of ['BackupJobSession', 'ReplicaJobSession'])
        sessions.set(type, await find<Session>(type, lately('CreationTime')))
      for (const [family, [type, kinds]] of Object.entries(families)) {
        const own = sessions.get(type)!.filter(({ JobType }) => kinds.some((it) => it === JobType))
        const ended = own.filter((it) => it.State === 'Stopped' && it.EndTimeUTC !== undefined)
        const ways = new Set(ended.map(({ Result }) => Result))
        expect([family, ...results.filter((it) => ways.has(it))]).toEqual([family, ...results])
      }
      const working = [...sessions.values()].flat().filter(({ State }) => State === 'Working')
      expect(working.filter(({ EndTimeUTC }) => EndTimeUTC === undefined)).not.toEqual([])
      expect(await find('BackupTaskSession', `${lately('EndTime')};TotalSize>0`)).not.toEqual([])
    })
  })

  it('a repository is nearly full, but not full', async () => {
    await afterAnyStart(5, async ({ find }) => {
      interface Room {
        readonly Capacity: number
        readonly FreeSpace: number
      }
      const rooms = (await find<Room>('Repository')).filter(({ Capacity }) => Capacity > 0)
      const free = rooms.map(({ Capacity, FreeSpace }) => FreeSpace / Capacity)
      expect(Math.min(...free)).toBeLessThan(0.06)
      expect(Math.min(...free)).toBeGreaterThan(0.01)
      expect(Math.max(...free)).toBeGreaterThan(0.5)
    })
  })

  it('the machine of the first restore point is found below the first hierarchy root', async () => {
    await afterAnyStart(5, async ({ ask, find }) => {
      interface Point {
        readonly VmDisplayName: string
        readonly HierarchyObjRef: string
      }
      const roots = await ask('GET /api/hierarchyRoots')
      const [root] = roots['Refs'] as readonly { readonly UID: string }[]
      const listed = await ask('GET /api/vmRestorePoints?format=Entity')
      const [first] = listed['VmRestorePoints'] as readonly Point[]
      const [asked] = await find<Point>('VmRestorePoint', '', 1)
      for (const point of [first!, asked!]) {
        const { VmDisplayName, HierarchyObjRef } = point
        const found = await ask(`GET /api/lookup?host=${root!.UID}&name=${VmDisplayName}&type=Vm`)
        const items = Object.values(found).flat() as readonly Json[]
        expect(items.map(({ ObjectRef }) => ObjectRef)).toEqual([HierarchyObjRef])
      }
    })
  })

  it('an agent job that is started ends within two minutes', async () => {
    await afterAnyStart(8, async ({ em, ask, find }) => {
      for (const { UID } of await find<{ UID: string }>('AgentBackupJob')) {
        const id = UID.split(':').at(-1)!
        // A client that comes when the job runs by itself is told so.
        if (em.simulation.state(jobState).jobs.get(id)!.running !== undefined) continue
        const begun = em.simulation.now()
        const { TaskId } = await ask(`POST /api/agents/jobs/${id}?action=start`)
        em.simulation.clock.advance(seconds(2))
        const { Links } = (await ask(`GET /api/tasks/${String(TaskId)}`)) as {
          readonly Links: readonly { Rel: string; Href: string }[]
        }
        const { Href } = Links.find(({ Rel }) => Rel === 'Related')!
        em.simulation.clock.advance(begun + minutes(2) - em.simulation.now())
        const session = await ask(`GET ${Href.slice(Href.indexOf('/api'))}`)
        expect(session).toMatchObject({ JobType: 'AgentBackup', State: 'Stopped' })
      }
    })
  })
})

it('beside the NAS job of four shares there is one of a single share, with a mask', async () => {
  const em = await openEm({ scenario: 'default', now: '2026-01-15T12:00:00Z', clock: 'frozen' })
  const { find } = clientOf(em, await em.logOn())
  const jobs = await find<{ readonly Includes: unknown }>('NasJob')
  const written = jobs.map(({ Includes }) => JSON.stringify(Includes))
  expect(written.map((it) => it.split('"NasObject"').length - 1)).toEqual([4, 1])
  expect(written.map((it) => it.includes('*.pdf'))).toEqual([false, true])
  await em.close()
})
