import { anything, enumeration, object, optional, string } from '../json-schema/shape.ts'
import * as clock from './clock-operations.ts'
import { control, type ControlOperation } from './control-operation.ts'
import * as documents from './document-operations.ts'
import * as entities from './entity-operations.ts'
import * as faults from './fault-operations.ts'
import * as journal from './journal-operations.ts'
import * as state from './state-operations.ts'
import * as worlds from './world-operations.ts'
import type { Controlled } from '../openapi/describe-control.ts'
import type { OpenApiSchema } from '../openapi/schema-of.ts'

const health = control({
  method: 'GET',
  path: 'health',
  name: 'health',
  description: 'Tells that the server is well.',
  handle: 'health',
  example: {},
  answer: object('how it is', { status: enumeration('ok') }),
  isOpen: true,
  ofServer: true,
  run: () => ({ status: 'ok' }) as const,
})

const stop = control({
  method: 'POST',
  path: 'stop',
  name: 'stop',
  description: 'Ends the server, once what is in flight is answered.',
  handle: { at: 'close', givesNothing: true, isElsewhere: true },
  example: {},
  answer: object('how it is', { status: enumeration('stopping') }),
  ofServer: true,
  run: ({ worlds }) => {
    worlds.onStop?.()
    return { status: 'stopping' } as const
  },
})

const readControl = control({
  method: 'GET',
  path: 'control.json',
  name: 'readControl',
  description: 'The OpenAPI document of these operations.',
  handle: { at: 'documents.control', isPromise: true },
  example: {},
  answer: anything('an OpenAPI 3.1 document'),
  ofServer: true,
  run: ({ worlds }) => controlDocument(worlds.version),
})

/** Everything that only a mock is asked, but for the events, which have no end. */
export const controlOperations: readonly ControlOperation<never>[] = [
  health,
  stop,
  readControl,
  ...[clock, state, entities, faults, journal, documents, worlds].flatMap((each) =>
    Object.values(each as Readonly<Record<string, unknown>>).filter(isOperation),
  ),
]

function isOperation(value: unknown): value is ControlOperation<never> {
  return typeof value === 'object' && value !== null && 'run' in value
}

/** The events, as they are described: a server sends them for as long as somebody listens. */
const events = {
  method: 'GET',
  path: 'events',
  name: 'listen',
  description:
    'Tells what happens in a world while it happens, as server-sent events: request, state, clock. Whoever was cut off comes back with Last-Event-ID, and is told what came since, or that some of it was missed.',
  parameters: {
    token: optional(string('the token, for pages: their EventSource sends no headers')),
  },
  answer: { mediaType: 'text/event-stream' },
} as const

/** All that is asked below `/_mock`. */
export const allControl: readonly Controlled[] = [...controlOperations, events]

/** The OpenAPI 3.1 document of all of it. @param version of this program. */
export async function controlDocument(version: string): Promise<OpenApiSchema> {
  const { describeControl } = await import('../openapi/describe-control.ts')
  return describeControl(allControl, version)
}
