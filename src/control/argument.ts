import type { Properties } from '../json-schema/kinds.ts'
import type { Parameter } from '../query/parameters.ts'

/**
 * What whoever calls an operation with arguments hands over, one after the other: a hole of its path, a member of its body or
 * a parameter, by its name; or more than that.
 */
export type Argument =
  | string
  | {
      /** What it is called where it is written down. */
      readonly name: string
      /** It is the whole body, all parameters, or all arguments that are left as a list, a member of the body. */
      readonly of?: 'body' | 'parameters' | 'rest'
      /** What TypeScript calls it, where its shape does not say. */
      readonly type?: string
    }

/** Where a program finds an operation on the handle that it holds, such as `clock.advance`. */
export interface HandlePlace {
  readonly at: string
  /** The member of the answer that is given there; all of it if not given. */
  readonly gives?: string
  /** Nothing of the answer is given there. */
  readonly givesNothing?: true
  /** What TypeScript calls what is given there, where the shape does not say. */
  readonly type?: string
  /** It gives a promise. */
  readonly isPromise?: true
  /** What is handed over and given is copied: the world goes on holding its own. */
  readonly isCopied?: true
  /** What stands there is another operation that does the same, or written by hand. */
  readonly isElsewhere?: true
}

/** What an operation is called with: the parts of a request. */
export interface Called {
  readonly path: Readonly<Record<string, string>>
  readonly parameters: readonly Parameter[]
  /** Undefined if nothing of it was handed over. */
  readonly body: unknown
}

/** An operation, as far as it says how it is called. */
export interface Callable {
  readonly path: string
  readonly takes?: readonly Argument[]
  readonly parameters?: Properties
}

/** The names of the holes of a path, in their order. */
export const holesOf = (path: string): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, hole = '']) => hole)

/** What arguments make of a request, in the order in which the operation takes them. What is undefined is left out. */
export function calledWith(operation: Callable, given: readonly unknown[]): Called {
  const path: Record<string, string> = {}
  const parameters: Parameter[] = []
  let body: unknown
  const say = (name: string, value: unknown) => {
    body = { ...(body as object | undefined), ...(value !== undefined && { [name]: value }) }
  }
  const holes = holesOf(operation.path)
  for (const [n, argument] of (operation.takes ?? []).entries()) {
    const { name, of }: Exclude<Argument, string> = typeof argument === 'string' ? { name: argument } : argument
    const value = given[n]
    if (of === 'rest') say(name, given.length > n ? given.slice(n) : undefined)
    else if (of === 'body') body = value
    else if (of === 'parameters') parameters.push(...parametersOf(value))
    else if (holes.includes(name)) path[name] = textOf(value)
    else if (name in (operation.parameters ?? {})) parameters.push(...parametersOf({ [name]: value }))
    else say(name, value)
  }
  return { path, parameters, body }
}

/** What an object says as a query string would: a list is a parameter that is repeated. */
const parametersOf = (given: unknown): readonly Parameter[] =>
  Object.entries(Object(given) as Readonly<Record<string, unknown>>).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((each) => each !== undefined)
      .map((each) => ({ name, value: textOf(each) })),
  )

const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
