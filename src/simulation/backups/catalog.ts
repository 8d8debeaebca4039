import { nameKey } from '../../model/names.ts'
import { catalogVm, catalogVmRestorePoint } from '../../resources/index.ts'
import type { Kept, LivingJob } from '../jobs/job-model.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'

/** So many machines have their files indexed. */
const INDEXED = 0.35

/** Adds a machine's point to the catalog, if its files are indexed; what copies of it hold is there already. */
export function keepInCatalog(
  simulation: Simulation,
  { kind, platform, up: { BackupServer } }: LivingJob,
  id: string,
  { object: { name: Name }, since }: Kept,
): void {
  // Nothing of vCloud has a catalog (documented).
  if (kind !== 'Backup' || platform === 'vCloud') return
  if (!simulation.chance.of('indexed', BackupServer, Name).chance(INDEXED)) return
  const machines = tableOf(simulation, catalogVm)
  const key = nameKey(Name)
  if (machines.get(key) === undefined) machines.add({ id: key, up: {}, VmDisplayName: Name, Name })
  // As the real server does: a point has the same id in the catalog (documented).
  const up = { CatalogVm: key, VmRestorePoint: id }
  tableOf(simulation, catalogVmRestorePoint).add({ id, up, BackupDateUTC: since, Name })
}

/** Takes a machine's point out of the catalog, and the machine with the last of them. */
export function dropFromCatalog(simulation: Simulation, id: string): void {
  const points = tableOf(simulation, catalogVmRestorePoint)
  const machine = points.get(id)?.up.CatalogVm
  if (machine === undefined) return
  points.remove(id)
  if (points.positionsUnder('CatalogVm', machine).length === 0) tableOf(simulation, catalogVm).remove(machine)
}
