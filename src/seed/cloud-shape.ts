import type {
  CloudStory,
  GatewayPoolStory,
  GatewayStory,
  HardwarePlanStory,
  PublicAddressStory,
  QuotaStory,
  SubtenantStory,
  TenantStory,
} from '#seed-data'
import { list, maybe, members, name, number, text, truth, whole, word } from '../json/shape.ts'

const gigabytes = number(0, 'a number of gigabytes from 0 to 1000000', 1e6)
const machines = whole(0, 1000, 'a number of machines from 0 to 1000')

const tenant = members<TenantStory>('a tenant', {
  name,
  description: maybe(text()),
  domain: maybe(name),
  organization: maybe(name),
  isDisabled: maybe(truth),
  leaseDays: maybe(whole(-3660, 3660, 'a number of days from -3660 to 3660')),
  activeHoursAgo: maybe(number(0, 'a number of hours from 0 to 8784', 8784)),
  lastResult: maybe(word('Success', 'Warning', 'Failed')),
  maxTasks: maybe(whole(1, 1000)),
  throttleMBps: maybe(number(1, 'a number of MB a second from 1 to 100000', 1e5)),
  protectionDays: maybe(whole(1, 99, 'a number of days from 1 to 99')),
  gatewayPools: maybe(list(name)),
  quotas: maybe(
    list(
      members<QuotaStory>('a quota', {
        name,
        repository: name,
        gb: gigabytes,
        usedGb: maybe(gigabytes),
      }),
    ),
  ),
  machines: maybe(
    members('numbers of machines', {
      vms: maybe(machines),
      servers: maybe(machines),
      workstations: maybe(machines),
    }),
  ),
  hardwarePlans: maybe(list(name)),
  replicas: maybe(list(name)),
  failoverPlans: maybe(list(members('a failover plan', { name, machines: list(name) }))),
  subtenants: maybe(
    list(
      members<SubtenantStory>('a subtenant', {
        name,
        description: maybe(text()),
        isDisabled: maybe(truth),
        quotaGb: maybe(gigabytes),
        usedGb: maybe(gigabytes),
      }),
    ),
  ),
})

/** What a scenario file may say of a provider. */
export const cloudShape = members<CloudStory>('what a provider lends', {
  gateways: list(
    members<GatewayStory>('a gateway', {
      name,
      description: maybe(text()),
      port: maybe(whole(1, 65_535, 'a port from 1 to 65535')),
      isDisabled: maybe(truth),
    }),
  ),
  gatewayPools: maybe(
    list(
      members<GatewayPoolStory>('a gateway pool', {
        name,
        description: maybe(text()),
        gateways: list(name),
      }),
    ),
  ),
  hardwarePlans: maybe(
    list(
      members<HardwarePlanStory>('a hardware plan', {
        name,
        description: maybe(text()),
        platform: word('VMware', 'HyperV'),
        cpuMhz: maybe(whole(0, 1e9, 'a number of megahertz from 0 to 1000000000')),
        memoryMb: maybe(whole(0, 1e9, 'a number of megabytes from 0 to 1000000000')),
        storageGb: maybe(gigabytes),
      }),
    ),
  ),
  publicIpAddresses: maybe(
    list(members<PublicAddressStory>('a public address', { address: name, tenant: maybe(name) })),
  ),
  tenants: list(tenant),
})
