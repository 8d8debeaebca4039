import type { Row } from '../../src/model/shape.ts'
import { actorOf } from '../support/actor.ts'
import type { Em } from '../support/em.ts'

/** What a client has found before it writes, by the holes of the requests in `requests.ts`. */
export async function findings(em: Em, token: string): Promise<Readonly<Record<string, string>>> {
  const { ids, read } = actorOf(em, token)
  const first = async (type: string, filter = '') => (await ids(type, filter))[0] ?? ''
  const backup = await first('Job', 'JobType==Backup;Platform==VMware')
  const server = String((await up(read, `/jobs/${backup}?format=Entity`, 'BackupServer')).id)
  const onServer = `BackupServerUid==urn:veeam:BackupServer:${server}`
  const repository = await first('Repository', onServer)
  const own = await includes(read, backup)
  const others = (await ids('Job', `JobType==Backup;Platform==VMware;${onServer}`)).filter((id) => id !== backup)
  const strangers = (await Promise.all(others.map((id) => includes(read, id)))).flat()
  const machine = strangers.find(({ ref }) => !own.some((it) => it.ref === ref))
  const [zipped] = own
  return {
    Job: backup,
    ReplicaJob: await first('Job', 'JobType==Replica'),
    CopyJob: await first('Job', 'JobType==ImmediateBackupCopy'),
    BackupServer: server,
    RepositoryUid: `urn:veeam:Repository:${repository}`,
    Repository: repository,
    MachineRef: machine?.ref ?? '',
    MachineName: machine?.name ?? '',
    OwnRef: zipped?.ref ?? '',
    VmRestorePoint: await first('VmRestorePoint', 'VmDisplayName==' + (zipped?.name ?? '')),
    CatalogVm: await catalogPoint(read),
  }
}

/** The same in a provider's estate. */
export function ofProvider({ simulation }: Em): Readonly<Record<string, string>> {
  const rows = (type: string) => [...simulation.store.table(type)] as readonly (Row & { Name?: string })[]
  const [server] = rows('BackupServer')
  const [resource] = rows('CloudTenantResource')
  return {
    BackupServer: server?.id ?? '',
    BackupServerName: server?.Name ?? '',
    RepositoryUid: `urn:veeam:Repository:${rows('Repository')[0]?.id ?? ''}`,
    CloudTenant: resource?.up['CloudTenant'] ?? '',
    TenantResource: resource?.id ?? '',
  }
}

type Read = (path: string) => Promise<Readonly<Record<string, unknown>>>
interface Link {
  readonly Type: string | null
  readonly Href: string
}

async function up(read: Read, path: string, type: string): Promise<{ readonly id?: string }> {
  const { Links } = (await read(path)) as { readonly Links: readonly Link[] }
  const href = Links.find(({ Type }) => Type?.startsWith(type))?.Href
  return { ...(href !== undefined && { id: href.split('/').at(-1) ?? '' }) }
}

async function includes(read: Read, job: string) {
  const { ObjectInJobs } = (await read(`/jobs/${job}/includes`)) as {
    readonly ObjectInJobs: readonly { readonly HierarchyObjRef: string; readonly Name: string }[]
  }
  return ObjectInJobs.map(({ HierarchyObjRef, Name }) => ({ ref: HierarchyObjRef, name: Name }))
}

/** A machine of the catalog and its first point, as a path. */
async function catalogPoint(read: Read): Promise<string> {
  const { Refs } = (await read('/catalog/vms')) as { readonly Refs: readonly Link[] }
  const path = new URL(Refs[0]?.Href ?? 'http://none').pathname.replace('/api', '')
  const points = (await read(`${path}/vmRestorePoints`)) as { readonly Refs: readonly Link[] }
  return new URL(points.Refs[0]?.Href ?? 'http://none').pathname.replace('/api', '')
}
