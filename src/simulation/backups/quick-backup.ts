import { errors } from '../../model/api-error.ts'
import { vmRestorePoint } from '../../resources/index.ts'
import type { Done } from '../core/action.ts'
import { writtenAs } from '../jobs/job-rows.ts'
import type { LivingJob, WorkObject } from '../jobs/job-model.ts'
import { machinesAt } from '../jobs/machines.ts'
import { backupId } from './points.ts'
import { refuseBusy, startRun } from '../jobs/start.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'
import { chainState } from './chain-state.ts'
import { jobState } from '../jobs/job-state.ts'

interface Found {
  readonly job: LivingJob
  readonly object: WorkObject
}

interface Server {
  readonly id: string
  readonly Name: string
}

/**
 * The job whose backup holds a machine of the server already, which an increment of it goes into (em_rest
 * post_backupservers_id_quickbackup). Throws a 400 ApiError if there is none.
 */
export function quickJob(simulation: Simulation, server: Server, ref: string): Found {
  const [object] = machinesAt(simulation, server.id, ref)
  if (object === undefined) throw refuseRef(server, ref)
  const points = tableOf(simulation, vmRestorePoint)
  for (const job of simulation.state(jobState).jobs.values()) {
    if (job.kind !== 'Backup' || job.up.BackupServer !== server.id) continue
    if (job.isOnce === true || !job.objects.some(({ uid }) => uid === object.uid)) continue
    const chain = simulation.state(chainState).chains.get(backupId(simulation, job, job.name)) ?? []
    const held = chain.flatMap(({ machines }) => machines.map(({ id }) => points.get(id)))
    if (held.some((it) => it?.HierarchyObjRef === object.uid)) return { job, object }
  }
  throw errors.badRequest(
    `No backup of a job has the machine "${object.name}" yet; quick backup needs one to go on from.`,
  )
}

/** Starts a run for the machine alone. Throws an error if its job is running, or its server is not reached. */
export function quickBackup(simulation: Simulation, { job, object }: Found): Done {
  refuseBusy(simulation, job)
  const session = startRun(simulation, job.id, { attempt: 0, objects: [object.name], isQuick: true })
  return { related: { [writtenAs[job.kind].session]: session === undefined ? [] : [session] } }
}

/** What is said of a reference that no machine of the server has. */
export const refuseRef = ({ Name }: Server, ref: string) =>
  errors.badRequest(
    `Found the VmRef "${ref.slice(0, 200)}"; expected that of a machine known to the backup server "${Name}": GET /api/lookupSvc tells how to find it.`,
  )
