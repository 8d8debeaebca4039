// Generated from the files beside it by `npm run generate`. Do not edit.
import { agentAndNasJobsActions } from './jobs/agent-and-nas-jobs-actions.ts'
import { backupServersActions } from './infrastructure/backup-servers-actions.ts'
import { backupSessionsActions } from './sessions/backup-sessions-actions.ts'
import { cdpPolicyActions } from './cdp/cdp-policy-actions.ts'
import { cdpReplicaActions } from './cdp/cdp-replica-actions.ts'
import { cloudFailoverPlansActions } from './cloud-connect/cloud-failover-plans-actions.ts'
import { cloudGatewayPoolsActions } from './cloud-connect/cloud-gateway-pools-actions.ts'
import { cloudGatewaysActions } from './cloud-connect/cloud-gateways-actions.ts'
import { cloudHardwarePlansActions } from './cloud-connect/cloud-hardware-plans-actions.ts'
import { cloudNetworksActions } from './cloud-connect/cloud-networks-actions.ts'
import { cloudSubtenantsActions } from './cloud-connect/cloud-subtenants-actions.ts'
import { cloudTenantResourcesActions } from './cloud-connect/cloud-tenant-resources-actions.ts'
import { cloudTenantsActions } from './cloud-connect/cloud-tenants-actions.ts'
import { credentialsActions } from './infrastructure/credentials-actions.ts'
import { failoverActions } from './replication/failover-actions.ts'
import { jobActions } from './jobs/job-actions.ts'
import { jobObjectsActions } from './jobs/job-objects-actions.ts'
import { mountsActions } from './backups/mounts-actions.ts'
import { restoreActions } from './backups/restore-actions.ts'
import { securityActions } from './security/security-actions.ts'
import { selfServiceActions } from './self-service/self-service-actions.ts'
import { vCloudActions } from './cloud-connect/v-cloud-actions.ts'
import type { Action } from './core/action.ts'

/** Everything that a client may have done. */
export const actions: readonly Action[] = [
  ...agentAndNasJobsActions,
  ...backupServersActions,
  ...backupSessionsActions,
  ...cdpPolicyActions,
  ...cdpReplicaActions,
  ...cloudFailoverPlansActions,
  ...cloudGatewayPoolsActions,
  ...cloudGatewaysActions,
  ...cloudHardwarePlansActions,
  ...cloudNetworksActions,
  ...cloudSubtenantsActions,
  ...cloudTenantResourcesActions,
  ...cloudTenantsActions,
  ...credentialsActions,
  ...failoverActions,
  ...jobActions,
  ...jobObjectsActions,
  ...mountsActions,
  ...restoreActions,
  ...securityActions,
  ...selfServiceActions,
  ...vCloudActions,
]
