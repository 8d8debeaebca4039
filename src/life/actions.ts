// Generated from the files beside it by `npm run generate`. Do not edit.
import { agentAndNasJobsActions } from './actions/agent-and-nas-jobs-actions.ts'
import { backupServersActions } from './actions/backup-servers-actions.ts'
import { backupSessionsActions } from './actions/backup-sessions-actions.ts'
import { cdpPolicyActions } from './actions/cdp-policy-actions.ts'
import { cdpReplicaActions } from './actions/cdp-replica-actions.ts'
import { cloudFailoverPlansActions } from './actions/cloud-failover-plans-actions.ts'
import { cloudGatewayPoolsActions } from './actions/cloud-gateway-pools-actions.ts'
import { cloudGatewaysActions } from './actions/cloud-gateways-actions.ts'
import { cloudHardwarePlansActions } from './actions/cloud-hardware-plans-actions.ts'
import { cloudNetworksActions } from './actions/cloud-networks-actions.ts'
import { cloudSubtenantsActions } from './actions/cloud-subtenants-actions.ts'
import { cloudTenantResourcesActions } from './actions/cloud-tenant-resources-actions.ts'
import { cloudTenantsActions } from './actions/cloud-tenants-actions.ts'
import { credentialsActions } from './actions/credentials-actions.ts'
import { failoverActions } from './actions/failover-actions.ts'
import { jobActions } from './actions/job-actions.ts'
import { jobObjectsActions } from './actions/job-objects-actions.ts'
import { mountsActions } from './actions/mounts-actions.ts'
import { restoreActions } from './actions/restore-actions.ts'
import { securityActions } from './actions/security-actions.ts'
import { selfServiceActions } from './actions/self-service-actions.ts'
import { vCloudActions } from './actions/v-cloud-actions.ts'
import type { Action } from './action.ts'

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
