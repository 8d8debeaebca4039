import type { TenantSpec } from '#seed-data'
import { idOf } from '../../random/ids.ts'
import { days, hours, seconds } from '../../clock/duration.ts'
import type { Instant } from '../../clock/instant.ts'
import { pointLink } from '../../simulation/cloud-connect/cloud-failover.ts'
import { results, type Result } from '../../simulation/jobs/job-model.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import type { EntityOf } from '../../model/resource.ts'
import { stamp } from '../../model/names.ts'
import { cloudFailoverPlan, cloudFailoverSession } from '../../resources/index.ts'
import type { CloudPoint } from './seed-cloud-points.ts'
import type { Provider } from './provider.ts'

type Task = EntityOf<typeof cloudFailoverSession>['CloudFailoverTasks'][number]
type Points = ReadonlyMap<string, readonly CloudPoint[]>

/** A tenant's plan for a failover. */
interface Planned {
  readonly owner: string
  readonly tenant: string
  readonly plan: NonNullable<TenantSpec['failoverPlans']>[number]
}

/** How many days ago each plan was tried or needed, and when the last of its machines did not come up. */
const ages = [38, 17, 3]
const FAILED = 17

const reasons = {
  Success: undefined,
  Warning: undefined,
  Failed: '<vm> did not answer in time after its replica was powered on.',
} as const

/** Adds a plan with the machines that it brings up, and what was done by it when there was something to bring up. */
export function seedCloudFailovers(
  simulation: Simulation,
  server: Provider,
  { owner, tenant, plan: { name, machines } }: Planned,
  points: Points,
  now: Instant,
): void {
  const { seed } = simulation.chance
  const id = idOf(seed, 'CloudFailoverPlan', owner, name)
  const hasScripts = simulation.chance.of(id, 'scripts').chance(0.3)
  tableOf(simulation, cloudFailoverPlan).add({
    id,
    up: { BackupServer: server.id, CloudTenant: owner },
    TenantUid: owner,
    TenantName: tenant,
    Description: `Created by ${server.name.split('.')[0] ?? ''}\\backupadmin.`,
    CloudFailoverPlanOptions: {
      PostFailoverPlanCommandEnabled: hasScripts,
      PostFailoverPlanCommand: hasScripts ? 'C:\\Scripts\\after-failover.cmd' : '',
      PreFailoverPlanCommandEnabled: hasScripts,
      PreFailoverPlanCommand: hasScripts ? 'C:\\Scripts\\before-failover.cmd' : '',
    },
    CloudFailoverPlanInfo: {
      Includes: machines.map((machine, Order) => {
        const FailoverPlanVMId = idOf(seed, 'CloudFailoveredVm', id, machine)
        return {
          FailoverPlanVMId,
          Name: machine,
          Order,
          Href: `/cloud/cloudFailoverPlans/${id}/includes/${FailoverPlanVMId}`,
          Type: 'CloudFailoveredVm',
        }
      }),
    },
    Name: name,
  })
  if (points.size === 0) return
  for (const age of ages) {
    const since = now - days(age) - hours(simulation.chance.of(id, 'tried', String(age)).number(0, 20))
    plantSession(simulation, { id, server, name, machines, points }, age, since)
  }
}

interface Failover {
  readonly id: string
  readonly server: Provider
  readonly name: string
  readonly machines: readonly string[]
  readonly points: Points
}

function plantSession(
  simulation: Simulation,
  { id: plan, server, name, machines, points }: Failover,
  age: number,
  at: Instant,
): void {
  const { chance, database } = simulation
  const id = idOf(chance.seed, 'CloudFailoverSession', plan, String(age))
  const since = stamp(at, database)
  const draw = chance.of(id, 'failover')
  // One machine after the other, as the plan orders them; the first needs some seconds to begin.
  let next = since + seconds(draw.number(4, 7))
  const tasks = machines.map((machine, n) => {
    const isStuck = age === FAILED && n === machines.length - 1
    const drawn = chance.of(id, 'result', machine).weighted({ Success: 6, Warning: 1 })
    const Result = server.isFlawless ? 'Success' : isStuck ? 'Failed' : drawn
    const point = latest(points.get(machine), since)
    const task = taskOf(simulation, id, machine, { point, since: next, Result })
    next += seconds(draw.number(30, 90))
    return task
  })
  const ends = tasks.flatMap(({ EndTimeUTC }) => EndTimeUTC ?? [])
  const Result = results.findLast((result) => tasks.some((it) => it.Result === result)) ?? 'Success'
  const reason = tasks.find((it) => it.FailureMessage !== undefined)?.FailureMessage
  tableOf(simulation, cloudFailoverSession).add({
    id,
    up: { BackupServer: server.id, CloudFailoverPlan: plan },
    JobType: 'FailoverPlan',
    CreationTimeUTC: since,
    EndTimeUTC: stamp(Math.max(since, ...ends) + seconds(draw.number(2, 9)), database),
    State: 'Stopped',
    Result,
    Progress: 100,
    ...(reason !== undefined && { FailureMessage: reason }),
    CloudFailoverTasks: tasks,
    Name: name,
  })
}

/** The point that a failover at that time took, if it is still kept. */
const latest = (points: readonly CloudPoint[] = [], at: Instant): CloudPoint | undefined =>
  points.findLast((point) => point.at <= at)

function taskOf(
  { chance, database }: Simulation,
  session: string,
  machine: string,
  run: { readonly point: CloudPoint | undefined; readonly since: Instant; readonly Result: Result },
): Task {
  const { point, since, Result } = run
  const draw = chance.of(session, 'task', machine)
  const reason = reasons[Result]?.replace('<vm>', machine)
  return {
    ...(point !== undefined && { VmReplicaPointLink: pointLink(point) }),
    CreationTimeUTC: stamp(since, database),
    EndTimeUTC: stamp(since + seconds(draw.number(60, 180)), database),
    State: 'Stopped',
    Result,
    Progress: Result === 'Failed' ? draw.integer(10, 90) : 100,
    ...(reason !== undefined && { FailureMessage: reason }),
    VmName: machine,
  }
}
