import { attribute, href, list, numeric, onlyJson, struct, text, type Row, type ValueOf } from '../../model/shape.ts'
import { guestProcessingShape } from '../jobs/job-info-shape.ts'

/** A machine whose replica takes its place: a member of the plan, and a resource of its own. */
export const failoveredVmShape = () => ({
  FailoveredVmId: text(),
  HierarchyObjRef: text(),
  Name: text(),
  DisplayName: text(),
  /** From 0 up. */
  Order: numeric(),
  GuestProcessingOptions: guestProcessingShape(),
})

export const failoverPlanInfo = () =>
  struct({
    Includes: list(
      'FailoveredVm',
      struct({
        ...failoveredVmShape(),
        Links: onlyJson(null),
        Href: attribute(href()),
        Type: attribute(text()),
      }),
    ),
  })

export type FailoverPlanRow = Row & {
  readonly FailoverPlanInfo: ValueOf<ReturnType<typeof failoverPlanInfo>>
}
