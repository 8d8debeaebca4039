import { boolean } from '../../json/shape.ts'
import { valueOf } from '../slots.ts'
import { group } from '../state.ts'

export const licenseState = group({
  /** Whether it is a provider's: the logon document leads to `/cloud` then. */
  isProvider: valueOf('world', boolean, false),
})
