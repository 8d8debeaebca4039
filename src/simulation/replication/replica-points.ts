import { idOf } from '../../random/ids.ts'
import { stamp } from '../../model/names.ts'
import { replica, vmReplicaPoint } from '../../resources/index.ts'
import { taskRows } from '../jobs/job-rows.ts'
import type { Kept, LivingJob, Run } from '../jobs/job-model.ts'
import { dropOldPoints } from '../backups/retention.ts'
import { tableOf } from '../core/table-of.ts'
import { keepVAppReplica } from '../jobs/v-apps.ts'
import type { Simulation } from '../core/simulation.ts'
import { chainState } from '../backups/chain-state.ts'

/** Keeps what a run has replicated: a point of each object; and drops what is too old. Each of them can go alone. */
export function keepReplicaPoints(simulation: Simulation, job: LivingJob, run: Run, name: string): void {
  const into = openReplica(simulation, job, name)
  for (const kept of run.kept) {
    const machine = `${into} ${kept.object.uid}`
    const chain = simulation.state(chainState).chains.get(machine) ?? []
    const isFirst = chain.length === 0
    const id = keepMachine(simulation, job, kept, into, isFirst)
    const up = { BackupServer: job.up.BackupServer, Replica: into }
    keepVAppReplica(simulation, { session: run.session, kept, point: id, up, isFirst })
    simulation
      .state(chainState)
      .chains.set(machine, [...chain, { at: run.since, isFull: true, machines: [{ id, task: kept.task }] }])
    dropOldPoints(simulation, job, machine)
  }
}

/** The replica of that name, made when its first points are; one holds all machines of its job (example documents). */
function openReplica(simulation: Simulation, job: LivingJob, name: string): string {
  const id = idOf(simulation.chance.seed, 'Replica', job.id, name)
  const replicas = tableOf(simulation, replica)
  if (replicas.get(id) === undefined)
    replicas.add({
      id,
      up: { Repository: job.repository, BackupServer: job.up.BackupServer },
      Platform: platformOf(job),
      Name: name,
      JobUid: job.id,
      JobName: name,
    })
  return id
}

const platformOf = ({ platform }: LivingJob) => (platform === 'HyperV' || platform === 'vCloud' ? platform : 'VMware')

function keepMachine(
  simulation: Simulation,
  job: LivingJob,
  { task: taskId, object, since }: Kept,
  into: string,
  isFirst: boolean,
): string {
  const id = idOf(simulation.chance.seed, 'VmReplicaPoint', taskId)
  const tasks = taskRows(simulation, job.kind)
  const task = tasks.get(taskId)
  const draw = simulation.chance.of(id, 'point')
  // Somewhat later than the task (documented).
  const lasted = (task?.EndTimeUTC ?? since) - since
  tableOf(simulation, vmReplicaPoint).add({
    id,
    up: { BackupServer: job.up.BackupServer, Replica: into },
    CreationTimeUTC: stamp(since + lasted * draw.number(0.05, 0.1), simulation.database),
    Algorithm: isFirst ? 'Full' : 'Incremental',
    PointType: 'Snapshot',
    VmDisplayName: object.name,
    HierarchyObjRef: object.uid,
    BackupSize: Math.round(object.bytes * (isFirst ? 1 : draw.number(0.01, 0.06))),
  })
  if (task !== undefined) tasks.replace({ ...task, up: { ...task.up, VmReplicaPoint: id } })
  return id
}
