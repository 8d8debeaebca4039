import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { days } from '../../src/clock/duration.ts'
import { instantOf } from '../../src/clock/instant.ts'
import { backupServer, restoreSession, systemSession } from '../../src/resources/index.ts'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import { makeSimulation } from '../../src/seed/make-simulation.ts'
import { accepts, openEm, type Em } from '../support/em.ts'
import { jobState } from '../../src/simulation/jobs/job-state.ts'

let em: Em
let token: string
beforeAll(async () => {
  em = await openEm({ scenario: 'default', now: '2026-01-15T12:00:00Z', clock: 'frozen' })
  token = await em.logOn()
})
afterAll(() => em.close())

describe('restores', () => {
  it('are of every server, over by now, and some of them failed', () => {
    const restores = [...tableOf(em.simulation, restoreSession)]
    expect(restores.filter(({ Result }) => Result === 'Failed').length).toBeGreaterThan(0)
    for (const server of tableOf(em.simulation, backupServer))
      expect(restores.some(({ up }) => up.BackupServer === server.id)).toBe(true)
    for (const { CreationTimeUTC, EndTimeUTC = NaN } of restores) {
      expect(EndTimeUTC).toBeGreaterThan(CreationTimeUTC)
      expect(EndTimeUTC).toBeLessThanOrEqual(em.simulation.now())
    }
  })

  it('are of machines that are backed up, and named for them', () => {
    const machines = new Map(
      [...em.simulation.state(jobState).jobs.values()].flatMap(({ objects }) =>
        objects.map(({ name, uid }) => [name, uid] as const),
      ),
    )
    for (const row of tableOf(em.simulation, restoreSession)) {
      const { JobType, VmDisplayName, Name, RestoredObjRef, Result } = row
      const isOfFiles = JobType === 'FileLevelRestore'
      const subject = isOfFiles ? `FLR_[${VmDisplayName}]@` : `${VmDisplayName}@`
      expect(Name.startsWith(subject)).toBe(true)
      const restored = isOfFiles || Result === 'Failed' ? undefined : machines.get(VmDisplayName)
      expect(RestoredObjRef).toBe(restored)
      expect(machines.has(VmDisplayName)).toBe(true)
    }
  })

  it.each([
    ['nothing is backed up', 40, []],
    ['nothing has been lived', 0, [{ name: 'a', type: 'Backup', repository: 'r', objects: 2 }]],
  ] as const)('are none where %s', (_, lived, jobs) => {
    const simulation = makeSimulation({
      scenario: {
        name: 'young',
        says: '',
        history: { days: lived },
        servers: [{ name: 's', repositories: [{ name: 'r', kind: 'Nfs' }], jobs }],
      },
      seed: 1,
      now: instantOf(new Date('2026-01-15T12:00:00Z')),
      database: 'sqlserver',
    })
    simulation.catchUp()
    expect(tableOf(simulation, restoreSession).size).toBe(0)
    expect(tableOf(simulation, systemSession).size).toBe(4)
  })
})

describe('the events of a system session', () => {
  const ask = async (path: string, language: 'xml' | 'json' = 'json') =>
    em.ask(`GET /api/systemSessions/${path}`, { token, accept: accepts[language] })

  it('are numbered, in order, within it, and written without a Z', async () => {
    for (const row of tableOf(em.simulation, systemSession)) {
      expect(row.CreationTimeUTC).toBeLessThan(em.simulation.now())
      expect(em.simulation.now() - row.CreationTimeUTC).toBeLessThan(days(45))
      const { Events } = JSON.parse((await ask(`${row.id}/events`)).body) as {
        readonly Events: readonly { readonly CreationTimeUTC: string; readonly Order: number }[]
      }
      expect(Events.map(({ Order }) => Order)).toEqual(row.Events.map((_, n) => n + 1))
      const times = Events.map(({ CreationTimeUTC }) => CreationTimeUTC)
      expect(times).toEqual([...times].sort())
      for (const time of times) expect(time).toMatch(/T[\d:.]+$/)
      expect(row.Events.at(-1)?.CreationTimeUTC).toBe(row.EndTimeUTC)
    }
  })

  it('are elements beside one another in XML', async () => {
    const [row] = tableOf(em.simulation, systemSession)
    const { body } = await ask(`${row?.id}/events`, 'xml')
    expect(body.match(/<Events>/g)).toHaveLength(5)
    expect(body).toMatch(/^[^]*?<SystemSessionEvents [^>]*><Links><Link /)
    expect(body).toMatch(
      /<Events><CreationTimeUTC>[\d:.T-]+<\/CreationTimeUTC><Message>[^<]+<\/Message><Order>1<\/Order><\/Events>/,
    )
  })

  it.each([
    ['99999/events', 400],
    ['00000000-0000-0000-0000-000000000000/events', 404],
  ])('%s is refused with %i', async (path, status) => {
    expect((await ask(path)).status).toBe(status)
  })
})
