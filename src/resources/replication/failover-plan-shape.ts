import { attribute, href, list, numeric, onlyJson, struct, text, type Row, type ValueOf } from '../../model/shape.ts'
import { guestProcessing } from '../jobs/job-info-shape.ts'

/** A machine whose replica takes its place: a member of the plan, and a resource of its own. */
export const failoveredVm = () => ({
  FailoveredVmId: text(),
  HierarchyObjRef: text(),
  Name: text(),
  DisplayName: text(),
  /** From 0 up. */
  Order: numeric(),
  GuestProcessingOptions: guestProcessing(),
})

export const failoverPlanInfo = () =>
  struct({
    Includes: list(
      'FailoveredVm',
      struct({
        ...failoveredVm(),
        Links: onlyJson(null),
        Href: attribute(href()),
        Type: attribute(text()),
      }),
    ),
  })

export type FailoverPlanRow = Row & {
  readonly FailoverPlanInfo: ValueOf<ReturnType<typeof failoverPlanInfo>>
}
