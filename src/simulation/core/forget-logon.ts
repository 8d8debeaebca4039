import type { Simulation } from './simulation.ts'

/** A logon session is over: what belonged to it goes with it, and what its tasks have not done stays undone. */
export function forgetLogon(simulation: Simulation, id: string): void {
  for (const { name, ofLogon } of simulation.store.resources) {
    if (ofLogon !== true) continue
    const table = simulation.store.table(name)
    for (const row of table.under('LogonSession', id)) {
      simulation.states.forget('task', row.id)
      table.remove(row.id)
    }
  }
  simulation.states.forget('logon session', id)
}
