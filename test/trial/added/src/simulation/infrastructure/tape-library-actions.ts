import { errors } from '../../model/api-error.ts'
import { tapeInventorySpec } from '../../resources/infrastructure/tape-inventory-spec.ts'
import { tapeLibrary } from '../../resources/index.ts'
import { action, type Action } from '../core/action.ts'
import { tableOf } from '../core/table-of.ts'

/** What is done with tape libraries. */
export const tapeLibraryActions: readonly Action[] = [
  action({
    method: 'POST',
    path: '/tapeLibraries/{TapeLibrary}',
    action: 'inventory',
    task: 'StartTapeInventory',
    body: { name: 'TapeInventorySpec', shape: tapeInventorySpec() },
    check({ row }) {
      const { Name, State } = row(tapeLibrary)
      if (State !== 'Idle') throw errors.badRequest(`Tape library "${Name}" is ${State}; expected it to be Idle.`)
    },
    act({ simulation, row, body: { IsQuick = false } }) {
      const library = row(tapeLibrary)
      tableOf(simulation, tapeLibrary).replace({ ...library, State: 'Inventory', IsQuick })
      simulation.runEvent({ what: 'enter', type: tapeLibrary.name, id: library.id })
      return {}
    },
  }),
]
