import { idOf } from '../../random/ids.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { World } from '../../simulation/core/simulation.ts'
import { backupServer, tapeLibrary } from '../../resources/index.ts'
import type { Seeder } from '../seeder.ts'

export const tapeSeeder: Seeder = {
  when: 'before the past',
  seed: plantTapeLibraries,
}

/** Adds a tape library to each backup server. */
function plantTapeLibraries(world: World): void {
  for (const { id: server, Name } of tableOf(world, backupServer)) {
    const id = idOf(world.chance.seed, 'TapeLibrary', server)
    tableOf(world, tapeLibrary).add({
      id,
      up: { BackupServer: server },
      State: 'Idle',
      SlotsCount: world.chance.of(id, 'slots').pick([8, 24, 48]),
      Name: `Tape Library of ${Name}`,
    })
  }
}
