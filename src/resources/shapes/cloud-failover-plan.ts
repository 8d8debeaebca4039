import {
  attribute, href, list, numeric, onlyJson, struct, text, truth,
  type Row, type ValueOf,
} from '../../model/shape.ts' // prettier-ignore

/** A machine that a provider brings up when its tenant's site is down: a member of the plan, and a resource of its own. */
export const cloudFailoveredVm = () => ({
  FailoverPlanVMId: text(),
  Name: text(),
  /** From 0 up. */
  Order: numeric(),
})

/** What is run before and after all of it. */
export const cloudFailoverPlanOptions = () =>
  struct({
    PostFailoverPlanCommandEnabled: truth(),
    PostFailoverPlanCommand: text(),
    PreFailoverPlanCommandEnabled: truth(),
    PreFailoverPlanCommand: text(),
  })

/** As the real server does: within its plan the element of a machine has another name than its Type (documented). */
export const cloudFailoverPlanInfo = () =>
  struct({
    Includes: list(
      'CloudFailoverPlanVm',
      struct({
        ...cloudFailoveredVm(),
        Links: onlyJson(null),
        Href: attribute(href()),
        Type: attribute(text()),
      }),
    ),
  })

export type CloudFailoverPlanRow = Row & {
  readonly CloudFailoverPlanInfo: ValueOf<ReturnType<typeof cloudFailoverPlanInfo>>
}
