import { actionLink, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { hidden, numeric, text, boolean, uid } from '../../model/shape.ts'
import { jobSchedulerType, selfServiceJobSettings } from '../self-service/self-service-shape.ts'

const here = 'vCloud/orgConfigs'

export const vCloudOrganizationConfig = defineResource({
  name: 'VCloudOrganizationConfig',
  plural: 'VCloudOrganizationConfigs',
  place: 24,
  path: here,

  fields: {
    BackupServerUid: uid('BackupServer'),
    RepositoryUid: uid('Repository'),
    QuotaGb: numeric(),
    IsDisabled: boolean(),
    JobSettings: selfServiceJobSettings(),
    UsedQuotaMb: numeric(),
    HostUid: uid('ManagedServer'),
    RepositoryFriendlyName: text(),
    JobSchedulerType: hidden(jobSchedulerType()),
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer' },

  links: [
    upTo('BackupServer', 'backupServers'),
    toReference('VCloudOrganizationConfig', here),
    { ...toReference('VCloudOrganizationConfig', here), rel: 'Edit' },
    actionLink('Disable', `/${here}/{id}?action=disable`),
    // As the real server does: even the one that cannot be deleted has this link (documented).
    actionLink('Delete', `/${here}/{id}`),
    { rel: 'Down', type: 'VCloudOrganizationConfigBackupJobSettings', path: `/${here}/{id}/backupJobSettings`, name: 'own' },
  ], // prettier-ignore
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity('VCloudOrganizationConfig', here)],

  query: [
    'RepositoryUid',
    'QuotaGb',
    ['Disabled', 'IsDisabled'],
    'IsDisabled',
    'JobSchedulerType',
    ['UsedQuota', 'UsedQuotaMb'],
    'UsedQuotaMb',
    ...namesOf('BackupServer'),
    'HostUid',
    'RepositoryFriendlyName',
  ],
  collections: [{ path: `/${here}` }],
})
