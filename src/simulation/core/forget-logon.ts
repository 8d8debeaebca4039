import type { World } from './simulation.ts'

/** A logon session is over: what belonged to it goes with it, and what its tasks have not done stays undone. */
export function forgetLogon(world: World, id: string): void {
  for (const { name, ofLogon } of world.store.resources) {
    if (ofLogon !== true) continue
    const table = world.store.table(name)
    for (const row of table.under('LogonSession', id)) {
      world.states.forget('task', row.id)
      table.remove(row.id)
    }
  }
  world.states.forget('logon session', id)
}
