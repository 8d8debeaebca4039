import { actionLink, downTo, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { hidden, inJson, optional, repeated, struct, text, boolean, uid } from '../../model/shape.ts'

const here = 'cloud/gatewayPools'
const name = 'CloudGatewayPool'

export const cloudGatewayPool = defineResource({
  name,
  plural: 'CloudGatewayPools',
  place: 32,
  path: here,

  fields: {
    Description: text(),
    CloudGateways: struct({
      CloudGatewayUid: inJson('CloudGatewayUids', optional(repeated(uid('CloudGateway')))),
    }),
    CloudTenants: struct({
      CloudTenantUid: inJson('CloudTenantUids', optional(repeated(uid('CloudTenant')))),
    }),
    Name: hidden(text()),
    HasTenants: hidden(boolean()),
  },
  up: { BackupServer: 'BackupServer' },

  links: [
    upTo('BackupServer', 'backupServers'),
    toReference(name, here),
    // As the real server does: Edit has a Name, Delete has none (documented).
    { ...toReference(name, here), rel: 'Edit' },
    actionLink('Delete', `/${here}/{id}`),
    downTo('CloudGatewayReferenceList', `/${here}/{id}/gateways`),
    // As the real server does: a pool that is nobody's has no such link (documented by examples of both).
    {
      ...downTo('CloudTenantReferenceList', `/${here}/{id}/tenants`, 'Related'),
      when: { member: 'HasTenants', is: ['true'] },
    },
  ],
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity(name, here)],

  query: ['Description', ...namesOf('BackupServer')],
  collections: [{ path: `/${here}` }, { path: '/cloud/tenants/{CloudTenant}/gatewayPools', related: true }],
})
