import type { LogonSession } from '../auth/logon-sessions.ts'
import { links, onlyJson, struct, type Link } from '../model/shape.ts'
import type { Answer, Root } from '../wire/answer.ts'
import { resourceShape } from '../wire/documents.ts'

// Where the agents' and the shares' resources begin. As the real server does: their jobs are typed as jobs, and an agent's
// backup files as restore points (example documents of get_agents and get_nas).

const agents = [
  '/agents/jobs Job', '/agents/agentRestorePoints AgentRestorePoint', '/agents/backups Backup',
  '/agents/restorePoints RestorePoint', '/agents/backupFiles RestorePoint', '/agents/backupSessions BackupJobSession',
  '/agents/protectionGroups AgentProtectionGroup', '/agents/discoveredComputers DiscoveredComputer',
] // prettier-ignore

const shares = ['/nas/jobs Job', '/nas/fileServers FileServer', '/nas/backupSessions BackupJobSession']

/** What a tenant may ask for (example document of its logon), and after it what a provider may. */
const ofTenants = [
  '/cloud/cloudFailoverPlans CloudFailoverPlan', '/cloud/vmReplicaPoints CloudVmReplicaPoint',
  '/cloud/replicas CloudReplica',
] // prettier-ignore
const ofProviders = [
  '/cloud/gateways CloudGateway', '/cloud/gatewayPools CloudGatewayPool', '/cloud/tenants CloudTenant',
  '/cloud/hardwarePlans CloudHardwarePlan', '/cloud/publicIpAddresses CloudPublicIpAddress',
  '/cloud/vlans VlanConfiguration', '/cloud/failoverSessions CloudFailoverSession',
] // prettier-ignore

/** Every list twice, the references first. */
function listsOf(lines: readonly string[]): readonly Link[] {
  const lists = lines.map((line) => line.split(' '))
  return [
    ...lists.map(([path = '', type = '']) => ({
      Rel: 'Down',
      Href: path,
      Type: `${type}ReferenceList`,
    })),
    ...lists.map(([path = '', type = '']) => ({
      Rel: 'Down',
      Href: `${path}?format=Entity`,
      Type: `${type}List`,
    })),
  ]
}

export const agentsRoot: Root = { name: 'Agents', shape: resourceShape({}) }
export const cloudRoot: Root = { name: 'CloudConnectService', shape: resourceShape({}) }
/** As the real server does: this one names neither itself nor its type (example document of get_nas). */
export const nasRoot: Root = {
  name: 'NASService',
  shape: struct({ Links: links(), Href: onlyJson(null), Type: onlyJson(null) }),
}

/** `GET /api/agents`. */
export const agentsService = (): Answer => ({
  kind: 'document',
  ...agentsRoot,
  value: { Links: listsOf(agents), Href: '/agents', Type: 'AgentsService' },
})

/** `GET /api/nas`. */
export const nasService = (): Answer => ({
  kind: 'document',
  ...nasRoot,
  value: { Links: listsOf(shares) },
})

/** `GET /api/cloud`. A tenant is shown less than its provider. */
export const cloudService = ({ id, tenant }: LogonSession): Answer => ({
  kind: 'document',
  ...cloudRoot,
  value: {
    Links: [
      { Rel: 'Up', Href: `/logonSessions/${id}`, Type: 'LogonSession' },
      ...listsOf(tenant === undefined ? [...ofTenants, ...ofProviders] : ofTenants),
    ],
    Href: '/cloud',
    Type: 'CloudConnectService',
  },
})
