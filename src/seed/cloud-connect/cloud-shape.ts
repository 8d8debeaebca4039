import type {
  CloudSpec,
  GatewayPoolSpec,
  GatewaySpec,
  HardwarePlanSpec,
  PublicAddressSpec,
  QuotaSpec,
  SubtenantSpec,
  TenantSpec,
} from '#seed-data'
import {
  array,
  boolean,
  enumeration,
  integer,
  name,
  number,
  object,
  optional,
  string,
} from '../../json-schema/shape.ts'

const gigabytes = number(0, 'a number of gigabytes from 0 to 1000000', 1e6)
const machines = integer(0, 1000, 'a number of machines from 0 to 1000')

const tenant = object<TenantSpec>('a tenant', {
  name,
  description: optional(string()),
  domain: optional(name),
  organization: optional(name),
  isDisabled: optional(boolean),
  leaseDays: optional(integer(-3660, 3660, 'a number of days from -3660 to 3660')),
  activeHoursAgo: optional(number(0, 'a number of hours from 0 to 8784', 8784)),
  lastResult: optional(enumeration('Success', 'Warning', 'Failed')),
  maxTasks: optional(integer(1, 1000)),
  throttleMBps: optional(number(1, 'a number of MB a second from 1 to 100000', 1e5)),
  protectionDays: optional(integer(1, 99, 'a number of days from 1 to 99')),
  gatewayPools: optional(array(name)),
  quotas: optional(
    array(
      object<QuotaSpec>('a quota', {
        name,
        repository: name,
        gb: gigabytes,
        usedGb: optional(gigabytes),
      }),
    ),
  ),
  machines: optional(
    object('numbers of machines', {
      vms: optional(machines),
      servers: optional(machines),
      workstations: optional(machines),
    }),
  ),
  hardwarePlans: optional(array(name)),
  replicas: optional(array(name)),
  failoverPlans: optional(array(object('a failover plan', { name, machines: array(name) }))),
  subtenants: optional(
    array(
      object<SubtenantSpec>('a subtenant', {
        name,
        description: optional(string()),
        isDisabled: optional(boolean),
        quotaGb: optional(gigabytes),
        usedGb: optional(gigabytes),
      }),
    ),
  ),
})

/** What a scenario file may say of a provider. */
export const cloudShape = object<CloudSpec>('what a provider lends', {
  gateways: array(
    object<GatewaySpec>('a gateway', {
      name,
      description: optional(string()),
      port: optional(integer(1, 65_535, 'a port from 1 to 65535')),
      isDisabled: optional(boolean),
    }),
  ),
  gatewayPools: optional(
    array(
      object<GatewayPoolSpec>('a gateway pool', {
        name,
        description: optional(string()),
        gateways: array(name),
      }),
    ),
  ),
  hardwarePlans: optional(
    array(
      object<HardwarePlanSpec>('a hardware plan', {
        name,
        description: optional(string()),
        platform: enumeration('VMware', 'HyperV'),
        cpuMhz: optional(integer(0, 1e9, 'a number of megahertz from 0 to 1000000000')),
        memoryMb: optional(integer(0, 1e9, 'a number of megabytes from 0 to 1000000000')),
        storageGb: optional(gigabytes),
      }),
    ),
  ),
  publicIpAddresses: optional(
    array(object<PublicAddressSpec>('a public address', { address: name, tenant: optional(name) })),
  ),
  tenants: array(tenant),
})
