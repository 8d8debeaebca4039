import { describe, expect, it } from 'vitest'
import { days, hours, minutes, seconds } from '../../src/clock/duration.ts'
import { startRun } from '../../src/simulation/jobs/start.ts'
import { plan } from '../../src/simulation/jobs/plan.ts'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import type { World } from '../../src/simulation/core/simulation.ts'
import {
  job as jobResource,
  backup,
  backupJobSession,
  restorePoint,
} from '../../src/resources/index.ts'
import { frozen, idOfJob, noon, sessionsOf, sessionsOfJob, small, tasksOf } from '../seed/worlds.ts'
import { jobState } from '../../src/simulation/jobs/job-state.ts'
import { knownRunState } from '../../src/simulation/jobs/known-run-state.ts'
import { outcomeState } from '../../src/simulation/jobs/outcome-state.ts'

const pass = (world: World, by: number): void => {
  world.clock.advance(by)
  world.settle()
}
const session = (world: World, id: string | undefined) =>
  tableOf(world, backupJobSession).get(id ?? '')!

describe('a run', () => {
  it('starts, works and stops, and leaves a restore point', () => {
    const world = frozen(small(0, {}))
    const id = startRun(world, idOfJob(world, 'Nightly'))
    expect(session(world, id)).toMatchObject({
      CreationTimeUTC: noon,
      State: 'Starting',
      Result: 'None',
      Progress: 0,
      IsRetry: false,
    })
    expect(session(world, id)).not.toHaveProperty('EndTimeUTC')
    pass(world, minutes(2))
    expect(session(world, id)).toMatchObject({ State: 'Working', Result: 'None' })
    expect(tasksOf(world).map(({ State }) => State)).toEqual(['InProgress', 'InProgress'])
    pass(world, hours(1))
    const done = session(world, id)
    expect(done).toMatchObject({ State: 'Stopped', Result: 'Success', Progress: 100 })
    expect(done).not.toHaveProperty('FailureMessage')
    expect(done.EndTimeUTC).toBeGreaterThan(noon + minutes(15))
    const [point] = tableOf(world, restorePoint)
    expect(done.related).toEqual({ RestorePoint: [point!.id] })
    expect(tasksOf(world).map(({ up }) => up.VmRestorePoint)).not.toContain(undefined)
    expect(world.state(jobState).runs.size).toBe(0)
  })

  it('is not started twice; it follows itself instead', () => {
    const world = frozen(small(0, {}))
    const id = idOfJob(world, 'Nightly')
    const first = startRun(world, id)
    expect(startRun(world, id)).toBeUndefined()
    expect(startRun(world, 'nobody')).toBeUndefined()
    pass(world, hours(1))
    const [one, two] = sessionsOf(world)
    expect([one?.id, two?.CreationTimeUTC]).toEqual([first, one?.EndTimeUTC])
    pass(world, hours(2))
    expect(sessionsOf(world)).toHaveLength(2)
  })

  it('fails with its worst task, and tries again what failed', () => {
    const world = frozen(small(0, { retries: 2, daily: '20:00' }))
    const job = idOfJob(world, 'Nightly')
    const [from, until] = [noon, noon + days(1)]
    const fixed = { from, until, attempts: 2 }
    world.state(outcomeState).fixedOutcomes.set(job, [
      { ...fixed, object: 'b', result: 'Failed', reason: 'The disk is gone.' },
      { ...fixed, object: 'c', result: 'Warning', reason: 'The disk is slow.' },
    ])
    startRun(world, job)
    pass(world, hours(4))
    expect(
      sessionsOf(world).map(({ Result, IsRetry, FailureMessage }) => [
        Result,
        IsRetry,
        FailureMessage,
      ]),
    ).toEqual([
      ['Failed', false, 'The disk is gone.'],
      ['Failed', true, 'The disk is gone.'],
      ['Success', true, undefined],
    ])
    expect(tasksOf(world).map((it) => [it.VmDisplayName, it.Result, it.Reason])).toEqual([
      ['a', 'Success', ''],
      ['b', 'Failed', 'The disk is gone.'],
      ['c', 'Warning', 'The disk is slow.'],
      ['b', 'Failed', 'The disk is gone.'],
      ['b', 'Success', ''],
    ])
    expect(tasksOf(world).map(({ up }) => up.VmRestorePoint !== undefined)).toEqual([
      true,
      false,
      true,
      false,
      true,
    ])
    const [first, second] = sessionsOf(world)
    expect(second!.CreationTimeUTC - first!.EndTimeUTC!).toBe(minutes(10))
  })

  it('takes the id that was written down for it, once', () => {
    const world = frozen(small(0, {}))
    const job = idOfJob(world, 'Nightly')
    const id = 'a057c2c3-f3bd-4ab4-9fb7-24058cccb4f6'
    world.state(knownRunState).knownRuns = [{ id, job, from: noon, until: noon + days(1) }]
    expect(startRun(world, job)).toBe(id)
    pass(world, hours(1))
    expect(startRun(world, job)).not.toBe(id)
  })
})

describe('a schedule', () => {
  it('is read anew when the options of the job have changed', () => {
    const world = frozen(small(0, { daily: '22:00' }))
    const jobs = tableOf(world, jobResource)
    const row = jobs.get(idOfJob(world, 'Nightly'))!
    expect(row.NextRun).toBe(noon + hours(10))
    const standart = row.JobScheduleOptions.Standart!
    const OptionsDaily = { ...standart.OptionsDaily, Time: 0 + hours(15) }
    jobs.replace({ ...row, JobScheduleOptions: { Standart: { ...standart, OptionsDaily } } })
    plan(world, row.id)
    expect(jobs.get(row.id)!.NextRun).toBe(noon + hours(3))
    pass(world, hours(11))
    expect(sessionsOf(world)).toHaveLength(1)
    jobs.replace({ ...jobs.get(row.id)!, ScheduleEnabled: false })
    plan(world, row.id)
    expect(jobs.get(row.id)).not.toHaveProperty('NextRun')
    pass(world, days(3))
    expect(sessionsOf(world)).toHaveLength(1)
  })

  it('says truly when the next session starts', () => {
    const world = frozen(
      small(3, { daily: '22:00', on: 'weekdays' }, { name: 'Often', every: '2h' }),
    )
    for (const name of ['Nightly', 'Often']) {
      for (let run = 0; run < 8; run++) {
        const said = tableOf(world, jobResource).get(idOfJob(world, name))!.NextRun!
        const before = sessionsOfJob(world, name).length
        pass(world, said - world.now() - 1)
        expect(sessionsOfJob(world, name)).toHaveLength(before)
        pass(world, seconds(41))
        expect(sessionsOfJob(world, name)).toHaveLength(before + 1)
        pass(world, minutes(1))
      }
    }
  })

  it('chains a job to the end of another, retries included', () => {
    const world = frozen(small(4, { daily: '22:00' }, { name: 'Then', after: 'Nightly' }))
    const ends = sessionsOfJob(world, 'Nightly').map(({ EndTimeUTC }) => EndTimeUTC!)
    const starts = sessionsOfJob(world, 'Then').map(({ CreationTimeUTC }) => CreationTimeUTC)
    expect(starts).toHaveLength(4)
    starts.forEach((start, i) => expect(start - ends[i]!).toBeLessThan(seconds(41)))
  })
})

describe('the kinds of job', () => {
  it('BackupCopy copies its jobs into a backup of its own', () => {
    const world = frozen(
      small(0, {}, { name: 'Copy', type: 'BackupCopy', copies: ['Nightly'], repository: 'Cloud' }),
    )
    startRun(world, idOfJob(world, 'Copy'))
    pass(world, hours(2))
    expect(sessionsOf(world)).toMatchObject([{ JobType: 'BackupCopy', Progress: 100 }])
    expect([...tableOf(world, backup)]).toMatchObject([{ Name: 'Copy', BackupType: 'Standard' }])
    expect(tasksOf(world)).toHaveLength(3)
  })

  it('ImmediateBackupCopy follows what is new, with a worker for each job', () => {
    const world = frozen(
      small(0, {}, { name: 'Copy', type: 'ImmediateBackupCopy', copies: ['Nightly'] }),
    )
    startRun(world, idOfJob(world, 'Nightly'))
    pass(world, hours(3))
    const copy = idOfJob(world, 'Copy')
    expect(sessionsOf(world)).toMatchObject([
      { JobName: 'Nightly', Progress: 100 },
      {
        JobName: 'Copy',
        JobType: 'ImmediateBackupCopy',
        Progress: 0,
        State: 'Stopped',
        up: { Job: copy },
      },
      {
        JobName: 'Copy\\Nightly',
        JobType: 'ImmediateBackupCopyWorker',
        Progress: 100,
        up: { Job: copy },
      },
    ])
    const [, , worker] = sessionsOf(world)
    expect(
      tasksOf(world)
        .slice(3)
        .map(({ JobSessionUid }) => JobSessionUid),
    ).toEqual(Array(3).fill(worker!.id))
    expect([...tableOf(world, backup)].map(({ Name }) => Name)).toEqual([
      'Nightly',
      'Copy\\Nightly',
    ])
  })

  it('AgentBackup has a session for each computer', () => {
    const world = frozen(small(0, { name: 'Notebooks', type: 'AgentBackup', objects: ['x', 'y'] }))
    const job = idOfJob(world, 'Notebooks')
    const parent = startRun(world, job)!
    pass(world, hours(3))
    expect(sessionsOf(world)).toMatchObject([
      { JobType: 'AgentBackup', JobName: 'Notebooks', Progress: 100, up: { AgentBackupJob: job } },
      {
        JobType: 'AgentManagement',
        JobName: 'Notebooks - x',
        up: { AgentBackupJob: job, ParentSession: parent },
      },
      {
        JobType: 'AgentManagement',
        JobName: 'Notebooks - y',
        up: { AgentBackupJob: job, ParentSession: parent },
      },
    ])
    expect(tasksOf(world)).toHaveLength(2)
    expect(tableOf(world, jobResource).size).toBe(0)
  })

  it('NasBackup belongs to its job alone', () => {
    const world = frozen(small(0, { name: 'Shares', type: 'NasBackup', objects: ['\\\\nas\\a'] }))
    const job = idOfJob(world, 'Shares')
    startRun(world, job)
    pass(world, hours(3))
    expect(sessionsOf(world)).toMatchObject([{ JobType: 'NasBackup', up: { NasJob: job } }])
    expect(sessionsOf(world)[0]!.up).not.toHaveProperty('Job')
  })
})

it.each([10, 1000])('of %i machines, whose task ends is found in few looks', (count) => {
  const world = frozen(small(0, { objects: count }))
  startRun(world, idOfJob(world, 'Nightly'))
  pass(world, minutes(2))
  const [run] = world.state(jobState).runs.values()
  let looks = 0
  const parts = new Proxy(run!.parts, { get: (of, key) => (looks++, Reflect.get(of, key) as unknown) }) // prettier-ignore
  Object.assign(run!, { parts })
  pass(world, hours(100))
  expect(world.state(jobState).runs.size).toBe(0)
  expect(looks / count).toBeLessThan(20)
})
