import { nearest } from '../words/nearest.ts'
import { refuse } from '../model/refusal.ts'
import { didYouMean } from '../words/did-you-mean.ts'
import { predicateOf } from '../query/predicate.ts'
import type { Selection, Test } from '../query/selection.ts'
import { readEffect, type EffectRule } from './effect.ts'
import type { Fault } from './faults.ts'
import { readFilter } from './read-filter.ts'
import { request } from './request.ts'

/** What can be asked of EM, so that a rule that can never match is found out. */
export interface Askable {
  readonly operations: readonly { readonly name: string; readonly method: string }[]
  readonly routes: readonly string[]
}

/** A fault rule as programs write it: the same as JSON has it. */
export interface FaultRule {
  readonly name: string
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

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']
/** What is not known of a request before it is answered. */
const later = ['status', 'fault']

/**
 * Reads a fault rule of the right shape (`fault-shape.ts`). Throws a 400 refusal for one that can never match, or whose
 * effect is none.
 */
export function readFault(rule: FaultRule, askable: Askable): Fault {
  const { name, when = '', effect, skip = 0, times, probability } = rule
  const selection = when.trim() === '' ? undefined : readFilter(when, request)
  if (selection !== undefined) refuseImpossible(selection, askable)
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

function refuseImpossible(selection: Selection, askable: Askable): void {
  const names = askable.operations.map(({ name }) => name)
  for (const { member, operator, key } of testsIn(selection)) {
    if (later.includes(member))
      throw refuse.badRequest(
        `Found ${member}, which is not known before a request is answered; a fault happens before.`,
      )
    if (operator !== '==') continue
    const known = { operation: names, route: askable.routes, method: methods }[member]
    if (known === undefined || known.some((each) => each.toLowerCase() === key)) continue
    const near = nearest(String(key), known)
    throw refuse.badRequest(
      `There is no ${member} "${String(key).slice(0, 100)}", so this would never happen.${didYouMean(near)} ${member === 'method' ? `There are ${methods.join(', ')}.` : 'mock-em routes lists them.'}`,
    )
  }
  refuseContradiction(selection, askable)
}

/** Where all must hold, one thing cannot be two, nor an operation have another's method. */
function refuseContradiction(selection: Selection, { operations }: Askable): void {
  if (selection.kind === 'test') return
  for (const part of selection.of) refuseContradiction(part, { operations, routes: [] })
  if (selection.kind === 'any') return
  const equal = new Map<string, unknown>()
  for (const part of selection.of) {
    const test = part.kind === 'test' ? plain(part) : undefined
    if (test?.operator !== '==') continue
    const { member, key } = test
    if (equal.has(member) && equal.get(member) !== key)
      throw refuse.badRequest(
        `${member} cannot be "${String(equal.get(member))}" and "${String(key)}" at once, so this would never happen. A comma between the two means either.`,
      )
    equal.set(member, key)
  }
  const method = equal.get('method')
  const named = operations.filter(({ name }) => name.toLowerCase() === equal.get('operation'))
  const fits = (own: string) => own.toLowerCase() === method || (own === 'GET' && method === 'head')
  if (method === undefined || named.length === 0 || named.some((each) => fits(each.method))) return
  throw refuse.badRequest(
    `${named[0]?.name ?? ''} is asked for with ${named.map((each) => each.method).join(', ')}, so this would never happen.`,
  )
}

function testsIn(selection: Selection): readonly ReturnType<typeof plain>[] {
  return selection.kind === 'test' ? [plain(selection)] : selection.of.flatMap(testsIn)
}

const plain = ({ source, operator, key }: Test) => ({
  member: source.of === 'member' ? source.member : source.of,
  operator,
  key,
})
