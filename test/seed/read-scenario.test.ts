import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scenarios, type Scenario } from '#seed-data'
import { writeInstant } from '../../src/clock/instant.ts'
import { readInstant } from '../../src/clock/read-instant.ts'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import { backupJobSession } from '../../src/resources/index.ts'
import { findScenario } from '../../src/seed/scenario/find-scenario.ts'
import { makeSimulation } from '../../src/seed/make-simulation.ts'
import { parseScenario } from '../../src/seed/scenario/read-scenario.ts'
import { frozen } from './worlds.ts'
import { jobState } from '../../src/simulation/jobs/job-state.ts'

const mine = `{
  "name": "mine",
  "says": "Two jobs.",
  "servers": [
    {
      "name": "vbr",
      "repositories": [{ "name": "Disk", "kind": "LinuxLocal" }],
      "jobs": [
        { "name": "One", "type": "Backup", "repository": "Disk", "objects": ["a", "b"], "daily": "22:00" },
        { "name": "Two", "type": "BackupCopy", "repository": "Disk", "copies": ["One"], "after": "One" }
      ]
    }
  ],
  "incidents": [{ "kind": "fails", "job": "One", "object": "a", "nights": [-1] }]
}
`

const error = (text: string): string => {
  try {
    parseScenario(text, 'mine.json')
    return 'nothing'
  } catch (error) {
    expect(error).toMatchObject({ name: 'ScenarioError' })
    return (error as Error).message
  }
}

// Each row: what stands in the file, what is written instead with the wrong place ‹marked›, and what is said of it.
const wrong: readonly [string, string, string][] = [
  ['"Backup"', '‹"Bakup"›', 'found "Bakup", expected one of Backup, BackupCopy, ImmediateBackupCopy, Replica, AgentBackup, NasBackup. Did you mean "Backup"?'],
  ['"type": "BackupCopy"', '"type": "BackupCopy", "platform": ‹"VMware"›', 'there is no platform for type BackupCopy "VMware". There are none.'],
  ['"type": "Backup"', '"type": "Backup", "platform": ‹"AgentForLinux"›', 'there is no platform for type Backup "AgentForLinux". There are VMware, HyperV, vCloud.'],
  ['"daily"', '‹"dayly"›', 'a job has no "dayly". Did you mean "daily"?'],
  ['"22:00"', '‹"24:00"›', 'found "24:00", expected a time of day, such as "22:00".'],
  ['["a", "b"]', '["a", ‹7›]', 'found 7, expected a name, or an object.'],
  ['["a", "b"]', '["a", {"name": "b", "gb": ‹"x"›}]', 'found "x", expected a number of gigabytes from 0 to 1000000.'],
  ['["a", "b"]', '["a", {"name": "b", "vApp": ‹"x"›}]', 'only jobs of platform vCloud have vApps.'],
  ['["a", "b"]', '["a", {"name": "b", "masks": ‹["*.pdf"]›}]', 'only jobs of type NasBackup have masks.'],
  ['["a", "b"]', '["a", {"name": "b", "masks": [‹""›]}]', 'found "", expected a mask, such as "*.pdf".'],
  ['"BackupCopy"', '"ImmediateBackupCopy", "madeDaysAgo": ‹7›', 'an immediate copy runs since the jobs do that it copies.'],
  ['["a", "b"]', '["a", ‹"a"›]', 'An object of this job is called "a" already.'],
  ['"copies": ["One"]', '"copies": [‹"Ome"›]', 'there is no job of this server "Ome". Did you mean "One"?'],
  ['"after": "One"', '"after": ‹"Nobody"›', 'there is no job of this server "Nobody". There are One, Two.'],
  ['"repository": "Disk", "objects"', '"repository": ‹"Disc"›, "objects"', 'there is no repository of this server "Disc". Did you mean "Disk"?'],
  ['"LinuxLocal"', '‹"Linux"›', 'found "Linux", expected one of WindowsLocal, LinuxLocal, CifsShare, Nfs, DDBoost, ExaGrid, Extendable, AmazonS3Compatible.'],
  ['"servers": [', '"servers": ‹{}›, "x": [', 'found an object, expected a list, each a backup server.'],
  ['{\n  "name": "mine",', '‹{›\n', 'a scenario lacks "name": a name.'],
  ['"name": "Two"', '"name": ‹"One"›', 'A job is called "One" already.'],
  ['"kind": "fails"', '"kind": ‹"falls"›', 'found "falls", expected "kind": one of fails, warns, started, fills, offline. Did you mean "fails"?'],
  ['"kind": "fails", "job": "One"', '"kind": "fails", "job": ‹"Three"›', 'there is no job "Three". There are One, Two.'],
  ['"object": "a"', '"object": ‹"c"›', 'there is no object of this job "c". Did you mean "a"?'],
  ['"nights": [-1]', '‹"minutesAgo"›: 3', 'an incident has no "minutesAgo". It has kind, job, object, nights, attempts, reason.'],
  ['"says": "Two jobs."', '‹"name"›: "again"', '"name" is here twice.'],
  ['"mine",\n  "says"', '"mine"\n  ‹"says"›', 'this is not JSON: CommaExpected.'],
  [mine, '‹›', 'this is empty, expected JSON.'],
  [mine, '‹[]›', 'found a list, expected a scenario.'],
  [mine, '{‹"__proto__"›: {}}', 'a scenario has no "__proto__". It has $schema, name, says, now, clock, history, isProvider, servers, incidents, known, bulk.'],
] // prettier-ignore

describe('what is wrong with a scenario file, and where', () => {
  it.each(wrong)('%s → %s', (right, instead, says) => {
    expect(mine).toContain(right)
    const marked = mine.replace(right, instead)
    const before = marked.slice(0, marked.indexOf('‹')).split('\n')
    const place = `mine.json:${before.length}:${before.at(-1)!.length + 1}`
    expect(error(marked.replace(/[‹›]/g, ''))).toBe(`${place}: ${says}`)
  })
})

describe('which scenario is meant', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scenario-'))
  const path = join(folder, 'mine.json')
  writeFileSync(path, `\uFEFF${mine}`)

  const find = (nameOrPath: string) => findScenario(nameOrPath, () => Promise.resolve(noRule))
  const noRule = () => {
    throw new Error('There are no rules in a scenario.')
  }

  it('a name is one that is built in', async () => {
    expect(await find('docs')).toMatchObject({ name: 'docs' })
    await expect(find('defualt')).rejects.toThrow(
      `There is no scenario "defualt". Did you mean "default"? There are ${Object.keys(scenarios).join(', ')}; a file is given by its path: ./defualt.json.`,
    )
    await expect(find('constructor')).rejects.toThrow('There is no scenario "constructor".')
  })
  it('a path is a file, which makes a world', async () => {
    const scenario = (await find(path)) as Scenario
    const simulation = makeSimulation({ scenario, seed: 1, database: 'postgresql' })
    simulation.catchUp()
    expect(simulation.state(jobState).jobs.size).toBe(2)
    expect(simulation.store.table('BackupJobSession').size).toBeGreaterThan(50)
  })
  it('a file may have comments and a schema for editors, and need not say what it is for', async () => {
    const noted = join(mkdtempSync(join(tmpdir(), 'mock-em-')), 'noted.json')
    const text = mine.replace('"says": "Two jobs.",', '"$schema": "x.json", // not read\n/* nor\nthis */')
    writeFileSync(noted, text)
    const plain = (await find(path)) as Scenario
    expect(await find(noted)).toEqual({ ...plain, $schema: 'x.json', says: undefined })
    // Places are those of the file, comments and all.
    writeFileSync(noted, text.replace('"daily"', '"dayly"'))
    await expect(find(noted)).rejects.toThrow('noted.json:12:89: a job has no "dayly".')
  })
  it('a file that is not there', async () => {
    await expect(find('./nowhere.json')).rejects.toThrow('./nowhere.json: the scenario cannot be read (ENOENT).')
  })
})

describe('nights', () => {
  const runsAt = (now: string, night: number) => {
    const scenario = parseScenario(mine.replace('[-1]', `[${night}]`), 'mine.json')
    const simulation = frozen(scenario, { now: readInstant(now)! })
    return [...tableOf(simulation, backupJobSession)]
      .filter(({ JobName, Result }) => JobName === 'One' && Result === 'Failed')
      .map(({ CreationTimeUTC }) => writeInstant(CreationTimeUTC).slice(0, 13))
  }
  it.each([
    ['2026-01-15T08:00:00Z', '2026-01-14T22'],
    ['2026-01-15T11:59:00Z', '2026-01-14T22'],
    ['2026-01-15T13:00:00Z', '2026-01-14T22'],
    ['2026-01-15T17:59:00Z', '2026-01-14T22'],
    ['2026-01-15T23:30:00Z', '2026-01-15T22'],
    ['2026-01-16T00:30:00Z', '2026-01-15T22'],
  ])('at %s the night -1 is the one that began last', (now, run) => {
    expect(runsAt(now, -1)).toEqual([run])
    expect(runsAt(now, 0)).toEqual([])
  })
})
