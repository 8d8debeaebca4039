import type { JobSpec } from '#seed-data'
import { idOf } from '../../random/ids.ts'
import type { LivingJob } from '../../simulation/jobs/job-model.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import type { EntityOf } from '../../model/resource.ts'
import { fileServer, nasJob } from '../../resources/index.ts'
import type { JobWords } from './job-words.ts'

type NasJob = EntityOf<typeof nasJob>
type FileServer = EntityOf<typeof fileServer>

/** Adds the row of a NAS job, and the file servers of the shares that it works on. */
export function seedNasJob(simulation: Simulation, job: LivingJob, words: JobWords, spec: JobSpec): void {
  const { BackupServer } = job.up
  tableOf(simulation, nasJob).add({
    id: job.id,
    up: { BackupServer },
    ...words,
    Includes: job.objects.map(({ name }) =>
      objectIn(simulation, job, { name, masks: masksOf(spec, name) }, plantFileServer(simulation, job, name)),
    ),
    StorageOptions: storageOptions(job),
  })
}

function objectIn(
  simulation: Simulation,
  job: LivingJob,
  { name, masks }: { readonly name: string; readonly masks: readonly string[] },
  server: string,
): NasJob['Includes'][number] {
  const id = idOf(simulation.chance.seed, 'NasObject', job.id, name)
  return {
    HierarchyObjRef: `urn:NasBackup:BackupServer:${rootOf(simulation, job)}`,
    ObjectInJobId: id,
    FileOrFolder: name,
    FileServerUid: server,
    InclusionMask: { Extension: masks },
    // Of the examples only a share of SMB leaves something out.
    ...(name.startsWith('\\\\') && {
      ExclusionMask: {
        Extension: ['.snapshot', '~snapshot'].map((folder) => `${name}\\${folder}`),
      },
    }),
    Href: `/nas/jobs/${job.id}/includes/${id}`,
    Type: 'NasObject',
  }
}

/** What is saved of a share, as its story says, or all that is there. */
function masksOf({ objects }: JobSpec, name: string): readonly string[] {
  const stories = typeof objects === 'object' ? objects : []
  const masks = stories.flatMap((it) => (typeof it === 'object' && it.name === name && it.masks) || [])
  return masks.length > 0 ? masks : ['*.*']
}

/** Such jobs keep days; a story that keeps points means as many. */
const storageOptions = ({ repository, retention }: LivingJob): NasJob['StorageOptions'] => ({
  BackupRepositoryUid: repository,
  ShorttermRetentionType: 'Day',
  ShorttermRetentionPeriod: retention.RetainLimitType === 'Days' ? retention.RetainDaysToKeep : retention.RetainCycles,
  LongtermRetentionEnabled: false,
  AdvancedStorageOptions: {
    ACL: { FileAttributesChangeTrackingMode: 'TrackOnlyFolderAttributesChanges' },
  },
})

/** The id of the file server of that name, made when the first job works on it. */
function plantFileServer(simulation: Simulation, job: LivingJob, name: string): string {
  const servers = tableOf(simulation, fileServer)
  const { BackupServer } = job.up
  const id = idOf(simulation.chance.seed, 'FileServer', BackupServer, name)
  if (servers.get(id) === undefined)
    servers.add({
      id,
      up: { BackupServer },
      HierarchyObjRef: `urn:NasBackup:FileServer:${rootOf(simulation, job)}.${id}`,
      ...kindOf(simulation, job, name, id),
      ProcessingOptions: { ServerUid: id, CacheRepositoryUid: job.repository },
      NASServerAdvancedOptions: { ProcessingMode: 'Direct' },
      Name: name,
    })
  return id
}

/** `\\nas01\finance`, `nas02:/export/media`, or a server with a file system of its own. */
function kindOf(
  { chance: { seed } }: Simulation,
  job: LivingJob,
  name: string,
  id: string,
): Pick<FileServer, 'ServerType' | 'SmbServerOptions' | 'NfsServerOptions' | 'FileServerOptions'> {
  if (name.startsWith('\\\\')) {
    const CredentialsId = idOf(seed, 'Credentials', job.up.BackupServer, 'shares')
    return { ServerType: 'SmbServer', SmbServerOptions: { Path: name, CredentialsId } }
  }
  if (name.includes(':/')) return { ServerType: 'NfsServer', NfsServerOptions: { Path: name } }
  return { ServerType: 'FileServer', FileServerOptions: { ServerUid: id } }
}

const rootOf = (simulation: Simulation, job: LivingJob): string =>
  idOf(simulation.chance.seed, 'HierarchyRoot', job.up.BackupServer, 'NasBackup')
