import {
  attribute,
  enumeration,
  href,
  list,
  numeric,
  onlyJson,
  optional,
  repeated,
  struct,
  text,
  boolean,
  uid,
  type Fields,
  type Row,
  type ValueOf,
} from '../../model/shape.ts'
import type { LinkTo } from '../../model/resource.ts'

/** As the real server does: enumerated in this order by filters, in another one by the tenant's page (documented). */
export const tenantKinds = ['vCD', 'Standalone', 'ActiveDirectory'] as const

/** A share of a repository. Sizes are in MB. */
export const repositoryQuota = () => ({
  DisplayName: text(),
  RepositoryUid: uid('Repository'),
  WanAcceleratorUid: optional(uid('WanAccelerator')),
  Quota: numeric(),
  UsedQuota: numeric(),
})

/** What a tenant may keep in a repository. */
export const tenantResource = () => ({
  RepositoryQuota: struct(repositoryQuota()),
  Id: attribute(text()),
})

/** The address of a network appliance that does not get one by itself. */
export const manualIpAddressSettings = () => struct({ IpAddress: text(), SubnetMask: text(), DefaultGateway: text() })

/** The machine that joins a tenant's network to the provider's after a failover. */
export const networkAppliance = () => ({
  Name: text(),
  ProductionNetwork: text(),
  ObtainIPAddressAutomatically: boolean(),
  // As the real server does: it is there under its type's name (recorded).
  ManualIpAddressSettingsInfoType: optional(manualIpAddressSettings()),
  ViDistributedSwitchUuid: text(),
  ProductionNetworkUnderDvs: boolean(),
})

/** A hardware plan that a tenant is subscribed to. */
export const computeResource = () => ({
  CloudHardwarePlanUid: uid('CloudHardwarePlan'),
  WanAcceleratorUid: optional(uid('WanAccelerator')),
  PlatformType: enumeration('VMware', 'HyperV'),
  UseNetworkFailoverResources: boolean(),
  NetworkAppliance: optional(struct(networkAppliance())),
  ComputeResourceStats: struct({
    MemoryUsageMb: numeric(),
    CPUCount: numeric(),
    StorageResourceStats: list(
      'StorageResourceStat',
      struct({ StorageName: text(), StorageUsageGb: numeric(), StorageLimitGb: numeric() }),
    ),
  }),
  Id: attribute(text()),
})

/** A data center of Cloud Director that a tenant may use. */
export const vCloudComputeResource = () => ({
  VirtualDataCenterName: text(),
  VirtualDataCenterRef: text(),
  Enabled: boolean(),
  AllocationModel: enumeration('Unknown', 'AllocationPool', 'PayAsYouGo', 'ReservationPool', 'Flex'),
  UseNetworkFailoverResources: boolean(),
  ResourceUsage: struct({
    CpuUsageMhz: numeric(),
    MemoryUsageMb: numeric(),
    StorageUsageGb: numeric(),
  }),
  WanAcceleratorUid: optional(uid('WanAccelerator')),
  NetworkAppliance: optional(struct(networkAppliance())),
  Id: attribute(text()),
})

/** As the real server does: within a tenant they have no links, and an empty list of them is null in JSON (recorded). */
export const heldBy = <const F extends Fields>(fields: F) =>
  optional(
    repeated(
      struct(
        {
          ...fields,
          Links: onlyJson(null),
          Href: attribute(href()),
          Type: attribute(text()),
        },
        ['Href', 'Type', 'Id'],
      ),
    ),
  )

/** Who a tenant is: one of the three. */
export const tenantType = () =>
  struct({
    StandaloneTenant: optional(struct({ TenantCredentials: struct({ Username: text(), Password: optional(text()) }) })),
    vCloudTenant: optional(struct({ OrganizationName: text(), OrganizationRef: text() })),
    ADTenantType: optional(struct({ Domain: struct({ DomainName: text(), Port: numeric() }), Account: text() })),
  })

/** Machines that need no license yet, or never will. */
export const freeLicenseCounters = () =>
  struct({
    RentalVMBackupCount: numeric(),
    RentalWorkstationBackupCount: numeric(),
    RentalServerBackupCount: numeric(),
    NewVMBackupCount: numeric(),
    NewWorkstationBackupCount: numeric(),
    NewServerBackupCount: numeric(),
    NewVMReplicaCount: numeric(),
  })

type HeldResources = ValueOf<ReturnType<typeof heldBy<ReturnType<typeof tenantResource>>>>
type HeldComputeResources = ValueOf<ReturnType<typeof heldBy<ReturnType<typeof computeResource>>>>
type HeldVCloudResources = ValueOf<ReturnType<typeof heldBy<ReturnType<typeof vCloudComputeResource>>>>

/** A tenant, as far as resources are found in it. */
export type TenantRow = Row & {
  readonly Resources: { readonly CloudTenantResource?: HeldResources }
  readonly ComputeResources: { readonly CloudTenantComputeResource?: HeldComputeResources }
  readonly VCloudComputeResources?: {
    readonly CloudTenantVCloudComputeResource?: HeldVCloudResources
  }
}

/** Parents of what a tenant has. As the real server does: these links lead to entities (documented). */
export const upFromTenant: readonly LinkTo[] = [
  {
    rel: 'Up',
    type: 'CloudTenant',
    path: '/cloud/tenants/{CloudTenant}?format=Entity',
    name: { role: 'CloudTenant' },
  },
  {
    rel: 'Up',
    type: 'BackupServer',
    path: '/backupServers/{BackupServer}?format=Entity',
    name: { role: 'BackupServer' },
  },
]

/** What a tenant holds, as rows of their own. */
export const rowsOf = <R extends { readonly Id: string }>({ id, up }: TenantRow, held: readonly R[] = []) =>
  held.map((each) => ({
    ...each,
    id: each.Id,
    up: { CloudTenant: id, BackupServer: up['BackupServer'] },
  }))
