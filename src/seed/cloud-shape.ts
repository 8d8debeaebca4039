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
import { list, maybe, members, name, number, text, truth, word } from '../json/shape.ts'

const tenant = members<TenantStory>('a tenant', {
  name,
  description: maybe(text()),
  domain: maybe(name),
  organization: maybe(name),
  isDisabled: maybe(truth),
  leaseDays: maybe(number(-Infinity, 'a number of days')),
  activeHoursAgo: maybe(number(0)),
  lastResult: maybe(word('Success', 'Warning', 'Failed')),
  maxTasks: maybe(number(1)),
  throttleMBps: maybe(number(1)),
  protectionDays: maybe(number(1)),
  gatewayPools: maybe(list(name)),
  quotas: maybe(
    list(
      members<QuotaStory>('a quota', {
        name,
        repository: name,
        gb: number(0),
        usedGb: maybe(number(0)),
      }),
    ),
  ),
  machines: maybe(
    members('numbers of machines', {
      vms: maybe(number(0)),
      servers: maybe(number(0)),
      workstations: maybe(number(0)),
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
        quotaGb: maybe(number(0)),
        usedGb: maybe(number(0)),
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
      port: maybe(number(1)),
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
        cpuMhz: maybe(number(0)),
        memoryMb: maybe(number(0)),
        storageGb: maybe(number(0)),
      }),
    ),
  ),
  publicIpAddresses: maybe(
    list(members<PublicAddressStory>('a public address', { address: name, tenant: maybe(name) })),
  ),
  tenants: list(tenant),
})
