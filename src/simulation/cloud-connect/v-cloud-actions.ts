import { editable } from '../../model/body.ts'
import { errors } from '../../model/api-error.ts'
import { attribute, ignored, optional, struct, text, boolean, uid, type ValueOf } from '../../model/shape.ts'
import { backupServer, repository, vCloudOrganizationConfig } from '../../resources/index.ts'
import { vCloudOrganizationConfigCreateSpec } from '../../resources/self-service/self-service-create-specs.ts'
import { selfServiceJobSettings } from '../../resources/self-service/self-service-shape.ts'
import type { EntityOf } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import { action, type Action } from '../core/action.ts'
import { freshId } from '../core/fresh-id.ts'
import { merge } from '../core/merge.ts'
import { reachedServer, referred } from '../infrastructure/referred.ts'
import {
  jobSettings,
  quotaRepository,
  refuseHost,
  refuseSelfServiceQuota,
  refuseTemplate,
} from '../self-service/self-service.ts'
import { tableOf } from '../core/table-of.ts'
import { without } from '../core/without.ts'
import type { Simulation } from '../core/simulation.ts'

type Config = EntityOf<typeof vCloudOrganizationConfig> & Row
type Spec = ValueOf<ReturnType<typeof vCloudOrganizationConfigCreateSpec>>

const configs = '/vCloud/orgConfigs'
const path = `${configs}/{VCloudOrganizationConfig}`
const OTHERS = 'Other organizations'

const { DefaultSettings, ...settings } = selfServiceJobSettings().fields
/** As the real server does: an edit knows a member more, the opposite of `DefaultSettings` (documented). */
const edited = struct({
  ...editable(vCloudOrganizationConfig.fields, {
    BackupServerUid: true,
    RepositoryUid: true,
    QuotaGb: true,
    IsDisabled: true,
    HostUid: true,
    RepositoryFriendlyName: true,
  }),
  JobSettings: struct({ DefaultSettings, CustomSettings: optional(boolean()), ...settings }),
  Name: ignored(attribute(text())),
  UID: ignored(attribute(uid(vCloudOrganizationConfig.name))),
})

/** The organizations of a Cloud Director that may make backups of their own (em_rest vcloud_orgconfigs). */
export const vCloudActions: readonly Action[] = [
  action({
    method: 'POST',
    path: configs,
    task: 'CreateVCloudOrganizationConfig',
    body: {
      name: 'VCloudOrganizationConfigCreateSpec',
      shape: vCloudOrganizationConfigCreateSpec(),
    },
    check: ({ simulation, body }) => refuseSpec(simulation, body),
    act: ({ simulation, body }) => leadingTo(create(simulation, body)),
  }),
  action({
    method: 'PUT',
    path,
    task: 'EditVCloudOrganizationConfig',
    body: { name: vCloudOrganizationConfig.name, shape: edited, isPartial: true },
    check({ simulation, row, body }) {
      const before = row(vCloudOrganizationConfig)
      const after = editedRow(before, body)
      refuseEdit(simulation, before, after)
      return after
    },
    act({ simulation }, after) {
      tableOf(simulation, vCloudOrganizationConfig).replace(after)
      return leadingTo(after.id)
    },
  }),
  action({
    method: 'POST',
    path,
    action: 'disable',
    task: 'EditOtherOrganizationConfig',
    act({ simulation, row }) {
      const config = row(vCloudOrganizationConfig)
      tableOf(simulation, vCloudOrganizationConfig).replace({ ...config, IsDisabled: true })
      return {}
    },
  }),
  action({
    method: 'DELETE',
    path,
    task: 'DeleteVCloudOrganizationConfig',
    // No job here was made by an organization, so there is nothing more to delete.
    parameters: ['deleteJobs', 'deleteBackupFiles'],
    check({ row, keys }) {
      if (row(vCloudOrganizationConfig).Name === OTHERS)
        throw errors.badRequest(`"${OTHERS}" cannot be deleted, only disabled: POST ${path}?action=disable.`)
      for (const name of ['deleteJobs', 'deleteBackupFiles'])
        if (!/^(true|false)$/i.test(keys[name] ?? 'false'))
          throw errors.badRequest(`Found ${name}=${keys[name] ?? ''}; expected true or false.`)
    },
    act({ simulation, row }) {
      tableOf(simulation, vCloudOrganizationConfig).remove(row(vCloudOrganizationConfig).id)
      return {}
    },
  }),
]

const leadingTo = (id: string) => ({ related: { VCloudOrganizationConfig: [id] } })

const serverOf = (simulation: Simulation, { BackupServerUid, RepositoryUid }: Spec): string =>
  BackupServerUid ?? quotaRepository(simulation, RepositoryUid).up.BackupServer ?? ''

function refuseSpec(simulation: Simulation, spec: Spec): void {
  const { OrganizationName: name, HostUid } = spec
  const server = serverOf(simulation, spec)
  reachedServer(simulation, server)
  quotaRepository(simulation, spec.RepositoryUid, server)
  refuseSelfServiceQuota(spec.QuotaGb)
  refuseHost(simulation, HostUid, 'VcdSystem')
  refuseTemplate(simulation, spec.TemplateJobUid, 'vCloud', server)
  if (name.trim() === '') throw errors.badRequest('Found no OrganizationName; expected one.')
  const isTaken = [...tableOf(simulation, vCloudOrganizationConfig)].some(
    (it) => it.Name.toLowerCase() === name.toLowerCase() && (it.HostUid === HostUid || it.Name === OTHERS),
  )
  if (isTaken) throw errors.badRequest(`The organization "${name.slice(0, 200)}" is configured already.`)
}

function create(simulation: Simulation, spec: Spec): string {
  const { OrganizationName: Name, RepositoryUid, QuotaGb, HostUid } = spec
  const BackupServerUid = serverOf(simulation, spec)
  const id = freshId(simulation, vCloudOrganizationConfig, BackupServerUid, HostUid, Name)
  const JobSettings = jobSettings(spec)
  tableOf(simulation, vCloudOrganizationConfig).add({
    id,
    up: { BackupServer: BackupServerUid },
    BackupServerUid,
    RepositoryUid,
    QuotaGb,
    IsDisabled: false,
    JobSettings,
    UsedQuotaMb: 0,
    HostUid,
    RepositoryFriendlyName: spec.RepositoryFriendlyName ?? referred(simulation, repository, RepositoryUid).Name,
    JobSchedulerType: JobSettings.JobSchedulerType,
    Name,
  })
  return id
}

function editedRow(row: Config, body: ValueOf<typeof edited>): Config {
  const { JobSettings: given, ...changes } = body as Partial<typeof body>
  const settings: Partial<(typeof body)['JobSettings']> = given ?? {}
  const { CustomSettings: isCustom, ...others } = settings
  const after = merge(row, {
    ...changes,
    JobSettings: { ...(isCustom !== undefined && { DefaultSettings: !isCustom }), ...others },
  })
  const { JobSchedulerType, DefaultSettings: isDefault } = after.JobSettings
  // Default settings have no template.
  const JobSettings = isDefault ? without(after.JobSettings, 'TemplateJobUid') : after.JobSettings
  return { ...after, up: { BackupServer: after.BackupServerUid }, JobSettings, JobSchedulerType }
}

/** Looks at what is otherwise than before alone: those without a configuration have neither repository nor host. */
function refuseEdit(simulation: Simulation, before: Config, after: Config): void {
  const { BackupServerUid: server, RepositoryUid, HostUid, QuotaGb } = after
  const isMoved = server !== before.BackupServerUid
  if (isMoved) referred(simulation, backupServer, server)
  if (RepositoryUid !== before.RepositoryUid || (isMoved && RepositoryUid !== ''))
    quotaRepository(simulation, RepositoryUid, server)
  if (HostUid !== before.HostUid) refuseHost(simulation, HostUid, 'VcdSystem')
  if (QuotaGb !== before.QuotaGb) refuseSelfServiceQuota(QuotaGb)
  const { TemplateJobUid } = after.JobSettings
  if (isMoved || TemplateJobUid !== before.JobSettings.TemplateJobUid)
    refuseTemplate(simulation, TemplateJobUid, 'vCloud', server)
}
