/**
 * Differences that are known and explained: what is different (`*` is anything), and how the row of docs/fidelity.md
 * begins that says why.
 */
export const explained: readonly (readonly [what: string, why: string])[] = [
  // Jobs and what hangs on them.
  ['Job (entities, xml): Job/JobScheduleOptions/*: missing', 'The options of a job are in'],
  ['Job (entities, xml): Job/Links: order of Down ReplicaJobSessionReferenceList *', 'The options of a job are in'],
  ['Job (entities, json): */Time: is *', 'A time of day has the date in JSON'],
  ['Job (entities, json): *ObjectInJobs/Order: missing', 'An ObjectInJob and a LinkedJobObject have no `Order`'],
  ['Job (entities, xml): */UsePersistentGuestAgent: missing', 'An ObjectInJob has no `UsePersistentGuestAgent`'],
  ['ObjectInJob (items, xml): */UsePersistentGuestAgent: missing', 'An ObjectInJob has no `UsePersistentGuestAgent`'],
  ['ObjectInJob (items, xml): ObjectInJob/Order: missing', 'An ObjectInJob and a LinkedJobObject have no `Order`'],
  ['ObjectInJob (items, xml): *Delete - /jobs/{id}/includes/{id}: missing', '`ObjectsInJob` in XML is'],
  ['ObjectInAgentBackupJob (items, xml): */GuestProcessingOptions/*: extra', 'What an agent job holds is'],

  ['Task (items, xml): Task/Links/*: missing', 'A task has the links of what'],
  ['Task (items, xml): *VmReplicaPointMount *: extra', 'The task of a replica point'],

  // Sessions.
  ['BackupJobSession (*): *inks/Up JobReference /agents/jobs/{id}: extra', "A session's link to its job"],
  ['BackupJobSession (*): *inks/Up JobReference /jobs/{id}: only sometimes', "A session's link to its job"],
  ['Backup*Session (*): *ndTimeUTC: only sometimes', 'A running session has no `EndTimeUTC`'],

  // Backups.
  ['BackupFile (entities, xml): *Related BackupFileReferenceList *: missing', "A backup file's Related link"],
  ['RestorePoint (entities, xml): *Related BackupFileReferenceList *: missing', "A restore point's Related link"],

  // Infrastructure.
  ['DiscoveredComputer (*): *Href: is href /agents/discoveredComputers/*', "A discovered computer's Href"],
  ['FileServer (entities, xml): FileServer/FileServerOptions: missing', 'A share is a file server'],
  ['HierarchyRoot (entities, xml): HierarchyRoot/UniqueId: is text instead of guid', "A vCenter's `UniqueId`"],
  ['WanAccelerator (entities, xml): WanAccelerator/Version: is text *', "A WAN accelerator's `Version`"],
  ['PasswordKeyInfo (items, xml): */LastModificationDate: is instant *', "A password's `LastModificationDate`"],

  // Restores.
  ['RestoreSession (entities, xml): *VmRestorePointReference *: missing', 'No restore has the link'],

  // Continuous data protection.
  ['CdpReplicaTaskSession (entities, xml): *Href: is *', "A task session's Href is its own path"],
  ['VAppCdpReplicaVms (lists, xml): *', "A vApp's machines are listed as"],
  ['ObjectInJob (items, xml): *cdpPolicies/*', 'What a policy holds is listed'],

  // Agents.
  ['RestorePoint (*): *AgentRestorePointReferenceList *: extra', 'Restore points and files of agents lead'],
  ['BackupFile (*): *AgentRestorePointReferenceList *: extra', 'Restore points and files of agents lead'],
  ['BackupFile (*): *VmRestorePointReferenceList *: only sometimes', 'Restore points and files of agents lead'],

  // Replication.
  ['ReplicaJobSession (entities, xml): ReplicaJobSession/FailureMessage: extra', 'A replica session has a `FailureMessage`'],
  ['VmReplicaPoint (entities, xml): VmReplicaPoint/VmName: missing', '`VmName` of a point'],

  // Cloud Connect.
  ['CloudConnectService (services, xml): *: extra', '`/cloud` answers without that license'],
  ['CloudGateway (entities, xml): *CloudGatewayPoolReference *: extra', 'A gateway in a pool has'],
  ['CloudGatewayPool (entities, xml): *CloudTenantReferenceList *: extra', 'A pool that tenants use has'],
  ['CloudTenant (entities, xml): CloudTenant/Password: missing', "A tenant's `Password` is null"],
  ['CloudTenant (entities, *): *LeaseOptions/*ExpirationDate: extra', '`LeaseOptions` has the attributes'],
  ['CloudTenant (entities, xml): CloudTenant/VmCount: missing', "A tenant's `VmCount` and"],
  ['CloudTenant (entities, xml): CloudTenant/FailoverToOther*: missing', "A tenant's `VmCount` and"],
  ['CloudTenant (entities, xml): CloudTenant/CloudGatewayPools: missing', "A tenant's `VmCount` and"],
  ['CloudTenant (entities, xml): *VCloudComputeResource/NetworkAppliance: extra', 'A data center of a scenario'],
  ['CloudTenantVCloudComputeResource (items, xml): */WanAcceleratorUid: missing', 'A data center of a scenario'],
  ['CloudTenantComputeResource (items, xml): */ProductionNetworkUnderDvs: extra', 'A network appliance has'],
  ['CloudReplica (entities, xml): *CloudVmReplicaPointReferenceList *', "A cloud replica's Down link"],
  ['CloudFailoverPlan (entities, xml): */Includes/CloudFailover*: *', "A plan's machines are"],
  ['CloudFailoverPlan (references, xml): Ref/@Type: *', 'Cloud failover plans are referred to as'],
  ['CloudFailoverSession (entities, xml): */CloudFailoverTasks/*: extra', 'A session that is over keeps'],
  ['CloudHardwarePlan (entities, xml): */ViCloudHardwarePlan: extra', 'A VMware plan has the members'],
  ['VlanConfiguration (entities, xml): VlanConfiguration/@*', 'A VLAN configuration has a URN'],
  ['VlanConfiguration (entities, xml): VlanConfiguration/SwitchId: is guid *', 'A Hyper-V plan is on'],

  // Self-service and mounts.
  ['VCloudOrganizationConfig (entities, xml): */CustomSettings: missing', 'JobSettings say `DefaultSettings`'],
  ['VSphereSelfServiceConfig (entities, xml): */UsedQuota: missing', '`UsedQuota`, `Disabled`'],

  // Reports and services.
  ['ProcessedVmsReportFrame (reports, json): *: extra', 'Frames have no `Links`'],
  ['ProcessedVmsReportFrame (reports, xml): */Day/@Timestamp: is instant *', 'Its JSON is `Days`'],
  ['PagingInfo (services, *): *inks/Previous - *: extra', "The backward link's Rel is `Previous`"],
  ['Entities/HierarchyRoots (queries, xml): QueryResult/PagingInfo: extra', 'Every query has PagingInfo'],
] // prettier-ignore

/** What can be asked there and not here: type, path or name, and how the row of fidelity.md begins. */
export const unasked: readonly (readonly [type: string, what: string, why: string])[] = [
  ['ObjectInAgentBackupJob', 'FileServerUid', 'Its query has the container'],
  ['ObjectInAgentBackupJob', 'FileServerName', 'Its query has the container'],
]

/** Facts that nothing of ours can be compared with yet, and why. */
export const uncompared: readonly (readonly [subject: string, why: string])[] = []
