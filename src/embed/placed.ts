// The operations below `/_mock` as methods: what a handle is made of.
import { calledWith, type Called, type HandlePlace } from '../control/argument.ts'
import type { ControlOperation } from '../control/control-operation.ts'
import { PlainText } from '../control/plain-text.ts'

type Operation = ControlOperation<never>

/** The place of an operation, whole. */
export const placeOf = ({ handle }: Pick<Operation, 'handle'>): HandlePlace =>
  typeof handle === 'string' ? { at: handle } : handle

/**
 * Puts a method for each operation where its place is: `clock.advance` is in an object `clock` then.
 * @param perform does an operation, and throws or returns what that does.
 */
export function placeAll(
  handle: object,
  operations: readonly Operation[],
  perform: (operation: Operation, called: Called) => unknown,
): void {
  for (const operation of operations) {
    const place = placeOf(operation)
    if (place.isElsewhere === true) continue
    const path = place.at.split('.')
    const last = path.pop() ?? ''
    const group = path.reduce(
      (within, name) => (within[name] ??= {}) as Record<string, unknown>,
      handle as Record<string, unknown>,
    )
    group[last] = methodOf(operation, place, perform)
  }
}

function methodOf(
  operation: Operation,
  { gives, isPromise, isCopied }: HandlePlace,
  perform: (operation: Operation, called: Called) => unknown,
) {
  const copy = <T>(value: T): T => (isCopied === true ? structuredClone(value) : value)
  const told = (answer: unknown): unknown =>
    answer instanceof PlainText
      ? answer.text
      : copy(gives === undefined ? answer : (answer as Readonly<Record<string, unknown>>)[gives])
  const call = (given: readonly unknown[]) => perform(operation, calledWith(operation, copy(given)))
  return isPromise === true
    ? async (...given: readonly unknown[]) => told(await call(given))
    : (...given: readonly unknown[]) => told(call(given))
}
