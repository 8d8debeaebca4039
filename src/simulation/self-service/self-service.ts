import { errors } from '../../model/api-error.ts'
import type { ValueOf } from '../../model/shape.ts'
import { job, managedServer, repository } from '../../resources/index.ts'
import type { selfServiceJobSettings } from '../../resources/self-service/self-service-shape.ts'
import { referred } from '../infrastructure/referred.ts'
import type { Simulation } from '../core/simulation.ts'

type JobSettings = ValueOf<ReturnType<typeof selfServiceJobSettings>>

/** Throws a 400 ApiError for a quota in which nothing could be kept. */
export function refuseSelfServiceQuota(QuotaGb: number): void {
  if (Number.isInteger(QuotaGb) && QuotaGb > 0) return
  throw errors.badRequest(`Found QuotaGb ${QuotaGb}; expected a whole number from 1 up.`)
}

/** Nobody has a quota in what belongs to a provider, or holds nothing but snapshots (em_rest post_selfservice_vsphere_configs). */
const unfit: readonly string[] = ['Cloud', 'SanSnapshot']

/**
 * The repository that a quota is in. Throws a 400 ApiError if it is not there, not fit for one, or not on the server.
 * @param server the backup server that it has to be on; any if not given.
 */
export function quotaRepository(simulation: Simulation, uid: string, server?: string) {
  const row = referred(simulation, repository, uid)
  if (unfit.includes(row.Kind))
    throw errors.badRequest(`There are no quotas in repository "${row.Name}", which is ${row.Kind}.`)
  if (server !== undefined && row.up.BackupServer !== server)
    throw errors.badRequest(`Repository "${row.Name}" is on another backup server.`)
  return row
}

/** Throws a 400 ApiError if that is no managed server of that type. */
export function refuseHost(simulation: Simulation, uid: string, type: 'VC' | 'VcdSystem'): void {
  const { Name, ManagedServerType: found } = referred(simulation, managedServer, uid)
  if (found !== type) throw errors.badRequest(`The managed server "${Name}" is ${found}; expected ${type}.`)
}

/** Throws a 400 ApiError if the template is no backup job of that platform on the server. */
export function refuseTemplate(
  simulation: Simulation,
  uid: string | undefined,
  Platform: 'VMware' | 'vCloud',
  server: string,
): void {
  if (uid === undefined) return
  const row = referred(simulation, job, uid)
  if (row.JobType === 'Backup' && row.Platform === Platform && row.up.BackupServer === server) return
  throw errors.badRequest(
    `The job "${row.Name}" cannot be a template; expected a ${Platform} backup job on the same backup server.`,
  )
}

interface Wishes {
  readonly TemplateJobUid?: string
  readonly TemplateMode?: string
  readonly JobSchedulerType?: JobSettings['JobSchedulerType']
  readonly HighPriorityJob?: boolean
}

/** How jobs are made there: by a template, if there is one. */
export const jobSettings = ({
  TemplateJobUid,
  TemplateMode,
  JobSchedulerType = 'Full',
  HighPriorityJob = false,
}: Wishes): JobSettings => ({
  DefaultSettings: TemplateJobUid === undefined || TemplateMode === 'Default',
  JobSchedulerType,
  HighPriorityJob,
  ...(TemplateJobUid !== undefined && { TemplateJobUid }),
})
