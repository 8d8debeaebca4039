import { idOf } from '../../random/ids.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import { backupServer, tapeLibrary } from '../../resources/index.ts'
import type { Seeder } from '../seeder.ts'

export const tapeSeeder: Seeder = {
  when: 'before the past',
  seed: plantTapeLibraries,
}

/** Adds a tape library to each backup server. */
function plantTapeLibraries(simulation: Simulation): void {
  for (const { id: server, Name } of tableOf(simulation, backupServer)) {
    const id = idOf(simulation.chance.seed, 'TapeLibrary', server)
    tableOf(simulation, tapeLibrary).add({
      id,
      up: { BackupServer: server },
      State: 'Idle',
      SlotsCount: simulation.chance.of(id, 'slots').pick([8, 24, 48]),
      Name: `Tape Library of ${Name}`,
    })
  }
}
