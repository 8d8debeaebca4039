import { errors } from '../../model/api-error.ts'
import type { EntityOf } from '../../model/resource.ts'
import type { Row, ValueOf } from '../../model/shape.ts'
import { enterpriseAccount, vSphereSelfServiceConfig } from '../../resources/index.ts'
import { vSphereSelfServiceCreateSpec } from '../../resources/self-service/self-service-create-specs.ts'
import { action, editOf, type Action } from '../core/action.ts'
import { freshId } from '../core/fresh-id.ts'
import { merge } from '../core/merge.ts'
import { reachedServer } from '../infrastructure/referred.ts'
import { jobSettings, quotaRepository, refuseHost, refuseSelfServiceQuota, refuseTemplate } from './self-service.ts'
import { tableOf } from '../core/table-of.ts'
import { without } from '../core/without.ts'
import type { Simulation } from '../core/simulation.ts'

type Config = EntityOf<typeof vSphereSelfServiceConfig> & Row
type Spec = ValueOf<ReturnType<typeof vSphereSelfServiceCreateSpec>>

const configs = '/selfService/vSphere/Configs'
const path = `${configs}/{VSphereSelfServiceConfig}`
const edited = editOf(vSphereSelfServiceConfig, {
  RepositoryUid: true,
  QuotaGb: true,
  PerUser: true,
  JobSettings: true,
  VCentersScope: true,
  Tags: true,
})
type Edit = ValueOf<(typeof edited)['shape']>

/** The accounts of vSphere that may make backups of their own (em_rest selfservice_vsphere_configs). */
export const selfServiceActions: readonly Action[] = [
  action({
    method: 'POST',
    path: configs,
    task: 'CreateVSphereSelfServiceConfig',
    body: { name: 'VSphereSelfServiceCreateSpec', shape: vSphereSelfServiceCreateSpec() },
    check: ({ simulation, body }) => refuseSpec(simulation, body),
    act: ({ simulation, body }) => leadingTo(create(simulation, body)),
  }),
  action({
    method: 'PUT',
    path,
    // As the real server does: it is called so (documented).
    task: 'EditVSphereOrganizationConfig',
    body: edited,
    check({ simulation, row, body }) {
      const before = row(vSphereSelfServiceConfig)
      const after = editedRow(before, body)
      refuseEdit(simulation, before, after)
      return after
    },
    act({ simulation }, after) {
      tableOf(simulation, vSphereSelfServiceConfig).replace(after)
      return leadingTo(after.id)
    },
  }),
  action({
    method: 'DELETE',
    path,
    task: 'DeleteVSphereConfigs',
    act({ simulation, row }) {
      tableOf(simulation, vSphereSelfServiceConfig).remove(row(vSphereSelfServiceConfig).id)
      return {}
    },
  }),
]

const leadingTo = (id: string) => ({ related: { VSphereSelfServiceConfig: [id] } })

/** As the real server does: the server is that of the repository, and nothing else says it (documented). */
const serverOf = (simulation: Simulation, { RepositoryUid }: Spec): string =>
  quotaRepository(simulation, RepositoryUid).up.BackupServer ?? ''

function refuseSpec(simulation: Simulation, spec: Spec): void {
  const { AccountName: name } = spec
  const server = serverOf(simulation, spec)
  reachedServer(simulation, server)
  refuseSelfServiceQuota(spec.QuotaGb)
  refuseTemplate(simulation, spec.TemplateJobUid, 'VMware', server)
  for (const center of spec.VCentersScope ?? []) refuseHost(simulation, center, 'VC')
  if (name.trim() === '') throw errors.badRequest('Found no AccountName; expected one.')
  const isTaken = [...tableOf(simulation, vSphereSelfServiceConfig)].some(
    (it) => it.up.BackupServer === server && it.Name.toLowerCase() === name.toLowerCase(),
  )
  if (isTaken)
    throw errors.badRequest(`The account "${name.slice(0, 200)}" is configured already on that backup server.`)
}

function create(simulation: Simulation, spec: Spec): string {
  const { AccountName, RepositoryUid, QuotaGb, PerUser = false, VCentersScope = [], Tags = [] } = spec
  const server = serverOf(simulation, spec)
  const id = freshId(simulation, vSphereSelfServiceConfig, server, AccountName)
  const AccountType = spec.AccountType ?? typeOf(simulation, AccountName)
  const JobSettings = jobSettings(spec)
  tableOf(simulation, vSphereSelfServiceConfig).add({
    id,
    up: { BackupServer: server },
    BackupServerUid: server,
    RepositoryUid,
    QuotaGb,
    PerUser,
    Account: { AccountName, AccountSid: sidOf(simulation, AccountName), AccountType },
    JobSettings,
    VCentersScope,
    Tags,
    UsedQuotaMb: 0,
    JobSchedulerType: JobSettings.JobSchedulerType,
    AccountType,
    Name: AccountName,
  })
  return id
}

const isSameName = (a: string, b: string): boolean =>
  a.split('\\').at(-1)?.toLowerCase() === b.split('\\').at(-1)?.toLowerCase()

/** What it is known as elsewhere, with or without its domain; a user if it is not. */
function typeOf(simulation: Simulation, name: string): Config['Account']['AccountType'] {
  const known =
    [...tableOf(simulation, vSphereSelfServiceConfig)].find((it) => isSameName(it.Name, name)) ??
    [...tableOf(simulation, enterpriseAccount)].find((it) => isSameName(it.Name, name))
  return known?.AccountType.endsWith('Group') === true ? 'Group' : 'User'
}

/** The id that the domain knows it by: the known one, or a new one in the domain of the others. */
function sidOf(simulation: Simulation, name: string): string {
  const known = [...tableOf(simulation, vSphereSelfServiceConfig)].map(({ Account }) => Account)
  const same = known.find(({ AccountName }) => isSameName(AccountName, name))
  if (same !== undefined) return same.AccountSid
  const sids = known.map(({ AccountSid }) => AccountSid)
  const others = sids.find((sid) => sid.startsWith('S-1-5-21-')) ?? 'S-1-5-21-1-1-1-1'
  const draw = simulation.chance.of('sid', name.toLowerCase())
  const domain = others.slice(0, others.lastIndexOf('-'))
  let sid = ''
  do sid = `${domain}-${draw.integer(1200, 99_999)}`
  while (sids.includes(sid))
  return sid
}

function editedRow(row: Config, body: Edit): Config {
  const after = merge(row, body)
  const { JobSchedulerType, DefaultSettings } = after.JobSettings
  // Default settings have no template.
  const JobSettings =
    DefaultSettings && body.JobSettings?.TemplateJobUid === undefined
      ? without(after.JobSettings, 'TemplateJobUid')
      : after.JobSettings
  return { ...after, JobSettings, JobSchedulerType }
}

/** Looks at what is otherwise than before alone. */
function refuseEdit(simulation: Simulation, before: Config, after: Config): void {
  const { BackupServerUid: server, RepositoryUid, QuotaGb, VCentersScope } = after
  if (RepositoryUid !== before.RepositoryUid) quotaRepository(simulation, RepositoryUid, server)
  if (QuotaGb !== before.QuotaGb) refuseSelfServiceQuota(QuotaGb)
  const { TemplateJobUid } = after.JobSettings
  if (TemplateJobUid !== before.JobSettings.TemplateJobUid) refuseTemplate(simulation, TemplateJobUid, 'VMware', server)
  for (const center of VCentersScope) if (!before.VCentersScope.includes(center)) refuseHost(simulation, center, 'VC')
}
