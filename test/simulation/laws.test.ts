import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Scenario } from '#seed-data'
import { days, minutes, type Duration } from '../../src/clock/duration.ts'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import type { Simulation } from '../../src/simulation/core/simulation.ts'
import {
  agentRestorePoint,
  backup,
  backupFile,
  backupJobSession,
  backupTaskSession,
  cloudTenant,
  replica,
  replicaJobSession,
  replicaTaskSession,
  repository,
  restorePoint,
  vmReplicaPoint,
  vmRestorePoint,
} from '../../src/resources/index.ts'
import { builtIn, everything, frozen, noon, sessionsOf, small, tasksOf } from '../seed/worlds.ts'
import { jobState } from '../../src/simulation/jobs/job-state.ts'

const busy: Scenario = small(
  2,
  { daily: '12:30', habit: 'troubled', retries: 2, keep: '3 points' },
  { name: 'Often', every: '3h', habit: 'moody', keep: '4 points', repository: 'Cloud' },
  { name: 'Copy', type: 'ImmediateBackupCopy', copies: ['Nightly', 'Often'], keep: '2 points' },
  { name: 'Agents', type: 'AgentBackup', daily: '13:00', habit: 'troubled', keep: '3 points' },
  {
    name: 'Replication',
    type: 'Replica',
    every: '7h',
    habit: 'troubled',
    retries: 1,
    keep: '2 points',
  },
  { name: 'Then', after: 'Often', habit: 'troubled', keep: '1 days' },
)
const steps = fc.array(fc.double({ min: 0.001, max: 9, noNaN: true }), {
  minLength: 1,
  maxLength: 60,
})
const pass = (simulation: Simulation, by: Duration): void => {
  simulation.clock.advance(by)
  simulation.catchUp()
}

describe('however time passes', () => {
  it('many small steps make the same world as one big one', () => {
    fc.assert(
      fc.property(steps, (hours) => {
        const inSteps = frozen(busy)
        const lengths = hours.map((n) => Math.round(n * minutes(60)))
        for (const length of lengths) pass(inSteps, length)
        const atOnce = frozen(busy)
        pass(
          atOnce,
          lengths.reduce((sum, length) => sum + length, 0),
        )
        expect(everything(inSteps)).toEqual(everything(atOnce))
      }),
      { numRuns: 15 },
    )
  })

  it('Progress never falls, states go forward, nothing is later than now', () => {
    fc.assert(
      fc.property(steps, (quarters) => {
        const simulation = frozen(busy)
        const seen = new Map<string, readonly number[]>()
        for (const n of quarters) {
          pass(simulation, Math.round(n * minutes(4)))
          const replicas = [...tableOf(simulation, replicaJobSession), ...tableOf(simulation, replicaTaskSession)]
          for (const row of [...sessionsOf(simulation), ...tasksOf(simulation), ...replicas]) {
            const progress = 'Progress' in row ? row.Progress : 0
            const now = [progress, order.indexOf(row.State)] as const
            const before = seen.get(row.id) ?? [0, 0]
            if (!('JobType' in row) || row.JobType !== 'ImmediateBackupCopy')
              expect(now[0]).toBeGreaterThanOrEqual(before[0]!)
            expect(now[1]).toBeGreaterThanOrEqual(before[1]!)
            const isOver = row.State === 'Stopped' || row.State === 'Completed'
            expect(row.Result !== 'None').toBe(isOver)
            expect('EndTimeUTC' in row).toBe(isOver)
            expect(row.CreationTimeUTC).toBeLessThanOrEqual(simulation.now())
            expect(row.EndTimeUTC ?? row.CreationTimeUTC).toBeGreaterThanOrEqual(row.CreationTimeUTC)
            if (progress === 100) expect(isOver).toBe(true)
            seen.set(row.id, now)
          }
        }
      }),
      { numRuns: 15 },
    )
  })

  it.each([0, 0.2, 1.5, 40])('after %d days the world holds together', (passed) => {
    const simulation = frozen(busy)
    pass(simulation, days(passed))
    holdsTogether(simulation)
  })

  it.each(['default', 'docs'])('%s holds together', (name) => holdsTogether(frozen(builtIn(name))))

  it('a year is lived without a trace of what is over', () => {
    const simulation = frozen(small(0, { daily: '22:00', keep: '7 points' }))
    pass(simulation, days(365))
    expect(sessionsOf(simulation)).toHaveLength(365)
    expect(tableOf(simulation, restorePoint).size).toBeLessThan(15)
    expect(simulation.state(jobState).runs.size).toBe(0)
  })
})

const order: readonly string[] = ['Starting', 'Pending', 'Working', 'InProgress', 'Stopped', 'Completed']

function holdsTogether(simulation: Simulation): void {
  const files = tableOf(simulation, backupFile)
  const points = tableOf(simulation, restorePoint)
  const machines = tableOf(simulation, vmRestorePoint)
  const sessions = tableOf(simulation, backupJobSession)
  const tasks = tableOf(simulation, backupTaskSession)

  // Whatever a row holds in a role is there, but for jobs of kinds that have no rows yet.
  for (const { name, up } of simulation.store.resources)
    for (const row of simulation.store.table(name))
      for (const [role, id] of Object.entries(row.up)) {
        const type = (up as Record<string, string>)[role]!
        if (type === 'AgentBackupJob' || type === 'NasJob') expect(simulation.state(jobState).jobs.has(id!)).toBe(true)
        else expect(simulation.store.nameOf(type, id!), `${name}.${role}`).toBeDefined()
      }

  // Points and files are one to one; every machine in them is known to the task that made it.
  expect(files.size).toBe(points.size)
  for (const point of points) expect(files.get(point.up.BackupFile!)!.up.RestorePoint).toBe(point.id)
  const byTask = new Map([...tasks].flatMap((it) => (it.up.VmRestorePoint ? [[it.up.VmRestorePoint, it]] : [])))
  expect(byTask.size).toBe(machines.size)
  for (const it of machines) {
    expect(byTask.get(it.id)).toMatchObject({ VmDisplayName: it.VmName, VmUid: it.HierarchyObjRef })
    expect(points.get(it.up.RestorePoint!)!.up.BackupFile).toBe(it.up.BackupFile)
  }
  const computers = tableOf(simulation, agentRestorePoint)
  const ofAgents = [...tasks].filter(({ up }) => up.AgentRestorePoint !== undefined)
  expect(ofAgents.length).toBe(computers.size)
  for (const { VmDisplayName, up } of ofAgents) {
    const computer = computers.get(up.AgentRestorePoint!)!
    expect(computer.ComputerName).toBe(VmDisplayName)
    expect(points.get(computer.up.RestorePoint!)!.up).toMatchObject({
      Backup: computer.up.Backup,
      BackupFile: computer.up.BackupFile,
    })
  }
  // What a point holds is of the kind that its platform says.
  for (const { id, Platform } of points) {
    const isOfAgents = Platform.startsWith('Agent')
    expect(computers.under('RestorePoint', id).length > 0).toBe(isOfAgents)
    expect(machines.under('RestorePoint', id).length > 0).toBe(!isOfAgents)
  }
  const related = [...sessions].flatMap((it) => it.related?.['RestorePoint'] ?? [])
  expect(related.toSorted()).toEqual([...points].map(({ id }) => id).toSorted())

  // What is replicated is known to the task that did it, and lies in the replica of its job.
  const copied = new Map(
    [...tableOf(simulation, replicaTaskSession)].flatMap((it) =>
      it.up.VmReplicaPoint ? [[it.up.VmReplicaPoint, it]] : [],
    ),
  )
  expect(copied.size).toBe(tableOf(simulation, vmReplicaPoint).size)
  for (const it of tableOf(simulation, vmReplicaPoint)) {
    const task = copied.get(it.id)!
    expect(task).toMatchObject({ VmDisplayName: it.VmDisplayName, VmUid: it.HierarchyObjRef })
    expect(tableOf(simulation, replica).get(it.up.Replica!)!.JobUid).toBe(task.JobUid)
    expect(it.CreationTimeUTC).toBeGreaterThanOrEqual(task.CreationTimeUTC)
    expect(it.CreationTimeUTC).toBeLessThanOrEqual(task.EndTimeUTC!)
  }

  // A session is as bad as its worst task, and ends after all of them.
  const runs = [
    ...[...sessions].map((it) => [it, tasks.under('BackupJobSession', it.id)] as const),
    ...[...tableOf(simulation, replicaJobSession)].map(
      (it) => [it, tableOf(simulation, replicaTaskSession).under('ReplicaJobSession', it.id)] as const,
    ),
  ]
  for (const [session, own] of runs) {
    if (session.State !== 'Stopped' || own.length === 0) continue
    const worst = Math.max(...own.map(({ Result }) => grades.indexOf(Result)))
    expect(session.Result).toBe(grades[worst])
    for (const { EndTimeUTC } of own) expect(EndTimeUTC).toBeLessThanOrEqual(session.EndTimeUTC!)
    expect(session.FailureMessage !== undefined).toBe(session.Result === 'Failed')
  }

  // What is free is what files and tenants leave.
  for (const { id, Capacity, FreeSpace } of tableOf(simulation, repository)) {
    const held = [...files].filter((it) => tableOf(simulation, backup).get(it.up.Backup!)!.up.Repository === id)
    const used = held.reduce((sum, { BackupSize }) => sum + BackupSize, 0)
    const lent = [...tableOf(simulation, cloudTenant)]
      .flatMap(({ Resources }) => Resources.CloudTenantResource ?? [])
      .filter(({ RepositoryQuota }) => RepositoryQuota.RepositoryUid === id)
      .reduce((sum, { RepositoryQuota }) => sum + RepositoryQuota.UsedQuota * 1024 ** 2, 0)
    expect(FreeSpace).toBe(Capacity < 0 ? -1 : Capacity - used - lent)
  }
}

const grades = ['None', 'Success', 'Warning', 'Failed']

it('settling when nothing is due takes nothing from the event queue', () => {
  const simulation = frozen(busy)
  simulation.catchUp()
  const { version } = simulation.store
  const take = vi.spyOn(simulation.eventQueue, 'take')
  for (let n = 0; n < 100; n++) expect(simulation.catchUp()).toBe(true)
  expect(take).not.toHaveBeenCalled()
  expect(simulation.store.version).toBe(version)
  expect(simulation.now()).toBe(noon)
})
