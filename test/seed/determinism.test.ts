import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JobSpec, Scenario } from '#seed-data'
import { days } from '../../src/clock/duration.ts'
import { makeSimulation } from '../../src/seed/make-simulation.ts'
import { builtIn, everything, frozen, noon, sessionsOf } from './worlds.ts'

const lived = builtIn('default')

describe('the same scenario, seed and now make the same world', () => {
  it('twice over, with either database', () => {
    for (const database of ['postgresql', 'sqlserver'] as const)
      expect(everything(frozen(lived, { database }))).toEqual(everything(frozen(lived, { database })))
  })
  it('whether the clock runs or stands', () => {
    const running = makeSimulation({ scenario: lived, seed: 1, now: noon, database: 'postgresql' })
    running.catchUp(noon)
    expect(everything(running)).toEqual(everything(frozen(lived)))
  })
  it('another seed makes another', () => {
    const [one, two] = [everything(frozen(lived)), everything(frozen(lived, { seed: 2 }))]
    expect(one['Job']![0]).not.toEqual(two['Job']![0])
  })
  it('in every time zone', () => {
    const here = process.env['TZ']
    const zones = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'].map((zone) => {
      process.env['TZ'] = zone
      return JSON.stringify(everything(frozen(lived)))
    })
    if (here === undefined) delete process.env['TZ']
    else process.env['TZ'] = here
    expect(new Set(zones).size).toBe(1)
  })
  it('by code that knows neither zone nor language', () => {
    const local = /localeCompare|toLocale|Intl\.|\.get(FullYear|Month|Date|Day|Hours|Minutes|Seconds)\(|getTimezone/
    for (const folder of ['src/random', 'src/simulation', 'src/seed', 'seed-data'])
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
        if (file.endsWith('.ts')) expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(local)
  })
})

it('a day later, the nights before are the same nights', () => {
  // What is counted back from now is another night's a day later: incidents, and how long jobs have run.
  const servers = lived.servers.map((server) => ({
    ...server,
    jobs: server.jobs!.map((job) => ({ ...job, madeDaysAgo: lived.history!.days })),
  }))
  const quiet: Scenario = { ...lived, servers, incidents: [] }
  const names = (now: number) =>
    sessionsOf(frozen(quiet, { now }))
      .filter((it) => it.CreationTimeUTC > noon - days(30) && it.CreationTimeUTC < noon - days(1))
      .filter(({ JobType }) => JobType === 'Backup')
      .map(({ id, Result }) => [id, Result])
  expect(names(noon + days(1))).toEqual(names(noon))
})

describe('adding a job changes no other', () => {
  const added: JobSpec = {
    name: 'Another',
    type: 'Backup',
    repository: 'Main Repository',
    objects: ['dbserver01', 'other01', 'other02'],
    daily: '22:00',
    habit: 'troubled',
    retries: 3,
  }
  const more: Scenario = {
    ...lived,
    servers: lived.servers.map((server, i) => (i === 0 ? { ...server, jobs: [added, ...server.jobs!] } : server)),
  }
  const [before, after] = [everything(frozen(lived)), everything(frozen(more))]
  const made = [
    'Job', 'BackupJobSession', 'BackupTaskSession', 'Backup', 'BackupFile', 'RestorePoint', 'VmRestorePoint',
    'RestoreSession', 'ObjectInJob', 'CatalogVm', 'CatalogVmRestorePoint',
  ] // prettier-ignore

  it.each(Object.keys(before).filter((type) => type !== 'Repository'))('%s', (type) => {
    const rows = new Map(after[type]!.map((row) => [(row as { id: string }).id, row]))
    for (const row of before[type]!) expect(rows.get((row as { id: string }).id)).toEqual(row)
    expect(after[type]!.length > before[type]!.length).toBe(made.includes(type))
  })
})
