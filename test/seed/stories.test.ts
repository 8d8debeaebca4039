import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scenarios } from '#seed-data'
import { readInstant } from '../../src/clock/read-instant.ts'
import { days, hours } from '../../src/clock/duration.ts'
import { writeInstant, type Instant } from '../../src/clock/instant.ts'
import { jobKinds } from '../../src/seed/jobs/job-kinds.ts'
import { accepts, openEm, type Em } from '../support/em.ts'

// What the stories show to a program that looks at EM from outside.

type Json = Readonly<Record<string, unknown>>
interface Entity extends Json {
  readonly Name: string
  readonly UID: string
}
interface Session extends Entity {
  readonly JobName: string
  readonly JobType: string
  readonly Result: string
  readonly State: string
  readonly IsRetry: boolean
  readonly FailureMessage: string | null
  readonly CreationTimeUTC: string
  readonly EndTimeUTC?: string
}
interface Task extends Entity {
  readonly JobName: string
  readonly JobSessionUid: string
  readonly VmDisplayName: string
  readonly Result: string
  readonly Reason: string
  readonly TotalSize: number
  readonly EndTimeUTC: string
}
interface Room extends Entity {
  readonly Capacity: number
  readonly FreeSpace: number
}

const gigabyte = 1024 ** 3
const says = (name: string) => scenarios[name]!.says
const namesIn = (rows: readonly { JobName: string }[]) => [...new Set(rows.map(({ JobName }) => JobName))].toSorted()

// A morning, the noon at which nights change, an evening, and a Saturday, when fulls are made and old points go.
const nows = ['2026-01-15T09:30:00Z', '2026-01-15T12:00:00Z', '2026-01-15T23:10:00Z', '2026-01-17T13:00:00Z']

/** A story at a time, and the questions that a front-end would put. */
function spec(scenario: string, now: string) {
  let em: Em
  let token: string
  const get = async (path: string): Promise<Json> => {
    const answer = await em.ask(`GET /api${path}`, { token, accept: accepts.json })
    expect(answer.status).toBe(200)
    return JSON.parse(answer.body) as Json
  }
  const logOn = async () => {
    token = await em.logOn()
  }
  beforeAll(async () => {
    em = await openEm({ scenario, now, clock: 'frozen' })
    await logOn()
  })
  afterAll(() => em.close())

  const find = async <T = Entity>(type: string, filter = ''): Promise<readonly T[]> => {
    const path = `/query?type=${type}&filter=${encodeURIComponent(filter)}&format=Entities&pageSize=100000`
    const containers = Object.values((await get(path))['Entities'] as Json)
    const found = containers.find((each) => each !== null) ?? {}
    return Object.values(found as Record<string, readonly T[]>)[0] ?? []
  }
  const since = (name: string, at: Instant) => `${name}>="${writeInstant(at)}"`
  return {
    now: readInstant(now)!,
    logOn,
    get,
    find,
    since,
    em: () => em,
    report: (name: string) => get(`/reports/summary/${name}`),
    sessions: (filter = '') => find<Session>('BackupJobSession', filter),
    tasks: (filter = '') => find<Task>('BackupTaskSession', filter),
    room: async (name: string) => (await find<Room>('Repository', `Name=="${name}"`))[0]!,
  }
}

/** Two o'clock, the last that has been. */
const lastTwo = (now: Instant): Instant => Math.floor((now - hours(2)) / days(1)) * days(1) + hours(2)

/** Noon before the night that began last, in an evening. */
const lastNight = (now: Instant): Instant => Math.floor((now - hours(18)) / days(1)) * days(1) + hours(12)

describe.each(nows)('all-green at %s', (at) => {
  const ask = spec('all-green', at)

  it('has two servers with jobs of every kind', async () => {
    expect(says('all-green')).toContain('Two backup servers')
    expect(await ask.find('BackupServer')).toHaveLength(2)
    const replicas = await ask.find<Session>('ReplicaJobSession')
    const kinds = [...(await ask.sessions()), ...replicas].map(({ JobType }) => JobType)
    for (const type of Object.keys(jobKinds)) expect(kinds).toContain(type)
  })

  it('shows no warning anywhere', async () => {
    const bad = /^(Failed|Warning|CompletedWarning|Error|Offline)$/
    for (const { name } of ask.em().simulation.store.resources)
      for (const row of ask.em().simulation.store.table(name))
        for (const [member, value] of Object.entries(row))
          expect(`${name}.${member} ${String(value)}`).not.toMatch(/ (Failed|Warning|CompletedWarning|Error|Offline)$/)
    expect((await ask.sessions()).filter(({ Result }) => bad.test(Result))).toEqual([])
    expect((await ask.tasks()).filter(({ Reason }) => Reason !== '')).toEqual([])
  })

  it('its reports are a hundred percent', async () => {
    const statistics = await ask.report('job_statistics')
    expect(statistics).toMatchObject({ FailedJobRuns: 0, WarningsJobRuns: 0 })
    expect(statistics['SuccessfulJobRuns']).toBe(statistics['TotalJobRuns'])
    expect(statistics['TotalJobRuns']).toBeGreaterThan(4)
    expect(await ask.report('vms_overview')).toMatchObject({ SuccessBackupPercents: 100 })
    expect(await ask.report('overview')).toMatchObject({
      BackupServers: 2,
      WarningVmLastestStates: 0,
      FailedVmLastestStates: 0,
    })
  })

  it('has room enough in every repository', async () => {
    for (const { Capacity, FreeSpace } of await ask.find<Room>('Repository'))
      if (Capacity > 0) expect(FreeSpace / Capacity).toBeGreaterThan(0.5)
  })
})

describe.each(nows)('bad-night at %s', (at) => {
  const ask = spec('bad-night', at)
  const two = lastTwo(ask.now)

  it('the repository is full since two o’clock', async () => {
    expect(says('bad-night')).toContain('at two o’clock the Main Repository was full')
    expect(writeInstant(two)).toMatch(/T02:00:00Z$/)
    const { Capacity, FreeSpace } = await ask.room('Main Repository')
    expect(FreeSpace).toBeLessThan(gigabyte)
    expect(Capacity).toBeGreaterThan(0)
    expect((await ask.room('Second Repository')).FreeSpace).toBeGreaterThan(1000 * gigabyte)
  })

  it('Databases failed in the middle of its work, and so did its retries', async () => {
    const [first, ...retries] = await ask.sessions(
      `JobName=="Databases";${ask.since('EndTime', two)};CreationTime<"${writeInstant(two + hours(9))}"`,
    )
    expect(first).toMatchObject({ Result: 'Failed', IsRetry: false })
    expect(Date.parse(first!.CreationTimeUTC)).toBeLessThan(two / 1000)
    expect(retries.map(({ Result, IsRetry }) => [Result, IsRetry])).toEqual([
      ['Failed', true],
      ['Failed', true],
    ])
    const tasks = await ask.tasks(`JobSessionUid=="${first!.UID}"`)
    expect(tasks).toHaveLength(6)
    for (const { Result, EndTimeUTC } of tasks)
      expect(Result).toBe(Date.parse(EndTimeUTC) < two / 1000 ? 'Success' : 'Failed')
    expect(new Set(tasks.map(({ Result }) => Result)).size).toBe(2)
  })

  it('what had to be written there has failed since, in words of space', async () => {
    const failed = await ask.sessions('Result==Failed')
    for (const { EndTimeUTC } of failed) expect(Date.parse(EndTimeUTC!)).toBeGreaterThan(two / 1000)
    for (const { FailureMessage } of failed) expect(FailureMessage).toMatch(/free space/)
    const names = ['Applications', 'Databases', 'Project Shares', 'Workstations']
    expect(namesIn(failed.filter(({ JobType }) => JobType !== 'AgentManagement'))).toEqual(
      expect.arrayContaining(names),
    )
    const tasks = await ask.tasks('Result==Failed')
    for (const { Reason } of tasks)
      expect(Reason).toMatch(/repository Main Repository .*free space|free space in the repository Main Repository/)
    expect(failed.filter(({ IsRetry }) => IsRetry).length).toBeGreaterThan(4)
  })

  it('the copy jobs have nothing to copy', async () => {
    const late = (name: string) => ask.sessions(`JobName=="${name}";${ask.since('CreationTime', two)}`)
    expect(await late('Instant Copy')).toEqual([])
    const [morning] = await late('Morning Copy')
    expect(morning).toMatchObject({ Result: 'Warning', JobType: 'BackupCopy' })
    const tasks = await ask.tasks(`JobSessionUid=="${morning!.UID}"`)
    expect(tasks).toHaveLength(4)
    for (const { Result, Reason, TotalSize } of tasks) {
      expect([Result, TotalSize]).toEqual(['Warning', 0])
      expect(Reason).toMatch(/^There is nothing to copy of /)
    }
  })

  it('no point has been made there since, elsewhere some were', async () => {
    const points = await ask.find<Entity & { JobName?: string; BackupFile?: string }>(
      'BackupFile',
      ask.since('CreationTime', two),
    )
    const paths = points.map((row) => String(row['FilePath']))
    expect(paths.filter((path) => path.startsWith('D:'))).toEqual([])
    expect(paths.filter((path) => path.includes('Domain Controllers')).length).toBeGreaterThan(0)
    expect(paths.filter((path) => path.includes('Copy'))).toEqual([])
  })

  it('all the nights before were fine, and what goes elsewhere still is', async () => {
    const bad = await ask.sessions('Result>=Warning')
    for (const { CreationTimeUTC } of bad) expect(Date.parse(CreationTimeUTC)).toBeGreaterThan((two - hours(2)) / 1000)
    expect(namesIn(bad)).not.toContain('Domain Controllers')
    expect((await ask.sessions('JobName=="Domain Controllers"')).length).toBeGreaterThan(15)
  })

  it('the dashboard is red', async () => {
    const statistics = await ask.report('job_statistics')
    expect(statistics['FailedJobRuns']).toBeGreaterThan(2)
    expect((await ask.report('overview'))['FailedVmLastestStates']).toBeGreaterThan(5)
  })
})

describe.each(nows)('repo-full at %s', (at) => {
  const ask = spec('repo-full', at)
  const noon = lastNight(ask.now) - days(4)

  it('every job that writes there fails every night, for five nights', async () => {
    expect(says('repo-full')).toContain('full for five nights')
    for (const name of ['Accounting', 'Warehouse', 'Scans']) {
      const sessions = await ask.sessions(`JobName=="${name}"`)
      const over = sessions.filter(({ State }) => State === 'Stopped')
      for (const { Result, CreationTimeUTC, FailureMessage } of over) {
        const isLate = Date.parse(CreationTimeUTC) > noon / 1000
        expect(Result).toBe(isLate ? 'Failed' : 'Success')
        if (isLate) expect(FailureMessage).toMatch(/free space/)
      }
      const nights = over
        .filter(({ IsRetry, Result }) => !IsRetry && Result === 'Failed')
        .map(({ CreationTimeUTC }) => CreationTimeUTC.slice(0, 10))
      // Its run of the fifth may be yet to come.
      expect(new Set(nights).size).toBeGreaterThanOrEqual(4)
      expect(new Set(nights).size).toBe(nights.length)
    }
  })

  it('the capacity report shows it', async () => {
    const { Periods } = (await ask.report('repository')) as { Periods: readonly (Room & { BackupSize: number })[] }
    const old = Periods.find(({ Name }) => Name === 'Old Repository')!
    expect(old.FreeSpace).toBeLessThan(gigabyte)
    expect(old.BackupSize / old.Capacity).toBeGreaterThan(0.999)
    const fresh = Periods.find(({ Name }) => Name === 'New Repository')!
    expect(fresh.FreeSpace / fresh.Capacity).toBeGreaterThan(0.5)
    const low = await ask.find<Room>('Repository', `FreeSpace>=0;FreeSpace<${String(gigabyte)}`)
    expect(low.map(({ Name }) => Name)).toEqual(['Old Repository'])
  })

  it('the other repository and the cloud are fine', async () => {
    const bad = await ask.sessions('Result>=Warning')
    expect(namesIn(bad)).toEqual(['Accounting', 'Scans', 'Warehouse'])
    const fine = await ask.sessions('JobName=="Archive to Cloud"')
    expect(fine.length).toBeGreaterThan(25)
  })
})

describe.each(nows)('server-offline at %s', (at) => {
  const ask = spec('server-offline', at)
  const lost = ask.now - hours(30)
  const server = async (name: string) => (await ask.find('BackupServer', `Name=="${name}.example.net"`))[0]!

  it('no session of vbr02 has come for thirty hours, on vbr01 life goes on', async () => {
    expect(says('server-offline')).toContain('thirty hours')
    const of = async (name: string) => {
      const { UID } = await server(name)
      return ask.sessions(`BackupServerUid=="${UID}";${ask.since('CreationTime', lost)}`)
    }
    expect(await of('vbr02')).toEqual([])
    expect((await of('vbr01')).length).toBeGreaterThan(4)
  })

  it('its jobs and repositories are still shown, as they were', async () => {
    const { UID } = await server('vbr02')
    const id = UID.split(':').at(-1)!
    const jobs = await ask.find<Entity & { NextRun?: string }>('Job', `BackupServerUid=="${UID}"`)
    expect(jobs.map(({ Name }) => Name)).toEqual(['Branch Servers'])
    expect(Date.parse(jobs[0]!.NextRun!)).toBeLessThan(ask.now / 1000)
    const { Refs } = (await ask.get(`/backupServers/${id}/repositories`)) as { Refs: readonly Entity[] }
    expect(Refs.map(({ Name }) => Name)).toEqual(['Branch Repository'])
  })

  it('every collection from it fails, and says why', async () => {
    const sessions = ask.em().simulation.store.table('SystemSession')
    const all = (
      await ask.find<Entity & { CreationTimeUTC: string; State: string; Result: { Message: string } }>('SystemSession')
    ).filter(({ Name }) => Name.startsWith('Collect'))
    expect(sessions.size).toBeGreaterThan(all.length)
    const failed = all.filter(({ State }) => State === 'Failed')
    expect(failed.length).toBeGreaterThan(3)
    for (const { CreationTimeUTC, Result } of failed) {
      expect(Date.parse(CreationTimeUTC)).toBeGreaterThan(lost / 1000)
      expect(Result.Message).toMatch(/^vbr02\.example\.net could not be reached/)
    }
    const fine = all.filter((it) => it.State !== 'Failed' && Date.parse(it.CreationTimeUTC) > lost / 1000)
    // One of the other server.
    expect(fine).toHaveLength(1)
  })

  it('nor does anything come of it later', async () => {
    const simulation = ask.em().simulation
    const count = async () => (await ask.sessions(`BackupServerName=="vbr02.example.net"`)).length
    const before = await count()
    simulation.clock.advance(days(2))
    simulation.catchUp()
    await ask.logOn()
    expect(await count()).toBe(before)
  })
})
