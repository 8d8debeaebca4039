import type { Action } from '../action.ts'
import { jobActions } from './job.ts'

/** Everything that a client may have done. */
export const actions: readonly Action[] = [...jobActions]
