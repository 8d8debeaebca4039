import type { Action } from '../action.ts'
import { cloudFailoverPlanActions } from './cloud-failover-plans.ts'
import { cloudGatewayPoolActions } from './cloud-gateway-pools.ts'
import { cloudGatewayActions } from './cloud-gateways.ts'
import { cloudHardwarePlanActions } from './cloud-hardware-plans.ts'
import { cloudNetworkActions } from './cloud-networks.ts'
import { cloudSubtenantActions } from './cloud-subtenants.ts'
import { cloudTenantResourceActions } from './cloud-tenant-resources.ts'
import { cloudTenantActions } from './cloud-tenants.ts'
import { jobObjectActions } from './job-objects.ts'
import { agentAndNasJobActions } from './agent-and-nas-jobs.ts'
import { backupServerActions } from './backup-servers.ts'
import { backupSessionActions } from './backup-sessions.ts'
import { credentialsActions } from './credentials.ts'
import { jobActions } from './job.ts'
import { securityActions } from './security.ts'
import { cdpPolicyActions } from './cdp-policy.ts'
import { selfServiceActions } from './self-service.ts'
import { vCloudActions } from './v-cloud.ts'
import { cdpReplicaActions } from './cdp-replica.ts'
import { failoverActions } from './failover.ts'
import { restoreActions } from './restore.ts'
import { mountActions } from './mounts.ts'

/** Everything that a client may have done. */
export const actions: readonly Action[] = [
  ...jobActions,
  ...agentAndNasJobActions,
  ...backupSessionActions,
  ...backupServerActions,
  ...credentialsActions,
  ...jobObjectActions,
  ...securityActions,
  ...vCloudActions,
  ...selfServiceActions,
  ...cdpPolicyActions,
  ...cdpReplicaActions,
  ...failoverActions,
  ...restoreActions,
  ...mountActions,
  ...cloudFailoverPlanActions,
  ...cloudGatewayPoolActions,
  ...cloudGatewayActions,
  ...cloudHardwarePlanActions,
  ...cloudNetworkActions,
  ...cloudTenantActions,
  ...cloudTenantResourceActions,
  ...cloudSubtenantActions,
]
