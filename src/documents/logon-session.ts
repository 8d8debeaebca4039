import type { Link } from '../model/shape.ts'
import type { Answer, Root } from '../wire/answer.ts'
import { logonSessionShape, logonSessionsShape } from '../wire/documents.ts'
import type { LogonSession } from '../auth/logon-sessions.ts'
import { isBefore1_6 } from '../auth/versions.ts'

/** Paths and types, in the order of the recorded logon document of 12; those marked are absent up to v1_5. */
const references = [
  '/backupServers BackupServerReferenceList', '/managedServers ManagedServerReferenceList', '/jobs JobReferenceList',
  '/failoverPlans FailoverPlanReferenceList', '/hierarchyRoots HierarchyRootReferenceList',
  '/repositories RepositoryReferenceList', '/backups BackupReferenceList', '/restorePoints RestorePointReferenceList',
  '/vmRestorePoints VmRestorePointReferenceList', '/vAppRestorePoints VAppRestorePointReferenceList',
  '/replicas ReplicaReferenceList', '/vmReplicaPoints VmReplicaPointReferenceList', '/catalog/vms CatalogVmReferenceList',
  '/backupSessions BackupJobSessionReferenceList', '/restoreSessions RestoreSessionReferenceList',
  '/replicaSessions ReplicaJobSessionReferenceList', '/backupTaskSessions BackupTaskSessionReferenceList',
  '/replicaTaskSessions ReplicaTaskSessionReferenceList', '/security EnterpriseSecuritySettings',
  '/wanAccelerators WanAcceleratorReferenceList', '/backupFiles BackupFileReferenceList',
  '/externalRepositories ExternalRepositoryReferenceList', '/cdpPolicies CdpPolicyReferenceList new',
  '/cdpReplicaSessions CdpReplicaSessionReferenceList new', '/cdpReplicaTaskSessions CdpReplicaTaskSessionReferenceList new',
  '/vAppReplicaPoints VAppReplicaPointReferenceList new', '/cdpReplica/vms VmCdpReplicaReferenceList new',
  '/cdpReplica/vApps VAppCdpReplicaReferenceList new', '/systemSessions BackupJobSessionReferenceList new',
  '/tasks TaskList', '/querySvc QueryService', '/lookupSvc LookupService',
] // prettier-ignore

const entities = [
  '/jobs JobList', '/failoverPlans FailoverPlanList', '/hierarchyRoots HierarchyRootList', '/repositories RepositoryList',
  '/backups BackupList', '/restorePoints RestorePointList', '/vmRestorePoints VmRestorePointList',
  '/vAppRestorePoints VAppRestorePointList', '/replicas ReplicaList', '/vmReplicaPoints VmReplicaPointList',
  '/catalog/vms CatalogVmList', '/backupSessions BackupJobSessionList', '/restoreSessions RestoreSessionList',
  '/replicaSessions ReplicaJobSessionList', '/backupTaskSessions BackupTaskSessionList',
  '/replicaTaskSessions ReplicaTaskSessionList', '/wanAccelerators WanAcceleratorList', '/vCloud VCloudService',
  '/backupFiles BackupFileList', '/agents AgentsService', '/selfService/vSphere VSphereSelfService',
  '/externalRepositories ExternalRepositoryList', '/nas NasService', '/cdpPolicies CdpPolicyList new',
  '/cdpReplicaSessions CdpReplicaSessionList new', '/cdpReplicaTaskSessions CdpReplicaTaskSessionList new',
  '/vAppReplicaPoints VAppReplicaPointList new', '/cdpReplica/vms VmCdpReplicaList new',
  '/cdpReplica/vApps VAppCdpReplicaList new', '/systemSessions BackupJobSessionList new',
] // prettier-ignore

interface Place {
  readonly link: Link
  readonly isNew: boolean
}

const down = (Href: string, Type: string, isNew = false): Place => ({
  link: { Rel: 'Down', Href, Type },
  isNew,
})

function read(line: string): readonly [path: string, type: string, isNew: boolean] {
  const [path = '', type = '', mark] = line.split(' ')
  return [path, type, mark === 'new']
}

const root: Place = { link: { Rel: 'Up', Href: '/', Type: 'EnterpriseManager' }, isNew: false }

const places: readonly Place[] = [
  root,
  ...references.map((line) => down(...read(line))),
  {
    link: { Rel: 'Down', Href: '/reports/summary', Name: 'Summary', Type: 'Report' },
    isNew: false,
  },
  down('/backupServers?format=Entity', 'BackupServerList'),
  down('/managedServers?format=Entity', 'ManagedServerList'),
  { link: { Rel: 'Create', Href: '/backupServers?action=create' }, isNew: false },
  ...entities.map((line) => {
    const [path, type, isNew] = read(line)
    return down(type.endsWith('List') ? `${path}?format=Entity` : path, type, isNew)
  }),
]

const cloud: Link = { Rel: 'Down', Href: '/cloud', Type: 'CloudConnectService' }

/** The links of a logon document: 68 of them, 54 up to v1_5, and Delete always last, where clients look for it by number. */
function logonLinks({ id, version, tenant }: LogonSession, isProvider: boolean): readonly Link[] {
  const Href = `/logonSessions/${id}`
  // As the real server does: a tenant's Delete link has a Type (documented).
  if (tenant !== undefined) return [root.link, cloud, { Rel: 'Delete', Href, Type: 'LogonSession' }]
  const isOld = isBefore1_6(version)
  const links = places.filter(({ isNew }) => !(isOld && isNew)).map(({ link }) => link)
  // As the real server does: a provider has one more, here (documented).
  if (isProvider) links.splice(links.findIndex(({ Type }) => Type === 'BackupFileList') + 1, 0, cloud)
  return [...links, { Rel: 'Delete', Href }]
}

const valueOf = (session: LogonSession, isProvider: boolean) => ({
  UserName: session.userName,
  SessionId: session.id,
  Links: logonLinks(session, isProvider),
  Href: `/logonSessions/${session.id}`,
  Type: 'LogonSession',
})

interface More extends Pick<Extract<Answer, { kind: 'document' }>, 'status' | 'headers'> {
  /** Whether the document leads to what a provider lends. */
  readonly isProvider?: boolean
}

export const logonSessionRoot: Root = { name: 'LogonSession', shape: logonSessionShape }
export const logonSessionsRoot: Root = { name: 'LogonSessions', shape: logonSessionsShape }

export const describeLogonSession = (session: LogonSession, { isProvider = false, ...extra }: More = {}): Answer => ({
  kind: 'document',
  ...logonSessionRoot,
  value: valueOf(session, isProvider),
  ...extra,
})

export const describeLogonSessions = (sessions: readonly LogonSession[], isProvider = false): Answer => ({
  kind: 'document',
  ...logonSessionsRoot,
  value: sessions.map((session) => valueOf(session, isProvider)),
})
