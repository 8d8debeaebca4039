import { describe, expect, it } from 'vitest'
import { days, hours } from '../../src/clock/duration.ts'
import { fixOutcome } from '../../src/simulation/jobs/outcome.ts'
import { startRun } from '../../src/simulation/jobs/start.ts'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import type { Simulation } from '../../src/simulation/core/simulation.ts'
import {
  backup,
  failoverPlan,
  job,
  replica,
  replicaJobSession,
  replicaTaskSession,
  restorePoint,
  vmReplicaPoint,
} from '../../src/resources/index.ts'
import { accepts, openEm } from '../support/em.ts'
import { frozen, idOfJob, noon, sessionsOf, small } from '../seed/worlds.ts'

const replication = { name: 'SQL Replication', type: 'Replica' } as const
const pass = (simulation: Simulation, by: number): void => {
  simulation.clock.advance(by)
  simulation.catchUp()
}
const runsOf = (simulation: Simulation) => [...tableOf(simulation, replicaJobSession)]
const pointsOf = (simulation: Simulation) => [...tableOf(simulation, vmReplicaPoint)]
const countsOf = (simulation: Simulation) =>
  ['a', 'b', 'c'].map((name) => pointsOf(simulation).filter((it) => it.VmDisplayName === name).length)

describe('a run of a replica job', () => {
  const simulation = frozen(small(0, replication))
  const id = startRun(simulation, idOfJob(simulation, 'SQL Replication'))!
  pass(simulation, hours(1))

  it('is a session and tasks of their own types', () => {
    expect(runsOf(simulation)).toMatchObject([
      { id, JobName: 'SQL Replication', JobType: 'Replica', State: 'Stopped', Result: 'Success' },
    ])
    const tasks = tableOf(simulation, replicaTaskSession).under('ReplicaJobSession', id)
    expect(tasks.map((it) => [it.VmDisplayName, it.State])).toEqual([
      ['a', 'Completed'],
      ['b', 'Completed'],
      ['c', 'Completed'],
    ])
    expect(sessionsOf(simulation)).toEqual([])
  })

  it('keeps a point of each machine in the replica of its name, and no backup', () => {
    const [into] = tableOf(simulation, replica)
    expect(into).toMatchObject({ Name: 'SQL Replication', Platform: 'VMware' })
    expect(countsOf(simulation)).toEqual([1, 1, 1])
    for (const { up, PointType } of pointsOf(simulation))
      expect([up.Replica, PointType]).toEqual([into!.id, 'Snapshot'])
    expect([...tableOf(simulation, backup), ...tableOf(simulation, restorePoint)]).toEqual([])
  })

  it('is full at first and incremental after that', () => {
    startRun(simulation, idOfJob(simulation, 'SQL Replication'))
    pass(simulation, hours(1))
    const methods = pointsOf(simulation).map((it) => it.Algorithm)
    expect(methods).toEqual([...Array<string>(3).fill('Full'), ...Array<string>(3).fill('Incremental')])
    const [first, , , second] = pointsOf(simulation)
    expect(second!.BackupSize).toBeLessThan(first!.BackupSize)
    expect(tableOf(simulation, replica).size).toBe(1)
  }) // prettier-ignore
})

describe('retention', () => {
  it.each([
    ['1 points', 6, [1, 1, 1]],
    ['4 points', 6, [4, 4, 4]],
    ['14 points', 6, [6, 6, 6]],
    ['3 days', 9, [4, 4, 4]],
  ])('%s of %d runs leave %j', (keep, lived, counts) => {
    const simulation = frozen(small(lived, { ...replication, daily: '06:00', keep }))
    expect(runsOf(simulation)).toHaveLength(lived)
    expect(countsOf(simulation)).toEqual(counts)
    expect(
      [...tableOf(simulation, replicaTaskSession)].filter((it) => it.up.VmReplicaPoint !== undefined),
    ).toHaveLength(pointsOf(simulation).length)
  })
})

it('a machine that fails keeps its old points, and is retried alone', () => {
  const simulation = frozen(small(3, { ...replication, daily: '06:00', keep: '2 points', retries: 1 }))
  fixOutcome(simulation, idOfJob(simulation, 'SQL Replication'), {
    object: 'b', from: noon, until: noon + days(9), result: 'Failed', attempts: 2,
  }) // prettier-ignore
  pass(simulation, days(1))
  const [run, retry] = runsOf(simulation).slice(-2)
  expect([run, retry]).toMatchObject([
    { Result: 'Failed', IsRetry: false },
    { Result: 'Failed', IsRetry: true },
  ])
  const retried = tableOf(simulation, replicaTaskSession).under('ReplicaJobSession', retry!.id)
  expect(retried.map((it) => [it.VmDisplayName, it.up.VmReplicaPoint])).toEqual([['b', undefined]])
  expect(run!.FailureMessage).toBe(
    tableOf(simulation, replicaTaskSession)
      .under('ReplicaJobSession', run!.id)
      .find((it) => it.Result === 'Failed')!.Reason,
  )
  expect(countsOf(simulation)).toEqual([2, 2, 2])
})

it.each([
  ['SQL Replication', 'SQL Failover Plan'],
  ['DR Replica', 'DR Failover Plan'],
  ['Replication', 'Replication Failover Plan'],
])('what %s replicates is in %s, in its order', (name, plan) => {
  const simulation = frozen(small(0, { ...replication, name }, { name: 'Backups' }))
  const plans = [...tableOf(simulation, failoverPlan)]
  expect(plans.map(({ Name }) => Name)).toEqual([plan])
  const { Includes } = plans[0]!.FailoverPlanInfo
  const own = tableOf(simulation, job).get(idOfJob(simulation, name))!.JobInfo.ReplicaJobInfo!.Includes
  expect(Includes.map((it) => [it.Order, it.Name, it.HierarchyObjRef])).toEqual(
    own.map((it, i) => [i, it.Name, it.HierarchyObjRef]),
  )
})

it('a replica job shows its machines as a backup job does, to be copied without a trace', async () => {
  const em = await openEm({ scenario: 'docs' })
  const token = await em.logOn()
  const id = idOfJob(em.simulation, 'Fileserver Replication')
  const get = async (path: string) =>
    JSON.parse((await em.ask(`GET /api${path}`, { token, accept: accepts.json })).body) as Shown
  const { JobInfo } = await get(`/jobs/${id}?format=Entity`)
  expect(Object.entries(JobInfo!).filter(([, info]) => info !== null)).toEqual([['ReplicaJobInfo', expect.anything()]])
  const { ObjectInJobs } = await get(`/jobs/${id}/includes`)
  expect(ObjectInJobs!.map(({ Name }) => Name)).toEqual(['fileserver01', 'srv04'])
  for (const { GuestProcessingOptions: options } of ObjectInJobs!) {
    expect(options.VssSnapshotOptions).toEqual({ VssSnapshotMode: 'RequireSuccess', IsCopyOnly: true })
    expect(options.SqlBackupOptions.TransactionLogsProcessing).toBe('Never')
  }
  await em.close()
})
interface Shown {
  readonly JobInfo?: Readonly<Record<string, unknown>>
  readonly ObjectInJobs?: readonly {
    readonly Name: string
    readonly GuestProcessingOptions: {
      readonly VssSnapshotOptions: object
      readonly SqlBackupOptions: { readonly TransactionLogsProcessing: string }
    }
  }[]
}

it('sessions are all below their job, of the last 30 days elsewhere, and tasks under both spellings', async () => {
  const em = await openEm({ scenario: 'default', now: '2026-01-15T12:00:00Z', clock: 'frozen' })
  const token = await em.logOn()
  const namesAt = async (path: string) => {
    const { body } = await em.ask(`GET /api${path}`, { token, accept: accepts.json })
    return (JSON.parse(body) as { readonly Refs: readonly { readonly Name: string }[] }).Refs.map(({ Name }) => Name)
  }
  const id = idOfJob(em.simulation, 'DR Replication')
  const below = await namesAt(`/jobs/${id}/replicaSessions`)
  const recent = (await namesAt('/replicaSessions')).filter((it) => it.startsWith('DR '))
  expect(below.length).toBeGreaterThanOrEqual(45)
  expect(recent.length).toBeLessThan(below.length)
  expect(below.slice(-recent.length)).toEqual(recent)
  expect(await namesAt(`/jobs/${id}/backupSessions`)).toEqual([])

  const last = [...tableOf(em.simulation, replicaJobSession)].findLast((it) => it.up.Job === id)!
  for (const above of ['', `/replicaSessions/${last.id}`]) {
    const tasks = await namesAt(`${above}/repicaTaskSessions`)
    expect(tasks.length).toBeGreaterThan(0)
    expect(await namesAt(`${above}/replicaTaskSessions`)).toEqual(tasks)
  }
  await em.close()
})
