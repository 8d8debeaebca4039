import { errors } from '../model/api-error.ts'
import { predicateOf } from '../query/predicate.ts'
import type { Selection } from '../query/selection.ts'
import { refuseImpossible, testsIn, type KnownOperations } from '../journal/known-operations.ts'
import { readEffect, type EffectRule } from './effect.ts'
import type { Fault } from './faults.ts'
import { readFilter } from '../query/read-filter.ts'
import { request } from '../journal/request.ts'

/** A fault rule as programs write it: the same as JSON has it. */
export interface FaultRule {
  /** By which it is told, put in another's place and removed; given one if it has none. */
  readonly name?: string
  /** Which requests, in the filter language: `Operation==JobStart;User==administrator`. All of them if not given. */
  readonly when?: string
  /** A status of an error, or one of the ways to break an answer, and how long it takes: milliseconds, or `PT2S`. */
  readonly effect: EffectRule
  /** So many that match pass first. */
  readonly skip?: number
  /** How often it happens; always if not given. */
  readonly times?: number
  /** Of each time; 1 if not given. */
  readonly probability?: number
}

export type NamedRule = FaultRule & { readonly name: string }

/** What is not known of a request before it is answered. */
const later = ['status', 'fault']

/**
 * Reads a fault rule of the right shape (`fault-shape.ts`). Throws a 400 ApiError for one that can never match, or whose
 * effect is none.
 */
export function readFault(rule: NamedRule, known: KnownOperations): Fault {
  const { name, when = '', effect, skip = 0, times, probability } = rule
  const selection = when.trim() === '' ? undefined : readFilter(when, request)
  if (selection !== undefined) {
    refuseLater(selection)
    refuseImpossible(selection, known, 'so this would never happen')
  }
  return {
    name,
    when,
    effect: readEffect(effect),
    skip,
    times,
    probability,
    meets: selection === undefined ? () => true : predicateOf(selection, request),
  }
}

function refuseLater(selection: Selection): void {
  const found = testsIn(selection).find(({ member }) => later.includes(member))
  if (found !== undefined)
    throw errors.badRequest(
      `Found ${found.member}, which is not known before a request is answered; a fault happens before.`,
    )
}
