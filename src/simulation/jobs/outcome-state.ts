import type { Instant } from '../../clock/instant.ts'
import {
  array,
  enumeration,
  instant,
  integer,
  name,
  number,
  object,
  optional,
  string,
} from '../../json-schema/shape.ts'
import { results, type JobKind, type ForcedOutcome, type Result } from './job-model.ts'
import { givenValue, mapBy } from '../core/slots.ts'
import { group } from '../core/state.ts'

/** How a job, or one object of it, fares for a while, whatever its habit is. */
export interface FixedOutcome {
  readonly object?: string
  readonly from: Instant
  readonly until: Instant
  readonly result: Result
  readonly reason?: string
  /** How many attempts of one run it lasts; the retry after that fares as usual. */
  readonly attempts: number
}

/** What is not left to chance: the repository is full, or there is nothing new to copy. */
export type Cause = 'full' | 'nothing new'

/** A sentence that a failure or warning is told in, with gaps such as `<vm>`. */
export interface Failure {
  readonly result: 'Warning' | 'Failed'
  readonly weight: number
  readonly text: string
  /** The kinds of job that say it; all if not given. */
  readonly of?: readonly JobKind[]
  /** What it is told of alone; how a habit fares if not given. */
  readonly cause?: Cause
}

const result = enumeration(...results)

export const order = object<ForcedOutcome>('an order', {
  object: optional(name),
  result,
  reason: optional(string()),
  times: integer(1),
})

const fixedOutcome = object<FixedOutcome>('an outcome', {
  object: optional(name),
  from: instant,
  until: instant,
  result,
  reason: optional(string()),
  attempts: number(0),
})

export const outcomeState = group({
  /** The first that fits counts. */
  fixedOutcomes: mapBy('job', array(fixedOutcome)),
  /** The first is for its next run. */
  orders: mapBy('job', array(order)),
  failures: givenValue<readonly Failure[]>([]),
})
