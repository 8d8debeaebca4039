import type { Answer, Root } from '../wire/answer.ts'
import { queryServiceShape } from '../wire/documents.ts'

/** The queries that are offered ready-made, in EM's order, with what they sort by (em_rest get_querysvc). */
const offers = [
  ['VmRestorePoint'], ['VAppRestorePoint'], ['VmReplicaPoint'], ['Task', 'TaskUid'], ['Job'], ['RestorePoint'],
  ['BackupTaskSession'], ['ReplicaTaskSession'], ['RestoreSession'], ['Repository'], ['Backup'], ['Replica'],
  ['HierarchyRoot'], ['BackupJobSession'], ['ReplicaJobSession'], ['BackupServer'], ['ManagedServer'], ['FailoverPlan'],
  ['WanAccelerator'], ['CloudGateway'], ['CloudTenant'], ['Passwords', 'BackupServerUid', 'PasswordKeyList'],
  ['Credentials', 'BackupServerUid'], ['CloudReplica'], ['BackupFile'], ['VCloudOrganizationConfig'],
  ['CloudSubtenant', 'Name'], ['CloudHardwarePlan', 'Name'], ['CloudPublicIpAddress', 'Name'], ['AgentBackupJob'],
  ['AgentRestorePoint'], ['AgentProtectionGroup'], ['DiscoveredComputer'], ['CloudFailoverPlan', 'Name'],
  ['CloudGatewayPool', 'Name'], ['VSphereSelfServiceConfig', 'Name'], ['ExternalRepository'], ['NasJob'], ['FileServer'],
  ['VAppReplicaPoint'],
] as const // prettier-ignore

export const queryServiceRoot: Root = { name: 'QuerySvc', shape: queryServiceShape }

/** `GET /api/querySvc`. @param sessionId the asking logon session, which the document's Up link leads to. */
export const queryService = (sessionId: string): Answer => ({
  kind: 'document',
  ...queryServiceRoot,
  value: {
    Links: [
      { Rel: 'Up', Href: `/logonSessions/${sessionId}`, Type: 'LogonSession' },
      ...offers.map(([type, sort = 'name', listType = `${type}List`]) => ({
        Rel: 'Down',
        Href: `/query?type=${type}&format=Entities&sortAsc=${sort}&pageSize=15&page=1`,
        Type: listType,
      })),
    ],
    Href: '/querySvc',
    Type: 'QueryService',
  },
})
