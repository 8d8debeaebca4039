// Generated from the files beside it by `npm run generate`. Do not edit.
import { agentBackupJob } from './agent-backup-job.ts'
import { agentProtectionGroup } from './agent-protection-group.ts'
import { agentRestorePoint } from './agent-restore-point.ts'
import { agentRestorePointMount } from './agent-restore-point-mount.ts'
import { backup } from './backup.ts'
import { backupFile } from './backup-file.ts'
import { backupJobSession } from './backup-job-session.ts'
import { backupServer } from './backup-server.ts'
import { backupTaskSession } from './backup-task-session.ts'
import { catalogVm } from './catalog-vm.ts'
import { catalogVmRestorePoint } from './catalog-vm-restore-point.ts'
import { cdpPolicy } from './cdp-policy.ts'
import { cdpReplica } from './cdp-replica.ts'
import { cdpReplicaSession } from './cdp-replica-session.ts'
import { cdpReplicaTaskSession } from './cdp-replica-task-session.ts'
import { cdpReplicaVm } from './cdp-replica-vm.ts'
import { cloudFailoverPlan } from './cloud-failover-plan.ts'
import { cloudFailoverSession } from './cloud-failover-session.ts'
import { cloudFailoveredVm } from './cloud-failovered-vm.ts'
import { cloudGateway } from './cloud-gateway.ts'
import { cloudGatewayPool } from './cloud-gateway-pool.ts'
import { cloudHardwarePlan } from './cloud-hardware-plan.ts'
import { cloudPublicIpAddress } from './cloud-public-ip-address.ts'
import { cloudReplica } from './cloud-replica.ts'
import { cloudSubtenant } from './cloud-subtenant.ts'
import { cloudTenant } from './cloud-tenant.ts'
import { cloudTenantComputeResource } from './cloud-tenant-compute-resource.ts'
import { cloudTenantResource } from './cloud-tenant-resource.ts'
import { cloudTenantVCloudComputeResource } from './cloud-tenant-v-cloud-compute-resource.ts'
import { cloudVmReplicaPoint } from './cloud-vm-replica-point.ts'
import { credentials } from './credentials.ts'
import { discoveredComputer } from './discovered-computer.ts'
import { enterpriseAccount } from './enterprise-account.ts'
import { enterpriseRole } from './enterprise-role.ts'
import { externalRepository } from './external-repository.ts'
import { failoverPlan } from './failover-plan.ts'
import { failoveredVm } from './failovered-vm.ts'
import { fileServer } from './file-server.ts'
import { hierarchyRoot } from './hierarchy-root.ts'
import { job } from './job.ts'
import { linkedBackupRepository } from './linked-backup-repository.ts'
import { linkedJob } from './linked-job.ts'
import { managedServer } from './managed-server.ts'
import { nasJob } from './nas-job.ts'
import { nasObject } from './nas-object.ts'
import { objectInAgentBackupJob } from './object-in-agent-backup-job.ts'
import { objectInJob } from './object-in-job.ts'
import { passwords } from './passwords.ts'
import { replica } from './replica.ts'
import { replicaJobSession } from './replica-job-session.ts'
import { replicaTaskSession } from './replica-task-session.ts'
import { repository } from './repository.ts'
import { restorePoint } from './restore-point.ts'
import { restoreSession } from './restore-session.ts'
import { systemSession } from './system-session.ts'
import { task } from './task.ts'
import { vAppCdpReplica } from './v-app-cdp-replica.ts'
import { vAppCdpReplicaVm } from './v-app-cdp-replica-vm.ts'
import { vAppReplicaPoint } from './v-app-replica-point.ts'
import { vAppRestorePoint } from './v-app-restore-point.ts'
import { vCloudOrganizationConfig } from './v-cloud-organization-config.ts'
import { vSphereSelfServiceConfig } from './v-sphere-self-service-config.ts'
import { vlanConfiguration } from './vlan-configuration.ts'
import { vmReplicaPoint } from './vm-replica-point.ts'
import { vmReplicaPointMount } from './vm-replica-point-mount.ts'
import { vmRestorePoint } from './vm-restore-point.ts'
import { vmRestorePointMount } from './vm-restore-point-mount.ts'
import { wanAccelerator } from './wan-accelerator.ts'

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
