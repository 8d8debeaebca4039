import { idOf } from '../../random/ids.ts'
import { errors } from '../../model/api-error.ts'
import type { EntityOf } from '../../model/resource.ts'
import type { Row, ValueOf } from '../../model/shape.ts'
import { cdpPolicy, objectInJob } from '../../resources/index.ts'
import { createObjectInJobSpec } from '../../resources/jobs/create-object-in-job-spec.ts'
import { action, editOf, type Action } from '../core/action.ts'
import { credentialsOf } from '../jobs/job-includes.ts'
import { machinesNamed, wholeOf } from '../jobs/machines.ts'
import { merge, only } from '../core/merge.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'

type Policy = EntityOf<typeof cdpPolicy> & Row
type Include = Policy['CdpPolicyInfo']['CdpReplicaPolicyInfo']['Includes'][number]
type Spec = ValueOf<ReturnType<typeof createObjectInJobSpec>>

const path = '/cdpPolicies/{CdpPolicy}'
const includes = `${path}/includes`
const edited = editOf(cdpPolicy, {
  Description: true,
  ScheduleConfigured: true,
  ScheduleEnabled: true,
  NextRun: true,
  PolicyScheduleOptions: true,
})

const schedule = (word: 'enable' | 'disable') =>
  action({
    method: 'POST',
    path,
    action: word,
    task: 'UpdateCdpPolicy',
    act({ simulation, row }) {
      const ScheduleEnabled = word === 'enable'
      tableOf(simulation, cdpPolicy).replace({ ...row(cdpPolicy), ScheduleEnabled })
      return {}
    },
  })

/** What protects machines all the time (em_rest post_cdppolicies_id…, put_cdppolicies_id). */
export const cdpPolicyActions: readonly Action[] = [
  schedule('enable'),
  schedule('disable'),
  action({
    method: 'PUT',
    path,
    task: 'EditCdpPolicy',
    body: edited,
    check({ row, body }) {
      const after = merge(row(cdpPolicy), body)
      refuseSchedule(after)
      return after
    },
    act({ simulation }, after) {
      tableOf(simulation, cdpPolicy).replace(after)
      return {}
    },
  }),
  action({
    method: 'POST',
    path: includes,
    task: 'UpdateCdpPolicy',
    body: { name: 'CreateObjectInJobSpec', shape: createObjectInJobSpec() },
    check: ({ simulation, row, body }) => includeOf(simulation, row(cdpPolicy), body),
    act({ simulation, row }, include) {
      const policy = row(cdpPolicy)
      setIncludes(simulation, policy, [...includesOf(policy), include])
      return {}
    },
  }),
  action({
    method: 'DELETE',
    path: `${includes}/{ObjectInJob}`,
    task: 'UpdateCdpPolicy',
    check({ row }) {
      const policy = row(cdpPolicy)
      if (includesOf(policy).length > 1) return
      throw errors.badRequest(`It is the last object of policy "${policy.Name}", and cannot be removed.`)
    },
    act({ simulation, row }) {
      const policy = row(cdpPolicy)
      const { id } = row(objectInJob)
      setIncludes(
        simulation,
        policy,
        includesOf(policy).filter((it) => it.ObjectInJobId !== id),
      )
      return {}
    },
  }),
]

/** Throws a 400 ApiError for a schedule that cannot be kept. */
function refuseSchedule({ PolicyScheduleOptions: { CdpReplica: options } }: Policy): void {
  const { RecoveryPointObjectiveSeconds: seconds, RecoveryPointObjectiveMinutes: minutes } = options
  if (seconds < 0 || minutes < 0 || seconds + minutes === 0)
    throw errors.badRequest(
      `Found a recovery point objective of ${minutes} minutes and ${seconds} seconds; expected some time.`,
    )
  for (const { TimePeriods } of [options.RPOSchedule, options.LongTermRetentionSchedule])
    for (const { Name, Value } of TimePeriods)
      if (!/^\s*[012]\s*(,\s*[012]\s*){23}$/.test(Value))
        throw errors.badRequest(
          `Found the hours "${Value.slice(0, 100)}" for ${Name}; expected 24 marks, 0, 1 or 2, with commas between them.`,
        )
}

const includesOf = ({ CdpPolicyInfo }: Policy): readonly Include[] => CdpPolicyInfo.CdpReplicaPolicyInfo.Includes

const setIncludes = (simulation: Simulation, policy: Policy, Includes: readonly Include[]): void =>
  tableOf(simulation, cdpPolicy).replace({
    ...policy,
    CdpPolicyInfo: {
      CdpReplicaPolicyInfo: { ...policy.CdpPolicyInfo.CdpReplicaPolicyInfo, Includes },
    },
  })

/** What a policy is to protect. Throws a 400 ApiError if it is unknown, of another platform, or protected already. */
function includeOf(simulation: Simulation, policy: Policy, spec: Spec): Include {
  const { GuestProcessingOptions: given = {} } = spec
  const { WindowsCredentialsId: windows, LinuxCredentialsId: linux } = given
  const [first] = machinesNamed(simulation, policy.up.BackupServer ?? '', spec)
  if (first === undefined || !first.uid.startsWith(`urn:${policy.Platform}:`))
    throw errors.badRequest(
      `Found the reference "${(spec.HierarchyObjRef ?? spec.HierarchyObjName ?? '').slice(0, 200)}"; expected that of a ${policy.Platform} machine on the backup server of policy "${policy.Name}": GET /api/lookup finds them.`,
    )
  const { name, uid } = wholeOf(first)
  if (includesOf(policy).some(({ HierarchyObjRef }) => HierarchyObjRef === uid))
    throw errors.badRequest(`Policy "${policy.Name}" protects "${name}" already.`)
  const id = idOf(simulation.chance.seed, 'ObjectInJob', policy.id, name)
  const { GuestProcessingOptions: usual } = policy.CdpPolicyInfo.CdpReplicaPolicyInfo
  return {
    ObjectInJobId: id,
    HierarchyObjRef: uid,
    Name: name,
    DisplayName: name,
    GuestProcessingOptions: merge(usual, {
      ...only(given, 'VssSnapshotOptions'),
      ...(windows !== undefined && { WindowsCredentialsId: credentialsOf(simulation, windows) }),
      ...(linux !== undefined && { LinuxCredentialsId: credentialsOf(simulation, linux) }),
    }),
    Href: `/cdpPolicies/${policy.id}/includes/${id}`,
    Type: 'ObjectInJob',
  }
}
