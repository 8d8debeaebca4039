import { milliseconds } from '../clock/duration.ts'
import { readDuration, sayDuration } from '../clock/read-duration.ts'
import { errors } from '../model/api-error.ts'
import { predicateOf } from '../query/predicate.ts'
import type { KnownOperations } from './known-operations.ts'
import { journaled } from './entry.ts'
import type { Journal } from './journal.ts'
import { readThat, type That } from './verify-expectation.ts'
import { checkCount, type Check } from './verify.ts'

/** What is waited for. */
export interface WaitSetting {
  /** A filter over the journal. */
  readonly that: string
  /** How many entries; 1 if not given. */
  readonly count?: number
  /** How long at most, by the wall's clock: five minutes at the most, ten seconds if not given. */
  readonly timeout?: string
  /** Only what came after the entry of this id counts; what is there already counts too if not given. */
  readonly after?: number
}

/** What is waited for, understood. */
export interface Wait {
  readonly that: That
  readonly count: number
  readonly after: number
  /** Milliseconds. */
  readonly timeout: number
}

const LONGEST = 5 * 60_000

/** Throws a 400 ApiError for what cannot be understood, and for what no request can meet. */
export function readWait(
  { that, count = 1, timeout: asked = 'PT10S', after = 0 }: WaitSetting,
  known: KnownOperations,
): Wait {
  const length = readDuration(asked)
  const timeout = (length ?? 0) / milliseconds(1)
  if (length === undefined || timeout > LONGEST)
    throw errors.badRequest(
      `Found timeout ${JSON.stringify(asked.slice(0, 100))}; it is ${sayDuration(asked)}; five minutes at the most.`,
    )
  return { that: readThat(that, known), count, after, timeout }
}

/** What there is of what is waited for, by now. */
export const found = (journal: Journal, { that, count, after }: Wait): Check =>
  checkCount(journal, { that, least: count, most: Infinity, after })

/** Has someone told once there is enough. @returns what ends that. */
export function watchFor(journal: Journal, wait: Wait, tell: () => void): () => void {
  let missing = wait.count - found(journal, wait).found
  const meets = predicateOf(wait.that.selection, journaled)
  const end = journal.onAdd((number) => {
    if (number <= wait.after || !meets(journal.row(number)) || --missing > 0) return
    end()
    tell()
  })
  return end
}
