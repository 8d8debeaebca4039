import { attribute, enumeration, ignored, list, numeric, optional, struct, text, uid } from '../../model/shape.ts'
import { volumes } from './cloud-hardware-plan-shape.ts'

const network = () =>
  struct({
    CountWithInternet: optional(numeric()),
    CountWithoutInternet: optional(numeric()),
    Id: attribute(optional(text())),
  })

/** Where replicas are to run and be kept, as it is given: what is new in it has no Id yet. */
const givenDetails = () =>
  struct({
    ViCloudHardwarePlan: optional(
      struct({
        HypervisorHostRef: text(),
        ParentType: optional(enumeration('ClusterComputeResource', 'HostSystem')),
        ParentName: optional(text()),
        Datastores: list(
          'Datastore',
          struct({
            FriendlyName: text(),
            DatastoreType: optional(enumeration('Datastore', 'StoragePod')),
            Reference: text(),
            RootPath: optional(text()),
            QuotaGb: numeric(),
            // Of the schema of 9.0.
            PbmProfileId: ignored(text()),
            Id: attribute(optional(text())),
          }),
        ),
        Network: optional(network()),
      }),
    ),
    HvCloudHardwarePlan: optional(
      struct({
        HypervisorHostRef: text(),
        Volumes: volumes(optional(text())),
        Network: optional(network()),
      }),
    ),
  })

/** CloudHardwarePlanCreateSpec of POST /cloud/hardwarePlans (em_rest post_hardwareplans). */
export const cloudHardwarePlanCreateSpec = () =>
  struct({
    BackupServerUid: optional(uid('BackupServer')),
    Name: text(),
    Description: optional(text()),
    ProcessorUsageLimitMhz: optional(numeric()),
    MemoryUsageLimitMb: optional(numeric()),
    HardwarePlanDetails: givenDetails(),
  })

/** What PUT reads of a CloudHardwarePlan: storage that is added there has no Id yet either (em_rest put_hardwareplans_id). */
export const cloudHardwarePlanEdit = () =>
  struct({
    Description: optional(text()),
    ProcessorUsageLimitMhz: optional(numeric()),
    MemoryUsageLimitMb: optional(numeric()),
    HardwarePlanDetails: optional(givenDetails()),
    Name: ignored(attribute(text())),
    UID: ignored(attribute(uid('CloudHardwarePlan'))),
  })
