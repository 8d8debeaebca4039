// Module resources: one definition per type. Literals only; definitions name one another, they never import one another.
import { actionLink, downTo, toEntity, toReference } from '../../model/link.ts'
import { defineResource } from '../../model/resource.ts'
import { hidden, numeric, text } from '../../model/shape.ts'

const here = 'backupServers'

export const backupServer = defineResource({
  name: 'BackupServer',
  plural: 'BackupServers',
  place: 16,
  path: here,

  fields: {
    Description: text(),
    Port: numeric(),
    Version: text(),
    WcfPort: numeric(),
    VbrCertificateThumbprint: text(),
    Name: hidden(text()),
    IpOrDnsName: hidden(text()),
  },
  up: {},

  links: [
    toReference('BackupServer', here),
    { rel: 'Edit', type: 'BackupServerReference', path: `/${here}/{id}` },
    { rel: 'Delete', type: 'BackupServerReference', path: `/${here}/{id}` },
    downTo('JobReferenceList', `/${here}/{id}/jobs`),
    downTo('ManagedServerReferenceList', `/${here}/{id}/managedServers`),
    downTo('RepositoryReferenceList', `/${here}/{id}/repositories`),
    downTo('ExternalRepositoryReferenceList', `/${here}/{id}/externalRepositories`),
    downTo('CredentialsList', `/${here}/{id}/credentials`),
    actionLink('Create', `/${here}/{id}/credentials?action=create`),
    downTo('PasswordKeyList', `/${here}/{id}/passwords`),
    actionLink('Create', `/${here}/{id}/passwords?action=create`),
    actionLink('VeeamZip', `/${here}/{id}?action=veeamzip`),
    actionLink('QuickBackup', `/${here}/{id}?action=quickbackup`),
    actionLink('Start', `/${here}/{id}?action=collect`),
  ],
  referenceLinks: [
    downTo('JobReferenceList', `/${here}/{id}/jobs`),
    downTo('RepositoryReferenceList', `/${here}/{id}/repositories`),
    downTo('ExternalRepositoryReferenceList', `/${here}/{id}/externalRepositories`),
    downTo('CredentialsList', `/${here}/{id}/credentials`),
    downTo('PasswordKeyList', `/${here}/{id}/passwords`),
    toEntity('BackupServer', here),
    downTo('ManagedServerReferenceList', `/${here}/{id}/managedServers`),
  ],

  query: ['Description', 'IpOrDnsName', 'Port', 'Version'],
  collections: [{ path: `/${here}` }],
})
