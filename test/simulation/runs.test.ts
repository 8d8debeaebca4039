import { describe, expect, it } from 'vitest'
import { days, hours, minutes, seconds } from '../../src/clock/duration.ts'
import { startRun } from '../../src/simulation/jobs/start.ts'
import { plan } from '../../src/simulation/jobs/plan.ts'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import type { Simulation } from '../../src/simulation/core/simulation.ts'
import { job as jobResource, backup, backupJobSession, restorePoint } from '../../src/resources/index.ts'
import { frozen, idOfJob, noon, sessionsOf, sessionsOfJob, small, tasksOf } from '../seed/worlds.ts'
import { jobState } from '../../src/simulation/jobs/job-state.ts'
import { knownRunState } from '../../src/simulation/jobs/known-run-state.ts'
import { outcomeState } from '../../src/simulation/jobs/outcome-state.ts'

const pass = (simulation: Simulation, by: number): void => {
  simulation.clock.advance(by)
  simulation.catchUp()
}
const session = (simulation: Simulation, id: string | undefined) => tableOf(simulation, backupJobSession).get(id ?? '')!

describe('a run', () => {
  it('starts, works and stops, and leaves a restore point', () => {
    const simulation = frozen(small(0, {}))
    const id = startRun(simulation, idOfJob(simulation, 'Nightly'))
    expect(session(simulation, id)).toMatchObject({
      CreationTimeUTC: noon,
      State: 'Starting',
      Result: 'None',
      Progress: 0,
      IsRetry: false,
    })
    expect(session(simulation, id)).not.toHaveProperty('EndTimeUTC')
    pass(simulation, minutes(2))
    expect(session(simulation, id)).toMatchObject({ State: 'Working', Result: 'None' })
    expect(tasksOf(simulation).map(({ State }) => State)).toEqual(['InProgress', 'InProgress'])
    pass(simulation, hours(1))
    const done = session(simulation, id)
    expect(done).toMatchObject({ State: 'Stopped', Result: 'Success', Progress: 100 })
    expect(done).not.toHaveProperty('FailureMessage')
    expect(done.EndTimeUTC).toBeGreaterThan(noon + minutes(15))
    const [point] = tableOf(simulation, restorePoint)
    expect(done.related).toEqual({ RestorePoint: [point!.id] })
    expect(tasksOf(simulation).map(({ up }) => up.VmRestorePoint)).not.toContain(undefined)
    expect(simulation.state(jobState).runs.size).toBe(0)
  })

  it('is not started twice; it follows itself instead', () => {
    const simulation = frozen(small(0, {}))
    const id = idOfJob(simulation, 'Nightly')
    const first = startRun(simulation, id)
    expect(startRun(simulation, id)).toBeUndefined()
    expect(startRun(simulation, 'nobody')).toBeUndefined()
    pass(simulation, hours(1))
    const [one, two] = sessionsOf(simulation)
    expect([one?.id, two?.CreationTimeUTC]).toEqual([first, one?.EndTimeUTC])
    pass(simulation, hours(2))
    expect(sessionsOf(simulation)).toHaveLength(2)
  })

  it('fails with its worst task, and tries again what failed', () => {
    const simulation = frozen(small(0, { retries: 2, daily: '20:00' }))
    const job = idOfJob(simulation, 'Nightly')
    const [from, until] = [noon, noon + days(1)]
    const fixed = { from, until, attempts: 2 }
    simulation.state(outcomeState).fixedOutcomes.set(job, [
      { ...fixed, object: 'b', result: 'Failed', reason: 'The disk is gone.' },
      { ...fixed, object: 'c', result: 'Warning', reason: 'The disk is slow.' },
    ])
    startRun(simulation, job)
    pass(simulation, hours(4))
    expect(
      sessionsOf(simulation).map(({ Result, IsRetry, FailureMessage }) => [Result, IsRetry, FailureMessage]),
    ).toEqual([
      ['Failed', false, 'The disk is gone.'],
      ['Failed', true, 'The disk is gone.'],
      ['Success', true, undefined],
    ])
    expect(tasksOf(simulation).map((it) => [it.VmDisplayName, it.Result, it.Reason])).toEqual([
      ['a', 'Success', ''],
      ['b', 'Failed', 'The disk is gone.'],
      ['c', 'Warning', 'The disk is slow.'],
      ['b', 'Failed', 'The disk is gone.'],
      ['b', 'Success', ''],
    ])
    expect(tasksOf(simulation).map(({ up }) => up.VmRestorePoint !== undefined)).toEqual([
      true,
      false,
      true,
      false,
      true,
    ])
    const [first, second] = sessionsOf(simulation)
    expect(second!.CreationTimeUTC - first!.EndTimeUTC!).toBe(minutes(10))
  })

  it('takes the id that was written down for it, once', () => {
    const simulation = frozen(small(0, {}))
    const job = idOfJob(simulation, 'Nightly')
    const id = 'a057c2c3-f3bd-4ab4-9fb7-24058cccb4f6'
    simulation.state(knownRunState).knownRuns = [{ id, job, from: noon, until: noon + days(1) }]
    expect(startRun(simulation, job)).toBe(id)
    pass(simulation, hours(1))
    expect(startRun(simulation, job)).not.toBe(id)
  })
})

describe('a schedule', () => {
  it('is read anew when the options of the job have changed', () => {
    const simulation = frozen(small(0, { daily: '22:00' }))
    const jobs = tableOf(simulation, jobResource)
    const row = jobs.get(idOfJob(simulation, 'Nightly'))!
    expect(row.NextRun).toBe(noon + hours(10))
    const standart = row.JobScheduleOptions.Standart!
    const OptionsDaily = { ...standart.OptionsDaily, Time: 0 + hours(15) }
    jobs.replace({ ...row, JobScheduleOptions: { Standart: { ...standart, OptionsDaily } } })
    plan(simulation, row.id)
    expect(jobs.get(row.id)!.NextRun).toBe(noon + hours(3))
    pass(simulation, hours(11))
    expect(sessionsOf(simulation)).toHaveLength(1)
    jobs.replace({ ...jobs.get(row.id)!, ScheduleEnabled: false })
    plan(simulation, row.id)
    expect(jobs.get(row.id)).not.toHaveProperty('NextRun')
    pass(simulation, days(3))
    expect(sessionsOf(simulation)).toHaveLength(1)
  })

  it('says truly when the next session starts', () => {
    const simulation = frozen(small(3, { daily: '22:00', on: 'weekdays' }, { name: 'Often', every: '2h' }))
    for (const name of ['Nightly', 'Often']) {
      for (let run = 0; run < 8; run++) {
        const said = tableOf(simulation, jobResource).get(idOfJob(simulation, name))!.NextRun!
        const before = sessionsOfJob(simulation, name).length
        pass(simulation, said - simulation.now() - 1)
        expect(sessionsOfJob(simulation, name)).toHaveLength(before)
        pass(simulation, seconds(41))
        expect(sessionsOfJob(simulation, name)).toHaveLength(before + 1)
        pass(simulation, minutes(1))
      }
    }
  })

  it('chains a job to the end of another, retries included', () => {
    const simulation = frozen(small(4, { daily: '22:00' }, { name: 'Then', after: 'Nightly' }))
    const ends = sessionsOfJob(simulation, 'Nightly').map(({ EndTimeUTC }) => EndTimeUTC!)
    const starts = sessionsOfJob(simulation, 'Then').map(({ CreationTimeUTC }) => CreationTimeUTC)
    expect(starts).toHaveLength(4)
    starts.forEach((start, i) => expect(start - ends[i]!).toBeLessThan(seconds(41)))
  })
})

describe('the kinds of job', () => {
  it('BackupCopy copies its jobs into a backup of its own', () => {
    const simulation = frozen(
      small(0, {}, { name: 'Copy', type: 'BackupCopy', copies: ['Nightly'], repository: 'Cloud' }),
    )
    startRun(simulation, idOfJob(simulation, 'Copy'))
    pass(simulation, hours(2))
    expect(sessionsOf(simulation)).toMatchObject([{ JobType: 'BackupCopy', Progress: 100 }])
    expect([...tableOf(simulation, backup)]).toMatchObject([{ Name: 'Copy', BackupType: 'Standard' }])
    expect(tasksOf(simulation)).toHaveLength(3)
  })

  it('ImmediateBackupCopy follows what is new, with a worker for each job', () => {
    const simulation = frozen(small(0, {}, { name: 'Copy', type: 'ImmediateBackupCopy', copies: ['Nightly'] }))
    startRun(simulation, idOfJob(simulation, 'Nightly'))
    pass(simulation, hours(3))
    const copy = idOfJob(simulation, 'Copy')
    expect(sessionsOf(simulation)).toMatchObject([
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
    const [, , worker] = sessionsOf(simulation)
    expect(
      tasksOf(simulation)
        .slice(3)
        .map(({ JobSessionUid }) => JobSessionUid),
    ).toEqual(Array(3).fill(worker!.id))
    expect([...tableOf(simulation, backup)].map(({ Name }) => Name)).toEqual(['Nightly', 'Copy\\Nightly'])
  })

  it('AgentBackup has a session for each computer', () => {
    const simulation = frozen(small(0, { name: 'Notebooks', type: 'AgentBackup', objects: ['x', 'y'] }))
    const job = idOfJob(simulation, 'Notebooks')
    const parent = startRun(simulation, job)!
    pass(simulation, hours(3))
    expect(sessionsOf(simulation)).toMatchObject([
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
    expect(tasksOf(simulation)).toHaveLength(2)
    expect(tableOf(simulation, jobResource).size).toBe(0)
  })

  it('NasBackup belongs to its job alone', () => {
    const simulation = frozen(small(0, { name: 'Shares', type: 'NasBackup', objects: ['\\\\nas\\a'] }))
    const job = idOfJob(simulation, 'Shares')
    startRun(simulation, job)
    pass(simulation, hours(3))
    expect(sessionsOf(simulation)).toMatchObject([{ JobType: 'NasBackup', up: { NasJob: job } }])
    expect(sessionsOf(simulation)[0]!.up).not.toHaveProperty('Job')
  })
})

it.each([10, 1000])('of %i machines, whose task ends is found in few looks', (count) => {
  const simulation = frozen(small(0, { objects: count }))
  startRun(simulation, idOfJob(simulation, 'Nightly'))
  pass(simulation, minutes(2))
  const [run] = simulation.state(jobState).runs.values()
  let looks = 0
  const parts = new Proxy(run!.parts, { get: (of, key) => (looks++, Reflect.get(of, key) as unknown) })
  Object.assign(run!, { parts })
  pass(simulation, hours(100))
  expect(simulation.state(jobState).runs.size).toBe(0)
  expect(looks / count).toBeLessThan(20)
})
