import { idOf } from '../../random/ids.ts'
import { errors } from '../../model/api-error.ts'
import { repository } from '../../resources/index.ts'
import { copyInfo, isCopy, withCopyInfo, type Changed, type MachineJob } from './job-change.ts'
import { linkedJobs } from './linked.ts'
import { jobOf } from './parts.ts'
import { referred } from '../infrastructure/referred.ts'
import type { Simulation } from '../core/simulation.ts'
import { jobState } from './job-state.ts'

// What a copy job copies: jobs, and all machines in repositories. Each of these says what the job would be, and throws a
// 400 ApiError for what cannot be.

/** A copy job that copies another job too. */
export function withLinkedJob(simulation: Simulation, row: MachineJob, id: string): Changed {
  const info = copyInfo(row)
  const other = simulation.state(jobState).jobs.get(id)
  if (other === undefined || other.up.BackupServer !== row.up.BackupServer)
    throw errors.badRequest(
      `Found LinkedJobUid urn:veeam:Job:${id}; expected the UID of a backup job on the backup server of "${row.Name}".`,
    )
  if (other.kind !== 'Backup')
    throw errors.badRequest(`Job "${other.name}" is no backup job; only such a job can be copied.`)
  if (info.LinkedJobIncludes.some(({ LinkedJobUid }) => LinkedJobUid === id))
    throw errors.badRequest(`Job "${row.Name}" copies job "${other.name}" already.`)
  const link = { ObjectInJobId: linkId(simulation, row, id), LinkedJobUid: id }
  return {
    row: withCopyInfo(row, { ...info, LinkedJobIncludes: [...info.LinkedJobIncludes, link] }),
    live: { links: [...jobOf(simulation, row.id).links, id] },
  }
}

/** A copy job that copies what is in a repository too. */
export function withLinkedRepository(simulation: Simulation, row: MachineJob, id: string): Changed {
  const info = copyInfo(row)
  const from = referred(simulation, repository, id)
  const live = jobOf(simulation, row.id)
  if (from.up.BackupServer !== row.up.BackupServer)
    throw errors.badRequest(`Repository "${from.Name}" is not on the backup server of "${row.Name}".`)
  if (live.repository === id) throw errors.badRequest(`Job "${row.Name}" writes to repository "${from.Name}" itself.`)
  if (live.linkedRepositories.includes(id))
    throw errors.badRequest(`Job "${row.Name}" copies repository "${from.Name}" already.`)
  const link = { ObjectInJobId: linkId(simulation, row, id), LinkedBackupRepositoryUid: id }
  return {
    row: withCopyInfo(row, {
      ...info,
      LinkedBackupRepositoryIncludes: [...info.LinkedBackupRepositoryIncludes, link],
    }),
    live: { linkedRepositories: [...live.linkedRepositories, id] },
  }
}

/** A copy job without one of its linked jobs or repositories, by the id it has within the job; not without the last. */
export function withoutLink(simulation: Simulation, row: MachineJob, link: string): Changed {
  const info = copyInfo(row)
  const { LinkedJobIncludes, LinkedBackupIncludes, LinkedBackupRepositoryIncludes } = info
  const all = [LinkedJobIncludes, LinkedBackupIncludes, LinkedBackupRepositoryIncludes].flat()
  if (all.length <= 1) throw errors.badRequest(`It is the last that job "${row.Name}" copies, and cannot be removed.`)
  return unlinked(simulation, row, (it) => it.ObjectInJobId === link)
}

/** A copy job that does not copy a job which is gone. It may be left with nothing. */
export const withoutLinkedJob = (simulation: Simulation, row: MachineJob, id: string): Changed | undefined =>
  isCopy(row) && jobOf(simulation, row.id).links.includes(id)
    ? unlinked(simulation, row, (it) => it.LinkedJobUid === id)
    : undefined

interface Link {
  readonly ObjectInJobId: string
  readonly LinkedJobUid?: string
}

function unlinked(simulation: Simulation, row: MachineJob, isGone: (link: Link) => boolean): Changed {
  const info = copyInfo(row)
  const LinkedJobIncludes = info.LinkedJobIncludes.filter((it) => !isGone(it))
  const LinkedBackupRepositoryIncludes = info.LinkedBackupRepositoryIncludes.filter((it) => !isGone(it))
  const links = LinkedJobIncludes.map((it) => it.LinkedJobUid)
  const linkedRepositories = LinkedBackupRepositoryIncludes.map((it) => it.LinkedBackupRepositoryUid)
  const before = jobOf(simulation, row.id)
  const copied = linkedJobs(simulation, { ...before, links, linkedRepositories })
  return {
    row: withCopyInfo(row, { ...info, LinkedJobIncludes, LinkedBackupRepositoryIncludes }),
    live: {
      links,
      linkedRepositories,
      pending: before.pending.filter((id) => copied.some((it) => it.id === id)),
    },
  }
}

const linkId = ({ chance }: Simulation, { id }: MachineJob, linked: string): string =>
  idOf(chance.seed, 'ObjectInJob', id, linked)
