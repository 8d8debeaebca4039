// Module control: the mock's own operations, free of HTTP: one table for routes, handle, commands and OpenAPI.
import type * as asking from './asking.ts'
import { workOf, type Sliced } from '../clock/sliced.ts'
import { readAs } from '../json-schema/read-as.ts'
import type { Properties, JsonShape } from '../json-schema/kinds.ts'
import type { ShapeOf } from '../json-schema/shape-of.ts'
import type { Argument, HandlePlace } from './argument.ts'
import type { Example, ExampleOf } from './example.ts'
import type { World } from '../worlds/world.ts'
import type { Worlds } from '../worlds/worlds.ts'
import type { Parameter } from '../query/parameters.ts'

/** What only a mock is asked. */
export interface ControlCall<Body = unknown> {
  /** The world that it is about, and all of them. */
  readonly world: World
  readonly worlds: Worlds
  /** Of the shape that the operation says. */
  readonly body: Body
  readonly parameters: readonly Parameter[]
  /** What stands in the holes of the path, by name. */
  readonly path: Readonly<Record<string, string>>
  /** What stands before paths where it was asked, such as `http://localhost:9399`. */
  readonly base: string
  /** Aborted when whoever asks waits no longer. */
  readonly gone?: AbortSignal
}

/** The language of filters, and what is written in it. */
export type Asking = typeof asking

/**
 * Something that only a mock is asked, said once: the routes, the handle that a program holds and its type, and the
 * OpenAPI document are derived from it.
 */
export interface ControlOperation<Body = unknown, Answer = unknown> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/_mock/`, with holes: `snapshots/{name}`. */
  readonly path: string
  /** What it does, as one word: `takeSnapshot`. */
  readonly name: string
  /** What it does, in a sentence. */
  readonly description: string
  /** Where it is on the handle that a program holds: of a world, or of the server if it is about that. */
  readonly handle: string | HandlePlace
  /** What it is called with there, in order. */
  readonly takes?: readonly Argument[]
  /** What may stand in the holes of its path, where that is not any text. */
  readonly holes?: Properties
  /** What its body is; it has none if not given. */
  readonly body?: JsonShape
  /** Its body may be left out. */
  readonly isOptional?: true
  /** It reads the text of its body itself, to say where that is wrong: `body` is the text then, in pieces. */
  readonly isText?: true
  /** Bytes that its body may have, if it is not one of the small ones. */
  readonly bodyLimit?: number
  /** What its query string may say. */
  readonly parameters?: Properties
  /** How it is called. */
  readonly example: Example
  /** What is answered: JSON of a shape, or something else of that media type. */
  readonly answer: JsonShape | { readonly mediaType: string }
  /** Whose answer has another status than 200 over HTTP, though it is an answer of the same shape. */
  readonly unmet?: Unmet<Answer>
  /** It is about the server rather than one world, and waits for none. */
  readonly ofServer?: true
  /** Whoever may reach the server may ask it. */
  readonly isOpen?: true
  /** It makes something that stays, for which there has to be room in memory. */
  readonly grows?: true
  /** It asks in the language of filters, which is loaded for it; others are handed none. */
  readonly asks?: true
  /** Throws ApiErrors: 400 for what cannot be understood, 404 for what is not there. Nothing has changed then. What may take long is work in slices. */
  readonly run: (call: ControlCall<Body>, language: Asking) => Answer | Sliced<Answer>
}

/** An answer that is not as whoever asks expects it. */
interface Unmet<Answer> {
  readonly status: number
  /** What it says, in a sentence. */
  readonly description: string
  /** Whether an answer is one. Throws a 400 ApiError for parameters that cannot be understood. */
  is(answer: Answer, parameters: readonly Parameter[]): boolean
}

/** Its shapes say what `run` is handed, what it is to return, and what its example says. */
interface Shaped<Body, Told, Answer, Path extends string, Asked extends Properties> extends ControlOperation<
  Body,
  Answer
> {
  readonly path: Path
  readonly body?: ShapeOf<Body>
  readonly parameters?: Asked
  readonly example: ExampleOf<NoInfer<Path>, NoInfer<Body>, NoInfer<Asked>>
  readonly answer: ShapeOf<Told> | { readonly mediaType: string }
}

/** Says what an operation is. */
export const control = <
  Body,
  Told,
  Answer extends Told | Promise<Told>,
  Path extends string,
  Asked extends Properties = Record<never, never>,
>(
  operation: Shaped<Body, Told, Answer, Path, Asked>,
): ControlOperation<Body, Answer> => operation

const nothing: JsonShape = { kind: 'object', properties: {}, description: 'what needs no body' }

/** What an operation does that looks at its world, once all that is due there has happened. */
export const caughtUp = <Body, Answer>(run: (call: ControlCall<Body>, language: Asking) => Answer) =>
  function* (call: ControlCall<Body>, language: Asking): Sliced<Answer> {
    yield* call.world.simulation.catchingUp()
    return run(call, language)
  }

/**
 * Does an operation once its body is what it is to be. Throws a 400 ApiError if it is not, 507 if it grows and there is no
 * room, and what the operation throws.
 * @param language the language of filters, where the operation asks in it.
 */
export function* doControl<Body, Answer>(
  operation: ControlOperation<Body, Answer>,
  language: Asking | undefined,
  call: ControlCall,
): Sliced<Answer> {
  const { method, path, body: shape = nothing, isText, isOptional, grows, run } = operation
  const { memoryGuard } = call.world
  const isLeftOut = call.body === undefined && (isOptional === true || shape === nothing)
  const body = isText === true ? call.body : readAs(isLeftOut ? {} : call.body, shape, 'body')
  if (grows === true) memoryGuard.afford(call.world, `${method} /_mock/${path}`)
  else if (method !== 'GET') memoryGuard.freed()
  return yield* workOf(() => run({ ...call, body: body as Body }, language as Asking))
}
