/**
 * Every operation that em_rest documents, or that real links lead to: a path a line, then its methods. `POST?start`
 * is `POST …?action=start`. Evidence: what is served is compared with it, and does not come from it.
 */
export const documented = `
/ GET
/agents GET
/agents/agentRestorePoints GET
/agents/agentRestorePoints/{id} GET
/agents/agentRestorePoints/{id}/mounts GET POST
/agents/agentRestorePoints/{id}/mounts/{id} GET DELETE
/agents/agentRestorePoints/{id}/mounts/{id}/{filepath} GET POST?restore
/agents/backupFiles GET
/agents/backups GET
/agents/backupSessions GET
/agents/discoveredComputers GET
/agents/discoveredComputers/{id} GET
/agents/jobs GET
/agents/jobs/{id} GET POST?retry POST?start POST?stop POST?toggleScheduleEnabled
/agents/jobs/{id}/backupSessions GET
/agents/jobs/{id}/includes GET
/agents/jobs/{id}/includes/{id} GET
/agents/protectionGroups GET
/agents/protectionGroups/{id} GET
/agents/protectionGroups/{id}/discoveredComputers GET
/agents/restorePoints GET
/backupFiles GET
/backupFiles/{id} GET
/backupFiles/{id}/agentRestorePoints GET
/backupFiles/{id}/restorePoints GET
/backupFiles/{id}/vmRestorePoints GET
/backups GET
/backups/{id} GET
/backups/{id}/backupFiles GET
/backups/{id}/childbackups GET
/backups/{id}/restorePoints GET
/backupServers GET POST?create
/backupServers/{id} GET POST?collect POST?quickbackup POST?veeamzip PUT DELETE
/backupServers/{id}/credentials GET POST?create
/backupServers/{id}/credentials/{id} GET PUT DELETE
/backupServers/{id}/externalRepositories GET
/backupServers/{id}/jobs GET
/backupServers/{id}/managedServers GET
/backupServers/{id}/passwords GET POST?create
/backupServers/{id}/passwords/{id} GET PUT DELETE
/backupServers/{id}/repositories GET
/backupSessions GET
/backupSessions/{id} GET POST?stop
/backupSessions/{id}/agentManagementSessions GET
/backupSessions/{id}/taskSessions GET
/backupTaskSessions GET
/backupTaskSessions/{id} GET
/catalog/vms GET
/catalog/vms/{vmname} GET
/catalog/vms/{vmname}/vmRestorePoints GET
/catalog/vms/{vmname}/vmRestorePoints/{id} GET POST?browse
/catalog/vms/{vmname}/vmRestorePoints/{id}/guestfs GET
/catalog/vms/{vmname}/vmRestorePoints/{id}/guestfs/{filepath} GET POST?restore
/cdpPolicies GET
/cdpPolicies/{id} GET POST?disable POST?enable PUT
/cdpPolicies/{id}/cdpReplicaSessions GET
/cdpPolicies/{id}/includes GET POST
/cdpPolicies/{id}/includes/{id} GET DELETE
/cdpReplica/vms GET
/cdpReplica/vApps GET
/cdpReplica/vApps/{id} GET POST?failover POST?intervals
/cdpReplica/vApps/{id}/vms GET
/cdpReplica/vApps/{id}/vms/{id} GET
/cdpReplicas GET
/cdpReplicas/vApps/{id} GET
/cdpReplicas/vApps/{id}/vms GET
/cdpReplicas/vApps/{id}/vms/{id} GET
/cdpReplicas/{id} GET
/cdpReplicas/{id}/vms GET
/cdpReplicas/{id}/vms/{id} GET POST?failover POST?intervals
/cdpReplicaSessions GET
/cdpReplicaSessions/{id} GET
/cdpReplicaSessions/{id}/cdpReplicaTaskSessions GET
/cdpReplicaTaskSessions GET
/cdpReplicaTaskSessions/{id} GET
/cloud GET
/cloud/cloudFailoverPlans GET
/cloud/cloudFailoverPlans/{id} GET POST?start POST?test POST?undo PUT DELETE
/cloud/cloudFailoverPlans/{id}/includes GET
/cloud/cloudFailoverPlans/{id}/includes/{id} GET
/cloud/failoverSessions GET
/cloud/failoverSessions/{id} GET
/cloud/gatewayPools GET POST
/cloud/gatewayPools/{id} GET PUT DELETE
/cloud/gatewayPools/{id}/gateways GET
/cloud/gatewayPools/{id}/tenants GET
/cloud/gateways GET POST
/cloud/gateways/{id} GET PUT DELETE
/cloud/hardwarePlans GET POST
/cloud/hardwarePlans/{id} GET PUT DELETE
/cloud/hardwarePlans/{id}/tenants GET
/cloud/publicIpAddresses GET POST
/cloud/publicIpAddresses/{id} GET PUT DELETE
/cloud/replicas GET
/cloud/replicas/{id} GET
/cloud/replicas/{id}/vmReplicaPoints GET
/cloud/tenants GET POST
/cloud/tenants/{id} GET PUT DELETE
/cloud/tenants/{id}/computeResources GET POST
/cloud/tenants/{id}/computeResources/{id} GET DELETE
/cloud/tenants/{id}/freelicenseCounters GET
/cloud/tenants/{id}/gatewayPools GET
/cloud/tenants/{id}/resources GET POST
/cloud/tenants/{id}/resources/{id} GET DELETE
/cloud/tenants/{id}/subtenants GET POST
/cloud/tenants/{id}/subtenants/{id} GET PUT DELETE
/cloud/tenants/{id}/vCloudComputeResources GET POST
/cloud/tenants/{id}/vCloudComputeResources/{id} GET DELETE
/cloud/vlans GET
/cloud/vlans/{id} GET PUT DELETE
/cloud/vmReplicaPoints GET
/cloud/vmReplicaPoints/{id} GET
/externalRepositories GET
/externalRepositories/{id} GET
/externalRepositories/{id}/backups GET
/failoverPlans GET
/failoverPlans/{id} GET POST?start POST?undo PUT
/failoverPlans/{id}/includes/{id} GET
/hierarchyRoots GET
/hierarchyRoots/{id} GET
/jobs GET
/jobs/{id} GET POST?clone POST?retry POST?start POST?stop POST?sync POST?toggleScheduleEnabled PUT DELETE
/jobs/{id}/backupSessions GET
/jobs/{id}/includes GET POST
/jobs/{id}/includes/{id} GET DELETE
/jobs/{id}/linkedBackupRepositories GET POST
/jobs/{id}/linkedBackupRepositories/{id} DELETE
/jobs/{id}/linkedJobs GET POST
/jobs/{id}/linkedJobs/{id} DELETE
/jobs/{id}/replicaSessions GET
/logonSessions GET
/logonSessions/{id} GET DELETE
/lookup GET
/lookupSvc GET
/managedServers GET
/managedServers/{id} GET
/nas GET
/nas/backupSessions GET
/nas/fileServers GET
/nas/fileServers/{id} GET
/nas/jobs GET
/nas/jobs/{id} GET
/nas/jobs/{id}/backupSessions GET
/nas/jobs/{id}/includes GET
/nas/jobs/{id}/includes/{id} GET
/nas/jobs/{id}/retry POST
/nas/jobs/{id}/start POST
/nas/jobs/{id}/stop POST
/nas/jobs/{id}/toggleScheduleEnabled POST
/query GET
/querySvc GET
/repicaTaskSessions GET
/repicaTaskSessions/{id} GET
/replicas GET
/replicas/{id} GET
/replicas/{id}/vmReplicaPoints GET
/replicaSessions GET
/replicaSessions/{id} GET
/replicaSessions/{id}/repicaTaskSessions GET
/replicaSessions/{id}/replicaTaskSessions GET
/replicaTaskSessions GET
/replicaTaskSessions/{id} GET
/reports/summary GET
/reports/summary/job_statistics GET
/reports/summary/overview GET
/reports/summary/processed_vms GET
/reports/summary/repository GET
/reports/summary/vms_overview GET
/repositories GET
/repositories/{id} GET
/repositories/{id}/backups GET
/repositories/{id}/replicas GET
/restorePoints GET
/restorePoints/{id} GET
/restorePoints/{id}/agentRestorePoints GET
/restorePoints/{id}/backupFiles GET
/restorePoints/{id}/vAppRestorePoints GET
/restorePoints/{id}/vmRestorePoints GET
/restoreSessions GET
/restoreSessions/{id} GET
/security GET
/security/accounts GET POST POST?rebuildScope
/security/accounts/{id} GET POST DELETE
/security/accounts/{id}/roles GET POST
/security/accounts/{id}/roles/{id} GET DELETE
/security/accounts/{id}/scopes GET POST
/security/accounts/{id}/scopes/{id} GET DELETE
/security/roles GET
/security/roles/{id} GET
/selfService/vSphere GET
/selfService/vSphere/Configs GET POST
/selfService/vSphere/Configs/{id} GET PUT DELETE
/selfService/vSphere/Configs/{id}/backupJobSettings GET
/sessionMngr/ POST
/systemSessions GET
/systemSessions/{id} GET
/systemSessions/{id}/events GET
/tasks GET
/tasks/{id} GET DELETE
/vAppReplicaPoints GET
/vAppReplicaPoints/{id} GET POST?failover
/vAppRestorePoints GET
/vAppRestorePoints/{id} GET POST?restore
/vCloud GET
/vCloud/orgConfigs GET POST
/vCloud/orgConfigs/{id} GET POST?disable PUT DELETE
/vCloud/orgConfigs/{id}/backupJobSettings GET
/vmReplicaPoints GET
/vmReplicaPoints/{id} GET POST?failover
/vmReplicaPoints/{id}/mounts GET POST
/vmReplicaPoints/{id}/mounts/{id} GET DELETE
/vmReplicaPoints/{id}/mounts/{id}/{filepath} GET POST?restore
/vmRestorePoints GET
/vmRestorePoints/{id} GET POST?restore
/vmRestorePoints/{id}/mounts GET POST
/vmRestorePoints/{id}/mounts/{id} GET DELETE
/vmRestorePoints/{id}/mounts/{id}/{filepath} GET POST?restore
/wanAccelerators GET
/wanAccelerators/{id} GET
`
