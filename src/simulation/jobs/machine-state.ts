import { id, object } from '../../json-schema/shape.ts'
import type { WorkObject } from './job-model.ts'
import { mapBy } from '../core/slots.ts'
import { group } from '../core/state.ts'
import { workObject } from './work-object.ts'

/** A machine that no job works on any more. It is still there, and jobs may be given it again. */
export interface SpareMachine {
  readonly server: string
  readonly object: WorkObject
}

export const machineState = group({
  /** What no job works on any more, by its reference. */
  machines: mapBy('machine', object<SpareMachine>('a machine', { server: id, object: workObject })),
})
