import type { World } from './world.ts'
import { mountState } from './states/mount-state.ts'
import { taskState } from './states/task-state.ts'
import { workState } from './states/work-state.ts'

/** A logon session is over: what belonged to it goes with it, and what its tasks have not done stays undone. */
export function forgetLogon(world: World, id: string): void {
  for (const { name, ofLogon } of world.store.resources) {
    if (ofLogon !== true) continue
    const table = world.store.table(name)
    for (const row of table.under('LogonSession', id)) {
      world.state(taskState).taskOrders.delete(row.id)
      world.state(workState).pieces.delete(row.id)
      table.remove(row.id)
    }
  }
  world.state(taskState).taskCounts.delete(id)
  world.state(mountState).mountCounts.delete(id)
}
