import { editable } from '../../model/body.ts'
import { attribute, ignored, inJson, numeric, optional, struct, text, uid } from '../../model/shape.ts'
import { gatewayChoice } from '../../resources/cloud-connect/create-cloud-tenant-spec.ts'
import {
  computeResource,
  heldBy,
  networkAppliance,
  repositoryQuota,
  vCloudComputeResource,
} from '../../resources/cloud-connect/cloud-tenant-shape.ts'
import { cloudTenant } from '../../resources/index.ts'
import { loose } from '../../resources/jobs/loose-shape.ts'

const Id = attribute(text())
const NetworkAppliance = optional(struct(loose(networkAppliance())))
const quota = editable(loose(repositoryQuota()), {
  DisplayName: true,
  RepositoryUid: true,
  WanAcceleratorUid: true,
  Quota: true,
})
const plan = editable(loose(computeResource()), {
  CloudHardwarePlanUid: true,
  WanAcceleratorUid: true,
  UseNetworkFailoverResources: true,
})
const center = editable(loose(vCloudComputeResource()), {
  WanAcceleratorUid: true,
  UseNetworkFailoverResources: true,
})

/** A tenant as it was read, or only what is to change of it; what it holds is told apart by Id (em_rest put_tenants_id). */
export const cloudTenantEdit = () =>
  struct({
    ...editable(loose(cloudTenant.fields), {
      Description: true,
      Enabled: true,
      MaxConcurrentTasks: true,
      BackupProtectionEnabled: true,
      BackupProtectionPeriod: true,
    }),
    LeaseOptions: optional(struct(loose(cloudTenant.fields.LeaseOptions.fields))),
    Resources: optional(
      struct({
        CloudTenantResource: inJson('CloudTenantResources', heldBy({ RepositoryQuota: optional(struct(quota)), Id })),
      }),
    ),
    ComputeResources: optional(
      struct({
        CloudTenantComputeResource: inJson('CloudTenantComputeResources', heldBy({ ...plan, NetworkAppliance, Id })),
      }),
    ),
    VCloudComputeResources: optional(
      struct({
        CloudTenantVCloudComputeResource: inJson(
          'CloudTenantVCloudComputeResources',
          heldBy({ ...center, NetworkAppliance, Id }),
        ),
      }),
    ),
    // Of the schema of 9.0.
    VmCount: ignored(numeric()),
    ...gatewayChoice(),
    Name: ignored(attribute(text())),
    UID: ignored(attribute(uid('CloudTenant'))),
  })
