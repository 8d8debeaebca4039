import type { Scenario } from '#seed-data'
import { idOf } from '../../random/ids.ts'
import { days } from '../../clock/duration.ts'
import type { Instant } from '../../clock/instant.ts'
import type { WorkObject } from '../../simulation/jobs/job-model.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import type { EntityOf } from '../../model/resource.ts'
import {
  cdpPolicy,
  cdpReplica,
  cdpReplicaVm,
  repository,
  vAppCdpReplica,
  vAppCdpReplicaVm,
} from '../../resources/index.ts'
import { machinesOfPolicy, vAppsOf, type VApp } from './cdp-objects.ts'
import { cdpPolicyInfo, cdpScheduleOptions, type Protected } from './cdp-policy-info.ts'
import { seedCdpSessions, startsOf, type Replication } from './seed-cdp-sessions.ts'
import { standingsOf, type Standing } from '../infrastructure/standing.ts'
import type { Seeder } from '../seeder.ts'

export const cdpSeeder: Seeder = {
  when: 'after the past',
  seed: (simulation, { scenario, start, now }) => plantCdp(simulation, scenario, start, now),
}

type Server = Standing['server']
interface Past {
  readonly start: Instant
  readonly now: Instant
  readonly isFlawless: boolean
}
interface Policy {
  readonly id: string
  readonly name: string
  readonly platform: EntityOf<typeof cdpPolicy>['Platform']
  /** How old the newest recovery point may be, in seconds. */
  readonly objective: number
  readonly objects: readonly Protected[]
  readonly machines: Replication['machines']
}

const MOST_MACHINES = 3
const MOST_VAPPS = 2
/** What is older is forgotten. */
const LONGEST = days(45)

/**
 * Makes what is protected continuously: the most important VMware machines of each server's backup jobs, and, since
 * lately, vApps of theirs. What such policies did between `start` and `now` is past; it does not go on.
 */
function plantCdp(simulation: Simulation, scenario: Scenario, start: Instant, now: Instant): void {
  for (const { server, isFlawless, lostAt } of standingsOf(simulation, scenario, now)) {
    const until = Math.min(now, lostAt)
    const past = { start: Math.min(until, Math.max(start, now - LONGEST)), now: until, isFlawless }
    const machines = machinesOfPolicy(simulation, server)
    if (machines.length > 0) plantReplica(simulation, server, machines.slice(0, MOST_MACHINES), past)
    const vApps = vAppsOf(simulation, server)
    const lately = { ...past, start: Math.max(past.start, until - days(12)) }
    if (vApps.length > 0) plantVApps(simulation, server, vApps.slice(0, MOST_VAPPS), lately)
  }
}

/** A policy for virtual machines, and the replica that it keeps. */
function plantReplica(simulation: Simulation, server: Server, machines: readonly WorkObject[], past: Past): void {
  const { seed } = simulation.chance
  const policy = policyOf(simulation, server, {
    name: 'CDP Policy 1',
    platform: 'VMware',
    objective: 15,
    objects: machines.map(({ name, uid }) => ({ name, uid })),
    machines,
  })
  plantPolicy(simulation, server, policy, past)
  const replica = idOf(seed, 'CdpReplica', policy.id)
  const up = { BackupServer: server.id, Policy: policy.id }
  const words = { BackupServer: server.name, PolicyUid: policy.id, PolicyName: policy.name }
  tableOf(simulation, cdpReplica).add({ id: replica, up, ...words, Name: policy.name })
  // What is told of recovery points is kept in the server's first repository.
  const store = [...tableOf(simulation, repository)].find((it) => it.up.BackupServer === server.id)
  for (const { name, uid } of machines)
    tableOf(simulation, cdpReplicaVm).add({
      id: idOf(seed, 'CdpReplicaVm', replica, name),
      up: { ...up, Replica: replica, ...(store !== undefined && { Repository: store.id }) },
      VmRef: uid,
      ReplicaUid: replica,
      ...words,
      RepositoryName: store?.Name ?? '',
      Name: name,
    })
}

/** A policy for vApps, each of which is a replica of its own. */
function plantVApps(simulation: Simulation, server: Server, vApps: readonly VApp[], past: Past): void {
  const { seed } = simulation.chance
  const policy = policyOf(simulation, server, {
    name: 'CDP Policy Cloud Director',
    platform: 'vCloud',
    objective: 60,
    objects: vApps,
    machines: vApps.flatMap(({ machines }) => machines),
  })
  plantPolicy(simulation, server, policy, past)
  const up = { BackupServer: server.id, Policy: policy.id }
  for (const { name, uid, machines } of vApps) {
    const replica = idOf(seed, 'VAppCdpReplica', policy.id, name)
    tableOf(simulation, vAppCdpReplica).add({
      id: replica,
      up,
      vAppRef: uid,
      ReplicaUid: replica,
      BackupServer: server.name,
      PolicyUid: policy.id,
      PolicyName: policy.name,
      Name: name,
    })
    for (const machine of machines)
      tableOf(simulation, vAppCdpReplicaVm).add({
        id: idOf(seed, 'VAppCdpReplicaVm', replica, machine.name),
        up: { ...up, Replica: replica },
        ReplicaUid: replica,
        VmRef: machine.uid,
        Name: machine.name,
      })
  }
}

type Story = Omit<Policy, 'id' | 'objects'> & {
  readonly objects: readonly Omit<Protected, 'id'>[]
}

function policyOf({ chance: { seed } }: Simulation, server: Server, spec: Story): Policy {
  const id = idOf(seed, 'CdpPolicy', server.name, spec.name)
  const objects = spec.objects.map(({ name, uid }) => ({
    id: idOf(seed, 'ObjectInJob', id, name),
    name,
    uid,
  }))
  return { ...spec, id, objects }
}

function plantPolicy(simulation: Simulation, server: Server, policy: Policy, past: Past): void {
  const { id, name, platform, objective, objects, machines } = policy
  const starts = startsOf(simulation, id, past.start, past.now)
  tableOf(simulation, cdpPolicy).add({
    id,
    up: { BackupServer: server.id },
    PolicyType: 'CdpReplica',
    Platform: platform,
    Description: `Created by ${server.name.split('.')[0] ?? ''}\\backupadmin`,
    ScheduleConfigured: true,
    ScheduleEnabled: true,
    NextRun: starts.at(-1) ?? starts[0],
    PolicyScheduleOptions: cdpScheduleOptions(objective),
    CdpPolicyInfo: cdpPolicyInfo(id, objects),
    Name: name,
  })
  const { now, isFlawless } = past
  const replication = { policy: id, name, server: server.id, machines, isFlawless }
  seedCdpSessions(simulation, replication, starts, now)
}
