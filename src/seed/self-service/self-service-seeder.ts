import { idOf } from '../../random/ids.ts'
import type { LivingJob } from '../../simulation/jobs/job-model.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import type { EntityOf } from '../../model/resource.ts'
import { backupServer, repository, vCloudOrganizationConfig, vSphereSelfServiceConfig } from '../../resources/index.ts'
import { rootId } from '../infrastructure/objects.ts'
import { noId } from '../../model/names.ts'
import type { Seeder } from '../seeder.ts'
import { jobState } from '../../simulation/jobs/job-state.ts'

export const selfServiceSeeder: Seeder = {
  when: 'before the past',
  seed: plantSelfService,
}

type Server = EntityOf<typeof backupServer>
type Organization = EntityOf<typeof vCloudOrganizationConfig>
type Settings = Organization['JobSettings']

const asUsual: Settings = {
  DefaultSettings: true,
  JobSchedulerType: 'Full',
  HighPriorityJob: false,
}

/**
 * Makes who may help themselves: organizations where jobs of a server protect a Cloud Director, and accounts where they
 * protect a vCenter. What holds for all other organizations is always there, once (documented).
 */
function plantSelfService(simulation: Simulation): void {
  const servers = [...tableOf(simulation, backupServer)]
  const repositories = [...tableOf(simulation, repository)]
  const jobsOf = (server: Server, platform: LivingJob['platform']) =>
    [...simulation.state(jobState).jobs.values()].filter(
      (job) => job.platform === platform && job.up.BackupServer === server.id,
    )
  for (const server of servers) {
    const into = repositories.find(({ up }) => up.BackupServer === server.id)?.id ?? ''
    const [vCloud] = jobsOf(server, 'vCloud')
    if (vCloud !== undefined) plantOrganizations(simulation, server, into)
    const [vSphere] = jobsOf(server, 'VMware')
    if (vSphere !== undefined) plantAccounts(simulation, server, into)
  }
  const first = servers.find((server) => jobsOf(server, 'vCloud').length > 0) ?? servers[0]
  if (first !== undefined) plantOthers(simulation, first)
}

/** The organizations of a Cloud Director that may make backups of their own. */
const organizations = [
  { name: 'engineering', quota: 500, settings: { ...asUsual, DefaultSettings: false, HighPriorityJob: true } },
  { name: 'training', quota: 100, settings: { ...asUsual, JobSchedulerType: 'Partial' } },
] as const // prettier-ignore

function plantOrganizations({ chance, store }: Simulation, server: Server, into: string): void {
  for (const { name, quota, settings } of organizations) {
    const id = idOf(chance.seed, 'VCloudOrganizationConfig', server.Name, name)
    tableOf({ store }, vCloudOrganizationConfig).add({
      id,
      up: { BackupServer: server.id },
      BackupServerUid: server.id,
      RepositoryUid: into,
      QuotaGb: quota,
      IsDisabled: false,
      JobSettings: settings,
      UsedQuotaMb: chance.of(id, 'used').integer(0, quota * 500),
      HostUid: rootId(chance.seed, server.Name, 'vCloud'),
      RepositoryFriendlyName: tableOf({ store }, repository).get(into)?.Name ?? 'N/A',
      JobSchedulerType: settings.JobSchedulerType,
      Name: name,
    })
  }
}

/** As the real server does: those without a configuration have no repository and no host (documented). */
function plantOthers(simulation: Simulation, { id: BackupServer, Name }: Server): void {
  tableOf(simulation, vCloudOrganizationConfig).add({
    id: idOf(simulation.chance.seed, 'VCloudOrganizationConfig', Name, 'Other organizations'),
    up: { BackupServer },
    BackupServerUid: BackupServer,
    RepositoryUid: '',
    QuotaGb: 1024,
    IsDisabled: true,
    JobSettings: asUsual,
    UsedQuotaMb: 0,
    HostUid: noId,
    RepositoryFriendlyName: 'N/A',
    JobSchedulerType: asUsual.JobSchedulerType,
    Name: 'Other organizations',
  })
}

/** Everybody's group last, as it gives each member a quota of his own. */
const accounts = [
  { name: 'Administrators', type: 'Group', rid: '', quota: 500, settings: { ...asUsual, DefaultSettings: false, HighPriorityJob: true } },
  { name: 'portal-user', type: 'User', rid: '1120', quota: 100, settings: { ...asUsual, DefaultSettings: false } },
  { name: 'Domain Users', type: 'Group', rid: '513', quota: 30, settings: asUsual },
] as const // prettier-ignore

function plantAccounts(simulation: Simulation, server: Server, into: string): void {
  const { chance } = simulation
  const draw = chance.of(server.Name, 'domain')
  const part = () => draw.integer(1_000_000_000, 4_294_967_295)
  const domain = `S-1-5-21-${part()}-${part()}-${part()}`
  for (const { name, type, rid, quota, settings } of accounts) {
    const PerUser = name === 'Domain Users'
    const id = idOf(chance.seed, 'VSphereSelfServiceConfig', server.Name, name)
    tableOf(simulation, vSphereSelfServiceConfig).add({
      id,
      up: { BackupServer: server.id },
      BackupServerUid: server.id,
      RepositoryUid: into,
      QuotaGb: quota,
      PerUser,
      Account: {
        AccountName: name,
        AccountSid: rid === '' ? 'S-1-5-32-544' : `${domain}-${rid}`,
        AccountType: type,
      },
      JobSettings: settings,
      // Who has no vCenter named to him sees what tags and his own rights show.
      VCentersScope: PerUser ? [] : [rootId(chance.seed, server.Name, 'VMware')],
      Tags: [],
      UsedQuotaMb: chance.of(id, 'used').integer(0, quota * 300),
      JobSchedulerType: settings.JobSchedulerType,
      AccountType: type,
      Name: name,
    })
  }
}
