import { actionLink, downTo, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import {
  attribute,
  enumeration,
  hidden,
  inJson,
  dateTime,
  numeric,
  onlyJson,
  optional,
  struct,
  text,
  boolean,
} from '../../model/shape.ts'
import {
  computeResource,
  freeLicenseCounters,
  heldBy,
  tenantKinds,
  tenantResource,
  tenantType,
  vCloudComputeResource,
} from './cloud-tenant-shape.ts'

const here = 'cloud/tenants'
const name = 'CloudTenant'
const standalone = { member: 'TenantKind', is: ['Standalone'] }
const vcd = { member: 'TenantKind', is: ['vCD'] }

export const cloudTenant = defineResource({
  name,
  plural: 'CloudTenants',
  place: 22,
  path: here,
  tenant: 'id',

  fields: {
    // As the real server does: it is never told (recorded).
    Password: optional(text()),
    Description: text(),
    Enabled: boolean(),
    LeaseOptions: struct({
      Enabled: attribute(boolean()),
      ExpirationDate: attribute(optional(dateTime())),
    }),
    Resources: struct({
      CloudTenantResource: inJson('CloudTenantResources', heldBy(tenantResource())),
    }),
    LastResult: text(),
    LastActive: dateTime(),
    ComputeResources: struct({
      CloudTenantComputeResource: inJson('CloudTenantComputeResources', heldBy(computeResource())),
    }),
    ThrottlingEnabled: boolean(),
    ThrottlingSpeedLimit: numeric(),
    ThrottlingSpeedUnit: enumeration('Mbps', 'KBps', 'MBps'),
    PublicIpCount: numeric(),
    BackupCount: numeric(),
    ReplicaCount: numeric(),
    MaxConcurrentTasks: numeric(),
    WorkStationBackupCount: numeric(),
    ServerBackupCount: numeric(),
    BackupProtectionEnabled: boolean(),
    BackupProtectionPeriod: numeric(),
    TenantType: tenantType(),
    VCloudComputeResources: optional(
      struct({
        CloudTenantVCloudComputeResource: inJson('CloudTenantVCloudComputeResources', heldBy(vCloudComputeResource())),
      }),
    ),
    CloudGatewayPools: onlyJson(null),
    Name: hidden(text()),
    TenantKind: hidden(enumeration(...tenantKinds)),
    OrganizationReference: hidden(optional(text())),
    FreeLicenseCounters: hidden(freeLicenseCounters()),
  },
  up: { BackupServer: 'BackupServer' },

  links: [
    upTo('BackupServer', 'backupServers'),
    toReference(name, here),
    // As the real server does: Edit has a Name, Delete has none (documented).
    { ...toReference(name, here), rel: 'Edit' },
    downTo('CloudTenantResourceList', `/${here}/{id}/resources`),
    downTo('CloudTenantResource', `/${here}/{id}/resources`, 'Create'),
    actionLink('Delete', `/${here}/{id}`),
    // As the real server does: accounts of Active Directory have neither of these (documented).
    { ...downTo('CloudTenantComputeResourceList', `/${here}/{id}/computeResources`), when: standalone },
    { ...downTo('CloudTenantComputeResource', `/${here}/{id}/computeResources`, 'Create'), when: standalone },
    { ...downTo('CloudTenantVCloudComputeResourceList', `/${here}/{id}/vcloudcomputeresources`), when: vcd },
    { ...downTo('CloudTenantVCloudComputeResource', `/${here}/{id}/vcloudcomputeresources`, 'Create'), when: vcd },
    { ...downTo('CloudSubtenantList', `/${here}/{id}/subtenants`), when: standalone },
    { ...downTo('CloudSubtenant', `/${here}/{id}/subtenants`, 'Create'), when: standalone },
    {
      rel: 'Related',
      type: 'FreeLicenseCounters',
      path: `/${here}/{id}/freelicenseCounters`,
      name: { words: 'FreeLicenseCounters' },
    },
  ], // prettier-ignore
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity(name, here)],

  query: ['Enabled', ...namesOf('BackupServer'), ['Type', 'TenantKind'], 'OrganizationReference'],
  collections: [
    { path: `/${here}` },
    { path: '/cloud/gatewayPools/{CloudGatewayPool}/tenants', related: true },
    { path: '/cloud/hardwarePlans/{CloudHardwarePlan}/tenants', related: true },
  ],
})
