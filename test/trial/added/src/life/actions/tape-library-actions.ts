import { refuse } from '../../model/refusal.ts'
import { tapeInventorySpec } from '../../resources/bodies/tape-inventory-spec.ts'
import { tapeLibrary } from '../../resources/index.ts'
import { action, type Action } from '../action.ts'
import { tableOf } from '../table-of.ts'

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
      if (State !== 'Idle')
        throw refuse.badRequest(`Tape library "${Name}" is ${State}; expected it to be Idle.`)
    },
    act({ world, row, body: { IsQuick = false } }) {
      const library = row(tapeLibrary)
      tableOf(world, tapeLibrary).replace({ ...library, State: 'Inventory', IsQuick })
      world.happen({ what: 'enter', type: tapeLibrary.name, id: library.id })
      return {}
    },
  }),
]
