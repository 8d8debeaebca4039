import type { Resource } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import type { Table } from '../../store/table.ts'
import { forgetRow } from './forget-row.ts'
import type { Simulation } from './simulation.ts'

/** Roles that a row can be without: what it was about, what came of it, whose it is for a while. To all else it belongs. */
const loose: Readonly<Record<string, readonly string[]>> = {
  BackupJobSession: ['Job', 'AgentBackupJob', 'NasJob'],
  BackupTaskSession: ['VmRestorePoint', 'AgentRestorePoint'],
  ReplicaJobSession: ['Job'],
  ReplicaTaskSession: ['VmReplicaPoint'],
  RestoreSession: ['VmRestorePoint'],
  CloudFailoverSession: ['CloudFailoverPlan'],
  CloudGateway: ['CloudGatewayPool'],
  CloudPublicIpAddress: ['CloudTenant'],
  Task: ['FileRestore', 'CloudGatewayPoolList', 'CloudPublicIpAddressList'],
}

interface Below {
  readonly table: Table
  readonly role: string
  readonly isLoose: boolean
}

/**
 * Removes a row with everything that belongs to it, as the register's roles say, and what the world knows of that beside
 * the rows: runs end unseen, chains are forgotten, files give back their room. What merely mentions something of it does
 * so no longer. Nothing happens if the row is not there.
 */
export function removeWhole(simulation: Simulation, { name }: Resource, id: string): void {
  const below = belowEach(simulation)
  const seen = new Set<string>()
  const remove = (type: string, id: string): void => {
    const table = simulation.store.table(type)
    const row = table.get(id)
    if (row === undefined || seen.has(`${type} ${row.id}`)) return
    // Some belong to one another.
    seen.add(`${type} ${row.id}`)
    for (const { table: its, role, isLoose } of below.get(type) ?? [])
      for (const child of its.under(role, id))
        if (isLoose) detach(its, child, role)
        else remove(its.resource.name, child.id)
    forgetRow(simulation, type, row.id)
    if (table.get(id) !== undefined) table.remove(id)
  }
  remove(name, id)
}

/** By type, what may be below it; what is found inside other rows goes with them. */
function belowEach({ store }: Simulation): ReadonlyMap<string, readonly Below[]> {
  const below = new Map<string, Below[]>()
  for (const { name, up, inside } of store.resources) {
    if (inside !== undefined) continue
    for (const [role, type] of Object.entries(up)) {
      const isLoose = loose[name]?.includes(role) === true
      below.set(type, [...(below.get(type) ?? []), { table: store.table(name), role, isLoose }])
    }
  }
  return below
}

function detach(table: Table, row: Row, role: string): void {
  const current = table.get(row.id)
  if (current === undefined) return
  const { [role]: gone, ...up } = current.up
  void gone
  table.replace({ ...current, up })
}
