import { defineResource } from '../../model/resource.ts'
import { attribute, enumeration, hidden, optional, struct, text, boolean } from '../../model/shape.ts'

const here = 'tasks'

const related = (type: string, path: string) =>
  ({
    rel: 'Related',
    type,
    path: `/${path}?format=Entity`,
    each: type,
    when: { member: 'State', is: ['Finished'] },
  }) as const

/** To the reference of what was made or edited, by its name (example documents). */
const reference = (type: string, path: string) =>
  ({ ...related(type, path), type: `${type}Reference`, path: `/${path}/{${type}}`, name: { role: type } }) as const

/** To what a task has mounted, and to a file that can be downloaded from there (example documents). */
const mounted = (type: string, points: string) => {
  const finished = { each: type, when: { member: 'State', is: ['Finished'] } } as const
  const mount = `/${points}/{MountedPoint}/mounts`
  return [
    { rel: 'Related', type, path: `${mount}/{Mount}`, name: { role: type }, ...finished },
    { rel: 'Download', path: `${mount}/{MountedFile}?action=download`, ...finished },
  ] as const
}

/** What was asked for and takes a while (em_rest tasks). It belongs to the logon session that asked. */
export const task = defineResource({
  name: 'Task',
  plural: 'Tasks',
  path: here,
  key: { member: 'TaskId' },
  ofLogon: true,
  // As the real server does: an unknown one is a 500 in these words (recorded).
  missing: (id) => `There is no backup task with id [${id}] in current rest session`,
  keyless: { list: 'Tasks' },

  fields: {
    TaskId: text(),
    State: enumeration('Running', 'OperationFinished', 'Finished'),
    Operation: text(),
    Result: optional(struct({ Message: optional(text()), Success: attribute(boolean()) })),
    /** What it says when it is finished. */
    EndMessage: hidden(optional(text())),
    /** The job that it is about. */
    JobUid: hidden(optional(text())),
  },
  up: {
    LogonSession: 'LogonSession',
    FileRestore: 'RestoreSession',
    // Lists are those of their backup server.
    CloudGatewayPoolList: 'BackupServer',
    CloudPublicIpAddressList: 'BackupServer',
  },

  links: [
    { rel: 'Delete', path: `/${here}/{id}` },
    related('BackupJobSession', 'backupSessions/{BackupJobSession}'),
    related('ReplicaJobSession', 'replicaSessions/{ReplicaJobSession}'),
    { ...related('Job', 'jobs/{Job}'), name: { role: 'Job' } },
    related('RestoreSession', 'restoreSessions/{RestoreSession}'),
    {
      ...related('CloudFailoverSession', 'cloud/failoverSessions/{CloudFailoverSession}'),
      name: { role: 'CloudFailoverSession' },
    },
    // As the real server does: an empty name, and the type of a list for a pool; of addresses, and after a pool's end, all (documented).
    { ...related('CloudGateway', 'cloud/gateways/{CloudGateway}'), name: { words: '' } },
    {
      ...related('CloudGatewayPool', 'cloud/gatewayPools/{CloudGatewayPool}'),
      type: 'CloudGatewayPools',
      name: { words: '' },
    },
    {
      ...related('CloudHardwarePlan', 'cloud/hardwarePlans/{CloudHardwarePlan}'),
      name: { words: '' },
    },
    related('CloudGatewayPoolList', 'cloud/gatewayPools'),
    { ...related('CloudTenant', 'cloud/tenants/{CloudTenant}'), name: { role: 'CloudTenant' } },
    // As the real server does: it leads to the quota by the name of the tenant (documented).
    {
      ...related('CloudTenantResource', ''),
      path: '/cloud/tenants/{CloudTenant}/resources/{CloudTenantResource}',
      name: { role: 'CloudTenant' },
    },
    related('CloudPublicIpAddressList', 'cloud/publicIpAddresses'),
    // As the real server does: only a restore of files has a Name here (documented).
    {
      ...related('RestoreSession', 'restoreSessions/{FileRestore}'),
      each: 'FileRestore',
      name: { words: 'Restore job session' },
    },
    // What there is to browse (documented by an example).
    {
      rel: 'Down',
      type: 'FileSystemItemsList',
      path: '/catalog/vms/{CatalogVm}/vmRestorePoints/{CatalogVmRestorePoint}/guestfs/',
      when: { member: 'State', is: ['Finished'] },
    },
    reference('VCloudOrganizationConfig', 'vCloud/orgConfigs'),
    // An example of this leads to an organization of vCloud, where there is none.
    reference('VSphereSelfServiceConfig', 'selfService/vSphere/Configs'),
    ...mounted('VmRestorePointMount', 'vmRestorePoints'),
    // An example of this leads to a mount of a restore point, as which it would be nowhere.
    ...mounted('VmReplicaPointMount', 'vmReplicaPoints'),
    ...mounted('AgentRestorePointMount', 'agents/agentRestorePoints'),
  ],
  referenceLinks: [],

  query: ['TaskId', ['TaskUid', 'TaskId'], 'State', 'Operation'],
  collections: [{ path: `/${here}` }],
})
