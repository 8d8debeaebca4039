// Generated from the files beside it by `npm run generate`. Do not edit.
import { agentBackupJob } from './jobs/agent-backup-job.ts'
import { agentProtectionGroup } from './jobs/agent-protection-group.ts'
import { agentRestorePoint } from './backups/agent-restore-point.ts'
import { agentRestorePointMount } from './backups/agent-restore-point-mount.ts'
import { backup } from './backups/backup.ts'
import { backupFile } from './backups/backup-file.ts'
import { backupJobSession } from './sessions/backup-job-session.ts'
import { backupServer } from './infrastructure/backup-server.ts'
import { backupTaskSession } from './sessions/backup-task-session.ts'
import { catalogVm } from './backups/catalog-vm.ts'
import { catalogVmRestorePoint } from './backups/catalog-vm-restore-point.ts'
import { cdpPolicy } from './cdp/cdp-policy.ts'
import { cdpReplica } from './cdp/cdp-replica.ts'
import { cdpReplicaSession } from './cdp/cdp-replica-session.ts'
import { cdpReplicaTaskSession } from './cdp/cdp-replica-task-session.ts'
import { cdpReplicaVm } from './cdp/cdp-replica-vm.ts'
import { cloudFailoverPlan } from './cloud-connect/cloud-failover-plan.ts'
import { cloudFailoverSession } from './cloud-connect/cloud-failover-session.ts'
import { cloudFailoveredVm } from './cloud-connect/cloud-failovered-vm.ts'
import { cloudGateway } from './cloud-connect/cloud-gateway.ts'
import { cloudGatewayPool } from './cloud-connect/cloud-gateway-pool.ts'
import { cloudHardwarePlan } from './cloud-connect/cloud-hardware-plan.ts'
import { cloudPublicIpAddress } from './cloud-connect/cloud-public-ip-address.ts'
import { cloudReplica } from './cloud-connect/cloud-replica.ts'
import { cloudSubtenant } from './cloud-connect/cloud-subtenant.ts'
import { cloudTenant } from './cloud-connect/cloud-tenant.ts'
import { cloudTenantComputeResource } from './cloud-connect/cloud-tenant-compute-resource.ts'
import { cloudTenantResource } from './cloud-connect/cloud-tenant-resource.ts'
import { cloudTenantVCloudComputeResource } from './cloud-connect/cloud-tenant-v-cloud-compute-resource.ts'
import { cloudVmReplicaPoint } from './cloud-connect/cloud-vm-replica-point.ts'
import { credentials } from './infrastructure/credentials.ts'
import { discoveredComputer } from './jobs/discovered-computer.ts'
import { enterpriseAccount } from './security/enterprise-account.ts'
import { enterpriseRole } from './security/enterprise-role.ts'
import { externalRepository } from './infrastructure/external-repository.ts'
import { failoverPlan } from './replication/failover-plan.ts'
import { failoveredVm } from './replication/failovered-vm.ts'
import { fileServer } from './infrastructure/file-server.ts'
import { hierarchyRoot } from './infrastructure/hierarchy-root.ts'
import { job } from './jobs/job.ts'
import { linkedBackupRepository } from './infrastructure/linked-backup-repository.ts'
import { linkedJob } from './jobs/linked-job.ts'
import { managedServer } from './infrastructure/managed-server.ts'
import { nasJob } from './jobs/nas-job.ts'
import { nasObject } from './jobs/nas-object.ts'
import { objectInAgentBackupJob } from './jobs/object-in-agent-backup-job.ts'
import { objectInJob } from './jobs/object-in-job.ts'
import { passwords } from './infrastructure/passwords.ts'
import { replica } from './replication/replica.ts'
import { replicaJobSession } from './replication/replica-job-session.ts'
import { replicaTaskSession } from './replication/replica-task-session.ts'
import { repository } from './infrastructure/repository.ts'
import { restorePoint } from './backups/restore-point.ts'
import { restoreSession } from './backups/restore-session.ts'
import { systemSession } from './sessions/system-session.ts'
import { task } from './sessions/task.ts'
import { vAppCdpReplica } from './cdp/v-app-cdp-replica.ts'
import { vAppCdpReplicaVm } from './cdp/v-app-cdp-replica-vm.ts'
import { vAppReplicaPoint } from './replication/v-app-replica-point.ts'
import { vAppRestorePoint } from './backups/v-app-restore-point.ts'
import { vCloudOrganizationConfig } from './cloud-connect/v-cloud-organization-config.ts'
import { vSphereSelfServiceConfig } from './self-service/v-sphere-self-service-config.ts'
import { vlanConfiguration } from './cloud-connect/vlan-configuration.ts'
import { vmReplicaPoint } from './replication/vm-replica-point.ts'
import { vmReplicaPointMount } from './replication/vm-replica-point-mount.ts'
import { vmRestorePoint } from './backups/vm-restore-point.ts'
import { vmRestorePointMount } from './backups/vm-restore-point-mount.ts'
import { wanAccelerator } from './infrastructure/wan-accelerator.ts'

export {
  agentBackupJob,
  agentProtectionGroup,
  agentRestorePoint,
  agentRestorePointMount,
  backup,
  backupFile,
  backupJobSession,
  backupServer,
  backupTaskSession,
  catalogVm,
  catalogVmRestorePoint,
  cdpPolicy,
  cdpReplica,
  cdpReplicaSession,
  cdpReplicaTaskSession,
  cdpReplicaVm,
  cloudFailoverPlan,
  cloudFailoverSession,
  cloudFailoveredVm,
  cloudGateway,
  cloudGatewayPool,
  cloudHardwarePlan,
  cloudPublicIpAddress,
  cloudReplica,
  cloudSubtenant,
  cloudTenant,
  cloudTenantComputeResource,
  cloudTenantResource,
  cloudTenantVCloudComputeResource,
  cloudVmReplicaPoint,
  credentials,
  discoveredComputer,
  enterpriseAccount,
  enterpriseRole,
  externalRepository,
  failoverPlan,
  failoveredVm,
  fileServer,
  hierarchyRoot,
  job,
  linkedBackupRepository,
  linkedJob,
  managedServer,
  nasJob,
  nasObject,
  objectInAgentBackupJob,
  objectInJob,
  passwords,
  replica,
  replicaJobSession,
  replicaTaskSession,
  repository,
  restorePoint,
  restoreSession,
  systemSession,
  task,
  vAppCdpReplica,
  vAppCdpReplicaVm,
  vAppReplicaPoint,
  vAppRestorePoint,
  vCloudOrganizationConfig,
  vSphereSelfServiceConfig,
  vlanConfiguration,
  vmReplicaPoint,
  vmReplicaPointMount,
  vmRestorePoint,
  vmRestorePointMount,
  wanAccelerator,
}

/** Every definition. */
export const resources = [
  agentBackupJob,
  agentProtectionGroup,
  agentRestorePoint,
  agentRestorePointMount,
  backup,
  backupFile,
  backupJobSession,
  backupServer,
  backupTaskSession,
  catalogVm,
  catalogVmRestorePoint,
  cdpPolicy,
  cdpReplica,
  cdpReplicaSession,
  cdpReplicaTaskSession,
  cdpReplicaVm,
  cloudFailoverPlan,
  cloudFailoverSession,
  cloudFailoveredVm,
  cloudGateway,
  cloudGatewayPool,
  cloudHardwarePlan,
  cloudPublicIpAddress,
  cloudReplica,
  cloudSubtenant,
  cloudTenant,
  cloudTenantComputeResource,
  cloudTenantResource,
  cloudTenantVCloudComputeResource,
  cloudVmReplicaPoint,
  credentials,
  discoveredComputer,
  enterpriseAccount,
  enterpriseRole,
  externalRepository,
  failoverPlan,
  failoveredVm,
  fileServer,
  hierarchyRoot,
  job,
  linkedBackupRepository,
  linkedJob,
  managedServer,
  nasJob,
  nasObject,
  objectInAgentBackupJob,
  objectInJob,
  passwords,
  replica,
  replicaJobSession,
  replicaTaskSession,
  repository,
  restorePoint,
  restoreSession,
  systemSession,
  task,
  vAppCdpReplica,
  vAppCdpReplicaVm,
  vAppReplicaPoint,
  vAppRestorePoint,
  vCloudOrganizationConfig,
  vSphereSelfServiceConfig,
  vlanConfiguration,
  vmReplicaPoint,
  vmReplicaPointMount,
  vmRestorePoint,
  vmRestorePointMount,
  wanAccelerator,
] as const
