import { boolean } from '../../json-schema/shape.ts'
import { valueOf } from '../core/slots.ts'
import { group } from '../core/state.ts'

export const licenseState = group({
  /** Whether it is a provider's: the logon document leads to `/cloud` then. */
  isProvider: valueOf('world', boolean, false),
})
