import { members, word } from '../json/shape.ts'
import * as clock from './clock-operations.ts'
import { control, type ControlOperation } from './control-operation.ts'
import * as documents from './document-operations.ts'
import * as entities from './entity-operations.ts'
import * as faults from './fault-operations.ts'
import * as journal from './journal-operations.ts'
import * as state from './state-operations.ts'

const health = control({
  method: 'GET',
  path: 'health',
  name: 'health',
  says: 'Tells that the server is well.',
  answer: members<{ status: string }>('how it is', { status: word('ok') }),
  isOpen: true,
  run: () => ({ status: 'ok' }),
})

/** Everything that only a mock is asked, but for the events, which have no end. */
export const controlOperations: readonly ControlOperation<never>[] = [
  health,
  ...[clock, state, entities, faults, journal, documents].flatMap((each) =>
    Object.values(each as Readonly<Record<string, unknown>>).filter(isOperation),
  ),
]

function isOperation(value: unknown): value is ControlOperation<never> {
  return typeof value === 'object' && value !== null && 'run' in value
}
