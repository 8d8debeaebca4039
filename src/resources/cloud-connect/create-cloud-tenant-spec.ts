import {
  enumeration,
  ignored,
  inJson,
  dateTime,
  numeric,
  optional,
  repeated,
  struct,
  text,
  boolean,
  uid,
} from '../../model/shape.ts'
import { manualIpAddressSettings } from './cloud-tenant-shape.ts'

/** The network appliance that a tenant is to have; one of the server's own making if none is given. */
const givenAppliance = () =>
  struct({
    Name: optional(text()),
    ProductionNetwork: optional(text()),
    ObtainIPAddressAutomatically: optional(boolean()),
    ManualIpAddressSettingsInfoType: optional(manualIpAddressSettings()),
    ViDistributedSwitchUuid: optional(text()),
    ProductionNetworkUnderDvs: optional(boolean()),
  })

/** CreateCloudTenantResourceSpec of POST /cloud/tenants/{ID}/resources (em_rest post_tenants_id_resources). */
export const createCloudTenantResourceSpec = () =>
  struct({
    Name: text(),
    RepositoryUid: uid('Repository'),
    QuotaMb: numeric(),
    WanAcceleratorUid: optional(uid('WanAccelerator')),
    // Of the schema of 9.0.
    Folder: ignored(text()),
  })

/** CloudTenantComputeResourceCreateSpec of POST /cloud/tenants/{ID}/computeResources (em_rest post_tenants_id_computeresources). */
export const cloudTenantComputeResourceCreateSpec = () =>
  struct({
    CloudHardwarePlanUid: uid('CloudHardwarePlan'),
    WanAcceleratorUid: optional(uid('WanAccelerator')),
    PlatformType: optional(enumeration('VMware', 'HyperV')),
    UseNetworkFailoverResources: optional(boolean()),
    NetworkAppliance: optional(givenAppliance()),
  })

/** CloudTenantVCloudComputeResourceCreateSpec of its POST (em_rest post_cloud_tenants_id_vcloudcomputeresources). */
export const cloudTenantVCloudComputeResourceCreateSpec = () =>
  struct({
    VirtualDataCenterRef: text(),
    UseNetworkFailoverResources: optional(boolean()),
    NetworkAppliance: optional(givenAppliance()),
    WanAcceleratorUid: optional(uid('WanAccelerator')),
  })

/** CreateCloudTenantSpec of POST /cloud/tenants (em_rest post_tenants): all three kinds of tenant. */
export const createCloudTenantSpec = () =>
  struct({
    /** As earlier versions have it: a UID or a name (schema of 9.0). */
    BackupServerIdOrName: optional(text()),
    Name: text(),
    Description: optional(text()),
    Password: optional(text()),
    Enabled: optional(boolean()),
    LeaseExpirationDate: optional(dateTime()),
    Resources: optional(
      struct({
        BackupResource: inJson('BackupResources', repeated(createCloudTenantResourceSpec())),
      }),
    ),
    ComputeResources: optional(
      struct({
        ComputeResource: inJson('ComputeResources', repeated(cloudTenantComputeResourceCreateSpec())),
      }),
    ),
    // Of the schema of 9.0.
    VmCount: ignored(numeric()),
    ThrottlingEnabled: optional(boolean()),
    ThrottlingSpeedLimit: optional(numeric()),
    ThrottlingSpeedUnit: optional(enumeration('Mbps', 'KBps', 'MBps')),
    PublicIpCount: optional(numeric()),
    BackupServerUid: optional(uid('BackupServer')),
    MaxConcurrentTasks: optional(numeric()),
    BackupProtectionEnabled: optional(boolean()),
    BackupProtectionPeriod: optional(numeric()),
    // As the real server does: one of them is spelled in three ways (documented by table and examples).
    TenantType: optional(enumeration('Standalone', 'vCD', 'VCD', 'Vcd', 'ActiveDirectory')),
    OrganizationRef: optional(text()),
    VCloudComputeResources: optional(
      struct({
        VCloudComputeResource: inJson('VCloudComputeResources', repeated(cloudTenantVCloudComputeResourceCreateSpec())),
      }),
    ),
    ...gatewayChoice(),
    Domain: optional(struct({ DomainName: text(), DomainAccount: optional(text()), Port: optional(numeric()) })),
  })

/** By which gateways a tenant comes, and what it does when they fail, which the example and the table spell differently. */
export const gatewayChoice = () => ({
  CloudGatewayPools: optional(
    struct({
      CloudGatewayPoolUid: inJson('CloudGatewayPoolUids', repeated(uid('CloudGatewayPool'))),
    }),
  ),
  FailoverToOthersGatewaysIfFail: optional(boolean()),
  FailoverToOtherGatewaysIfFail: optional(boolean()),
})
