import { describe, expect, it } from 'vitest'
import { scenarios } from '#seed-data'
import { readInstant } from '../../src/clock/read-instant.ts'
import { days, hours, minutes } from '../../src/clock/duration.ts'
import { writeInstant } from '../../src/clock/instant.ts'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import { backup, backupFile, backupJobSession, backupServer, job, repository } from '../../src/resources/index.ts'
import { makeSimulation } from '../../src/seed/make-simulation.ts'
import { parseScenario } from '../../src/seed/scenario/read-scenario.ts'
import { everything, frozen, noon, sessionsOf, sessionsOfJob, tasksOf } from './worlds.ts'
import { jobState } from '../../src/simulation/jobs/job-state.ts'

describe('default', () => {
  const simulation = frozen('default')
  const sessions = sessionsOf(simulation)
  const month = (row: { CreationTimeUTC: number }) => row.CreationTimeUTC >= noon - days(30)

  it('has two backup servers and 29 jobs', () => {
    expect([...tableOf(simulation, backupServer)]).toMatchObject([
      { Name: 'vbr01.example.net', Version: '12.3.2.4465', Port: 9392, WcfPort: 9405 },
      { Name: 'vbr02.example.net', Version: '12.3.2.4465', Port: 9392, WcfPort: 9405 },
    ])
    expect(simulation.state(jobState).jobs.size).toBe(29)
    expect(tableOf(simulation, job).size).toBe(22)
    const machines = [...simulation.state(jobState).jobs.values()].filter(({ kind }) => kind === 'Backup')
    expect(machines.flatMap(({ objects }) => objects).length).toBeGreaterThan(50)
  })
  it.each(['Backup', 'BackupCopy', 'ImmediateBackupCopy', 'ImmediateBackupCopyWorker', 'AgentBackup', 'AgentManagement', 'NasBackup'])(
    'has sessions of type %s',
    (type) => expect(sessions.filter(({ JobType }) => JobType === type).length).toBeGreaterThan(10),
  ) // prettier-ignore
  it('reaches back further than the window', () => {
    expect(sessions[0]!.CreationTimeUTC).toBeLessThan(noon - days(44))
  })
  it.each([
    ['Backup Job 1', 'dbserver01'],
    ['Backup Job 2', undefined],
    ['Arbeitsplätze Zürich', 'NB-0142'],
    ['Department Shares', '\\\\nas01\\projects'],
  ])('%s has failed', (name, object) => {
    const failed = sessions.filter((it) => month(it) && it.JobName === name && it.Result === 'Failed')
    expect(failed.length).toBeGreaterThan(0)
    if (object === undefined) return
    const tasks = tasksOf(simulation).filter((it) => it.VmDisplayName === object && it.Result === 'Failed')
    expect(tasks.filter(month).length).toBeGreaterThan(0)
  })
  it('dbserver01 has at least three failed tasks, told at length', () => {
    const failed = tasksOf(simulation).filter(
      (it) => month(it) && it.VmDisplayName === 'dbserver01' && it.Result === 'Failed',
    )
    expect(failed.length).toBeGreaterThanOrEqual(3)
    expect(Math.max(...failed.map(({ Reason }) => Reason.length))).toBeGreaterThan(200)
    expect(failed.map(({ Reason }) => Reason).join('')).not.toMatch(/[<>]/)
    expect(failed[0]!.VmUid).toMatch(/^urn:VMware:Vm:[0-9a-f-]{36}\.vm-\d+$/)
  })
  it('shows the names and numbers that trip clients', () => {
    const names = [...tableOf(simulation, job)].map(({ Name }) => Name)
    expect(names).toEqual(expect.arrayContaining(['Backup Job 1', 'Files\\Archive', 'Web "Shop" & Portal']))
    expect([...tableOf(simulation, repository)]).toContainEqual(
      expect.objectContaining({ Kind: 'AmazonS3Compatible', Capacity: -1, FreeSpace: -1 }),
    )
    expect(sessions.some(({ IsRetry }) => IsRetry)).toBe(true)
    expect(sessions.some(({ Result }) => Result === 'Warning')).toBe(true)
    expect(
      sessions.some((it) => it.JobType === 'ImmediateBackupCopy' && it.State === 'Stopped' && it.Progress === 0),
    ).toBe(true)
    expect([...tableOf(simulation, backup)].map(({ Name }) => Name)).toContain('Offsite Copy\\Backup Job 2')
  })
  it('calls files as the folder of their repository has it', () => {
    const paths = [...tableOf(simulation, backupFile)].map(({ FilePath }) => FilePath)
    expect(paths).toContainEqual(
      expect.stringMatching(/^D:\\Backup\\Backup Job 1\\Backup Job 1D\d{4}-\d\d-\d\dT\d{6}_[0-9A-F]{4}\.vi?b[k]?$/),
    )
    expect(paths).toContainEqual(expect.stringMatching(/^\/mnt\/backup01\/Web _Shop_ & Portal\/Web _Shop_ & PortalD/))
    for (const path of paths) expect(path.split(/[\\/]/).at(-1)).not.toMatch(/[":*?|]/)
  })

  const nows = [
    '2026-01-15T12:00:00Z',
    '2026-01-15T20:10:00Z',
    '2026-01-15T20:47:00Z',
    '2026-01-17T00:05:00Z',
    '2026-02-28T23:59:59Z',
    '2028-02-29T04:00:00Z',
  ]
  it.each(nows.flatMap((now) => [1, 7].map((seed) => [now, seed] as const)))(
    'has a run under way, a warning, failures and retries at %s, seed %d',
    (text, seed) => {
      const now = readInstant(text)!
      const it = frozen('default', { now, seed })
      const recent = (row: { CreationTimeUTC: number }) => row.CreationTimeUTC >= now - days(30)
      const exchange = sessionsOfJob(it, 'Exchange Backup').at(-1)!
      expect(exchange).toMatchObject({ Result: 'None' })
      expect(exchange).not.toHaveProperty('EndTimeUTC')
      expect(exchange.Progress).toBeLessThan(100)
      const shown = sessionsOf(it).filter(recent)
      expect(shown.some(({ Result }) => Result === 'Warning')).toBe(true)
      expect(shown.some(({ IsRetry }) => IsRetry)).toBe(true)
      for (const name of ['Backup Job 1', 'Backup Job 2'])
        expect(shown.some(({ JobName, Result }) => JobName === name && Result === 'Failed')).toBe(true)
      const failed = tasksOf(it).filter(
        (task) => recent(task) && task.VmDisplayName === 'dbserver01' && task.Result === 'Failed',
      )
      expect(failed.length).toBeGreaterThanOrEqual(3)
    },
  )
})

describe('docs', () => {
  const simulation = frozen('docs', { now: readInstant('2025-08-16T13:30:00Z')! })
  const within = (row: { CreationTimeUTC: number }) =>
    row.CreationTimeUTC >= readInstant('2025-08-15T06:00:00Z')! &&
    row.CreationTimeUTC <= readInstant('2025-08-16T13:00:00Z')!

  it('stands still where the reference pages ask', () => {
    const own = makeSimulation({ scenario: 'docs', seed: 1, database: 'postgresql' })
    own.catchUp()
    expect(writeInstant(own.clock.now())).toBe('2025-08-16T13:30:00Z')
    expect(everything(own)).toEqual(everything(simulation))
  })
  it('has several failed sessions in the day that they ask for', () => {
    const failed = sessionsOf(simulation).filter((it) => within(it) && it.Result === 'Failed')
    expect(failed.length).toBeGreaterThanOrEqual(5)
    expect(new Set(failed.map(({ JobName }) => JobName)).size).toBeGreaterThan(1)
  })
  it('Backup Job 2 has failures', () => {
    const failed = sessionsOfJob(simulation, 'Backup Job 2').filter(({ Result }) => Result === 'Failed')
    expect(failed.length).toBeGreaterThanOrEqual(3)
  })
  it('dbserver01 has twenty failed tasks', () => {
    const failed = tasksOf(simulation).filter((it) => it.VmDisplayName === 'dbserver01' && it.Result === 'Failed')
    expect(failed).toHaveLength(20)
  })
  it('has the session that they read', () => {
    const known = tableOf(simulation, backupJobSession).get('a057c2c3-f3bd-4ab4-9fb7-24058cccb4f6')!
    expect(known).toMatchObject({ JobName: 'Backup Job 1', Result: 'Failed' })
    expect(writeInstant(known.CreationTimeUTC)).toMatch(/^2025-08-16T05:00:\d\d\.\d+Z$/)
  })
})

it('empty is empty', () => {
  const simulation = frozen('empty')
  for (const { name } of simulation.store.resources) expect(simulation.store.table(name).size).toBe(0)
  simulation.clock.advance(days(100))
  simulation.catchUp()
  expect(simulation.store.version).toBe(0)
})

describe('large', () => {
  const simulation = frozen('large', { sessions: 20_000 })
  const sessions = sessionsOf(simulation)

  it('has as many sessions as it is told, and a day of life', () => {
    expect(sessions.length).toBeGreaterThan(20_000)
    expect(sessions.length).toBeLessThan(20_400)
    expect(simulation.state(jobState).jobs.size).toBe(40)
  })
  it('is in order of time, the past over', () => {
    const bulk = sessions.slice(0, 20_000)
    bulk.forEach((it, i) => {
      if (i > 0) expect(it.CreationTimeUTC).toBeGreaterThanOrEqual(bulk[i - 1]!.CreationTimeUTC)
      expect(it.EndTimeUTC).toBeGreaterThan(it.CreationTimeUTC)
      expect(it.EndTimeUTC).toBeLessThanOrEqual(noon - days(1))
    })
    expect(noon - bulk[0]!.CreationTimeUTC).toBeGreaterThan(days(360))
    expect(new Set(bulk.map(({ Result }) => Result)).size).toBe(3)
  })
  it('shares what sessions have in common', () => {
    const [one] = sessions
    const other = sessions[40]!
    expect(other.up).toBe(one!.up)
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(sessions.length)
  })
})

describe('every scenario', () => {
  it.each(Object.entries(scenarios))('%s is what a file could say', (name, scenario) => {
    expect(scenario.name).toBe(name)
    const text = JSON.stringify(scenario, null, 2)
    expect(parseScenario(text, `${name}.json`)).toEqual(scenario)
  })
})

describe('stamps', () => {
  it('postgresql keeps microseconds, sqlserver ends in 0, 3 or 7 milliseconds', () => {
    const micros = sessionsOf(frozen('docs')).map((it) => it.CreationTimeUTC % 1000)
    expect(micros.some((it) => it !== 0)).toBe(true)
    const simulation = frozen('docs', { database: 'sqlserver' })
    for (const row of [...sessionsOf(simulation), ...tasksOf(simulation)])
      expect([0, 3, 7]).toContain((row.CreationTimeUTC / 1000) % 10)
  })
  it('a run takes the time that its job says, more or less', () => {
    const lengths = sessionsOfJob(frozen('docs'), 'Fileserver Backup').flatMap((it) =>
      it.EndTimeUTC === undefined ? [] : [it.EndTimeUTC - it.CreationTimeUTC],
    )
    const mean = lengths.reduce((sum, it) => sum + it, 0) / lengths.length
    expect(mean).toBeGreaterThan(minutes(14))
    expect(mean).toBeLessThan(hours(0.5))
  })
})
