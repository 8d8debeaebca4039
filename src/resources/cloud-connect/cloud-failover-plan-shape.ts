import {
  alsoOf,
  attribute,
  href,
  list,
  numeric,
  onlyJson,
  struct,
  text,
  boolean,
  type Row,
  type ValueOf,
} from '../../model/shape.ts'

/** A machine that a provider brings up when its tenant's site is down: a member of the plan, and a resource of its own. */
export const cloudFailoveredVmShape = () => ({
  FailoverPlanVMId: text(),
  Name: text(),
  /** From 0 up. */
  Order: numeric(),
})

/** What is run before and after all of it. */
export const cloudFailoverPlanOptions = () =>
  struct({
    PostFailoverPlanCommandEnabled: boolean(),
    PostFailoverPlanCommand: text(),
    PreFailoverPlanCommandEnabled: boolean(),
    PreFailoverPlanCommand: text(),
  })

/**
 * The schema of 9 and clients that were made from a live 9.5 have this element; the page's examples have
 * CloudFailoverPlanVm, so that a client that keeps to it sends that.
 */
export const cloudFailoverPlanInfo = () =>
  struct({
    Includes: alsoOf(
      'CloudFailoverPlanVm',
      list(
        'CloudFailoveredVm',
        struct({
          ...cloudFailoveredVmShape(),
          Links: onlyJson(null),
          Href: attribute(href()),
          Type: attribute(text()),
        }),
      ),
    ),
  })

export type CloudFailoverPlanRow = Row & {
  readonly CloudFailoverPlanInfo: ValueOf<ReturnType<typeof cloudFailoverPlanInfo>>
}
