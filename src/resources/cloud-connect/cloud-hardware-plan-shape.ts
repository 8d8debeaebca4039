import { attribute, list, numeric, optional, struct, text, type Text } from '../../model/shape.ts'

/** How many networks a tenant gets. */
const network = () =>
  struct({
    CountWithInternet: numeric(),
    CountWithoutInternet: numeric(),
    Id: attribute(text()),
  })

/** The volumes of a plan of Hyper-V. @param id what each may say of its id. */
export const volumes = <I extends Text>(id: I) =>
  list('Volume', struct({ FriendlyName: text(), VolumePath: text(), QuotaGb: numeric(), Id: attribute(id) }))

/** Where a provider runs the replicas of those who have the plan (examples of both platforms). */
export const hardwarePlanDetails = () =>
  struct({
    ViCloudHardwarePlan: optional(
      struct({
        HypervisorHostRef: text(),
        ParentType: text(),
        ParentName: text(),
        Datastores: list(
          'Datastore',
          struct({
            FriendlyName: text(),
            DatastoreType: text(),
            Reference: text(),
            RootPath: text(),
            QuotaGb: numeric(),
            Id: attribute(text()),
          }),
        ),
        Network: network(),
      }),
    ),
    HvCloudHardwarePlan: optional(
      struct({
        HypervisorHostRef: text(),
        Volumes: volumes(text()),
        Network: network(),
      }),
    ),
  })
