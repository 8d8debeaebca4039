import { actionLink, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { enumeration, hidden, inJson, list, numeric, struct, text, boolean, uid } from '../../model/shape.ts'
import { jobSchedulerType, selfServiceJobSettings } from './self-service-shape.ts'

const here = 'selfService/vSphere/Configs'
const accountType = () => enumeration('User', 'Group')

export const vSphereSelfServiceConfig = defineResource({
  name: 'VSphereSelfServiceConfig',
  plural: 'VSphereSelfServiceConfigs',
  place: 26,
  path: here,

  fields: {
    BackupServerUid: uid('BackupServer'),
    RepositoryUid: uid('Repository'),
    QuotaGb: numeric(),
    PerUser: boolean(),
    Account: struct({ AccountName: text(), AccountSid: text(), AccountType: accountType() }),
    JobSettings: selfServiceJobSettings(),
    // As the real server does: in the plural in JSON (documented).
    VCentersScope: inJson('VCentersScopes', list('VCenterUid', uid('ManagedServer'))),
    Tags: list('Tag', text()),
    UsedQuotaMb: numeric(),
    JobSchedulerType: hidden(jobSchedulerType()),
    AccountType: hidden(accountType()),
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer' },

  links: [
    upTo('BackupServer', 'backupServers'),
    toReference('VSphereSelfServiceConfig', here),
    { ...toReference('VSphereSelfServiceConfig', here), rel: 'Edit' },
    actionLink('Delete', `/${here}/{id}`),
    { rel: 'Down', type: 'VSphereSelfServiceConfigJobSettings', path: `/${here}/{id}/backupJobSettings`, name: 'own' },
  ], // prettier-ignore
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity('VSphereSelfServiceConfig', here)],

  query: [
    ...namesOf('BackupServer'),
    'JobSchedulerType',
    'AccountType',
    'PerUser',
    'QuotaGb',
    'RepositoryUid',
    ['UsedQuota', 'UsedQuotaMb'],
    'UsedQuotaMb',
  ],
  collections: [{ path: `/${here}` }],
})
