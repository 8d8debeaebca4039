import { writeInstant, type Instant } from '../../clock/instant.ts'
import { days } from '../../clock/duration.ts'
import { idOf } from '../../random/ids.ts'
import { noId } from '../../model/names.ts'
import { errors } from '../../model/api-error.ts'
import type { ValueOf } from '../../model/shape.ts'
import type { veeamZipStartupSpec } from '../../resources/backups/veeam-zip-startup-spec.ts'
import { passwords, repository } from '../../resources/index.ts'
import type { Done } from '../core/action.ts'
import { writtenAs } from '../jobs/job-rows.ts'
import { atRest, type LivingJob } from '../jobs/job-model.ts'
import { machinesAt } from '../jobs/machines.ts'
import { backupId } from './points.ts'
import { refuseRef } from './quick-backup.ts'
import { referred } from '../infrastructure/referred.ts'
import { folderIn } from './folder-in.ts'
import { refuseBusy, startRun } from '../jobs/start.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'
import { chainState } from './chain-state.ts'
import { jobState } from '../jobs/job-state.ts'

/** What Veeam's own programs compress by unless told otherwise. */
const OPTIMAL = 5

type Spec = ValueOf<ReturnType<typeof veeamZipStartupSpec>>

type Retention = NonNullable<Spec['BackupRetention']>

/** How many days a backup is kept; for good if none. Tonight is over at midnight. */
const kept: Readonly<Record<Retention, number | undefined>> = {
  Never: undefined,
  Tonight: 1,
  TomorrowNight: 2,
  In3days: 3,
  In1Week: 7,
  In2Weeks: 14,
  In1Month: 30,
  In3Months: 90,
  In6Months: 180,
  In1Year: 365,
  In2Years: 730,
  In3Years: 1095,
  In5Years: 1825,
  In7Years: 2555,
}

/**
 * What makes a backup of machines that belongs to no job (em_rest post_backupservers_id_zip): something that runs once.
 * Throws a 400 ApiError for what leads nowhere, and for machines that are not of vSphere.
 */
export function zipOf(
  simulation: Simulation,
  server: { readonly id: string; readonly Name: string },
  { VmRef, RepositoryUid, PasswordKeyId = '', CompressionLevel: level = OPTIMAL }: Spec,
): LivingJob {
  const objects = VmRef.flatMap((ref) => {
    const found = machinesAt(simulation, server.id, ref)
    if (found.length === 0 || !/^urn:VMware:/i.test(ref)) throw refuseRef(server, ref)
    return found
  })
  const [first] = objects
  if (first === undefined) throw errors.badRequest('VmRef is missing; expected one or more.')
  if (!Number.isInteger(level) || level < 1 || level > 5)
    throw errors.badRequest(`Found the CompressionLevel ${level}; expected one from 1 to 5.`)
  const key = tableOf(simulation, passwords).get(PasswordKeyId)
  if (!['', noId].includes(PasswordKeyId) && key?.up.BackupServer !== server.id)
    throw errors.badRequest(
      `Found the PasswordKeyId "${PasswordKeyId.slice(0, 100)}"; expected that of a password of the backup server.`,
    )
  const into = referred(simulation, repository, RepositoryUid)
  if (into.up.BackupServer !== server.id)
    throw errors.badRequest(`Repository "${into.Name}" is not on the backup server.`)
  const name = objects.length === 1 ? `VeeamZIP_${first.name}` : 'VeeamZIP'
  return {
    id: freshJobId(simulation, name),
    name,
    kind: 'Backup',
    platform: 'VMware',
    up: { BackupServer: server.id },
    repository: into.id,
    folder: folderIn(simulation, into),
    objects,
    links: [],
    linkedRepositories: [],
    habit: { Success: 1, Warning: 0, Failed: 0 },
    minutes: 10,
    retention: { RetainCycles: 1, RetainDaysToKeep: 1, RetainLimitType: 'Cycles' },
    ...atRest,
    isOnce: true,
  }
}

/** Starts it, and notes when its backup goes. Throws an error if the server is not reached. */
export function startZip(simulation: Simulation, job: LivingJob, retention: Retention = 'Never'): Done {
  refuseBusy(simulation, job)
  simulation.state(jobState).jobs.set(job.id, job)
  const session = startRun(simulation, job.id)
  const until = kept[retention]
  if (until !== undefined)
    simulation.note(midnightIn(simulation.now(), until), {
      what: 'expire',
      backup: backupId(simulation, job, job.name),
    })
  return { related: { [writtenAs[job.kind].session]: session === undefined ? [] : [session] } }
}

const midnightIn = (now: Instant, nights: number): Instant => (Math.floor(now / days(1)) + nights) * days(1)

/** Unlike any that has left a backup. */
function freshJobId(simulation: Simulation, name: string): string {
  const { seed } = simulation.chance
  let id = idOf(seed, 'Job', name, writeInstant(simulation.now()))
  const isTaken = () =>
    simulation.state(jobState).jobs.has(id) || simulation.state(chainState).chains.has(idOf(seed, 'Backup', id, name))
  while (isTaken()) id = idOf(seed, 'Job', name, id)
  return id
}
