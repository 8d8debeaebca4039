import type { Argument } from '../../src/control/argument.ts'
import type { ControlOperation } from '../../src/control/control-operation.ts'
import { controlOperations } from '../../src/control/control-operations.ts'
import type { Example } from '../../src/control/example.ts'
import { placeOf } from '../../src/embed/placed.ts'

type Operation = ControlOperation<never>
type Named = Readonly<Record<string, unknown>>

/** An example with the body that it sends, be it written there or the answer of another operation. */
export interface Call {
  readonly operation: Operation
  readonly body: unknown
}

/**
 * Does an operation as its example says, and before that what its example comes after.
 * @param perform does one of them. @returns what that returns.
 */
export async function doExample(operation: Operation, perform: (call: Call) => Promise<unknown>): Promise<unknown> {
  const { after = [], sends, body }: Example = operation.example
  const answers: Record<string, unknown> = {}
  for (const name of after) answers[name] = await doExample(operationCalled(name), perform)
  return perform({ operation, body: sends === undefined ? body : answers[sends] })
}

/** Throws if there is none of that name. */
function operationCalled(name: string): Operation {
  const found = controlOperations.find((each) => each.name === name)
  if (found === undefined) throw new Error(`There is no operation ${name} below /_mock.`)
  return found
}

/** Its request line below `/_mock`. */
export function requestOf({ method, path, example }: Operation): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, hole: string) => encodeURIComponent(example.path?.[hole] ?? ''))
  const query = new URLSearchParams(
    Object.entries(example.parameters ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString()
  return `${method} /_mock/${filled}${query === '' ? '' : `?${query}`}`
}

/** What its method on the handle is called with. */
function argumentsOf({ operation, body }: Call): readonly unknown[] {
  const { takes = [], example } = operation
  return takes.flatMap((argument) => {
    const { name, of }: Exclude<Argument, string> = typeof argument === 'string' ? { name: argument } : argument
    if (of === 'body') return [body]
    if (of === 'parameters') return [example.parameters]
    if (of === 'rest') return (body as Readonly<Record<string, readonly unknown[]>>)[name] ?? []
    return [{ ...(Object(body) as Named), ...example.parameters, ...example.path }[name]]
  })
}

/** Calls what a handle has where the operation says. @returns what that gives. */
export async function callOn(handle: object, call: Call): Promise<unknown> {
  const path = placeOf(call.operation).at.split('.')
  const last = path.pop() ?? ''
  const within = path.reduce((group, name) => group[name] as Named, handle as Named)
  const found = within[last]
  if (found === undefined) throw new Error(`There is no ${placeOf(call.operation).at} on the handle.`)
  return typeof found === 'function' ? ((await Reflect.apply(found, within, argumentsOf(call))) as unknown) : found
}

/** What of an answer its place on the handle gives. */
export function givenOf(operation: Operation, answer: unknown): unknown {
  const { gives, givesNothing } = placeOf(operation)
  if (givesNothing === true) return undefined
  return gives === undefined ? answer : (answer as Named)[gives]
}
