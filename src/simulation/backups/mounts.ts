import type { Guest } from '../../guest-files/tree.ts'
import { folderAt, isLinux, writtenPath } from '../../guest-files/tree.ts'
import type { Row } from '../../model/shape.ts'
import { agentRestorePointMount, vmReplicaPointMount, vmRestorePointMount } from '../../resources/index.ts'
import type { MountRow } from '../../resources/backups/mount-shape.ts'
import { guestIn } from './guest-in.ts'
import { freshId } from '../core/fresh-id.ts'
import type { Simulation } from '../core/simulation.ts'
import { mountState } from './mount-state.ts'

/** The mounts there are: a type for each type of point. */
export const mountTypes = [
  vmRestorePointMount, vmReplicaPointMount, agentRestorePointMount,
] as const // prettier-ignore

export type MountType = (typeof mountTypes)[number]

/** The type of point that is mounted, which is also the mount's role for it. */
export const pointTypeOf = ({ name }: MountType): string => name.replace(/Mount$/, '')

export const mountsOf = (simulation: Simulation, { name }: MountType) => simulation.store.table<MountRow>(name)

interface Mounting {
  readonly type: MountType
  readonly logon: string
  readonly point: Row
  readonly machine: string
  readonly at: number
  readonly os: 'Windows' | 'Linux'
}

/** Mounts a point once more, for a logon session. Mounts are numbered from 1 there, no number is given twice. */
export function addMount(simulation: Simulation, { type, logon, point, machine, at, os }: Mounting): MountRow {
  const number = (simulation.state(mountState).mountCounts.get(logon) ?? 0) + 1
  simulation.state(mountState).mountCounts.set(logon, number)
  const Number = String(number)
  const root = rootOf(type, point.id, Number)
  const guest = guestOf(simulation, { Machine: machine, MachineTime: at, OsKind: os })
  const row = {
    id: freshId(simulation, type, logon, Number),
    up: { LogonSession: logon, [pointTypeOf(type)]: point.id },
    FSRoots: (folderAt(guest, [])?.folders ?? []).map((name) => ({
      Path: `${isLinux(guest) ? '/' : ''}${name}`,
      Name: name,
      Href: `${root}/${writtenPath([name])}`,
      Type: 'DirectoryEntry',
    })),
    Number,
    Name: `${point.id}@${Number}`,
    OsKind: os,
    Machine: machine,
    MachineTime: at,
  }
  mountsOf(simulation, type).add(row)
  return row
}

/** Where the files of a mount are, below `/api`. */
const rootOf = ({ path }: MountType, point: string, number: string): string =>
  `/${path.replace(/\{\w+\}/, point)}/${number}`

export const rootOfMount = (type: MountType, { up, Number }: MountRow): string =>
  rootOf(type, up[pointTypeOf(type)] ?? '', Number)

/** The machine whose files a mount shows. */
export const guestOf = (
  simulation: Simulation,
  { Machine, MachineTime, OsKind }: Pick<MountRow, 'Machine' | 'MachineTime' | 'OsKind'>,
): Guest => guestIn(simulation, { machine: Machine, at: MachineTime, os: OsKind })

/** A point is gone: what was mounted of it, by anybody, goes with it. */
export function dropMounts(simulation: Simulation, point: string): void {
  for (const type of mountTypes) {
    const mounts = mountsOf(simulation, type)
    if (mounts.size === 0) continue
    for (const { id } of mounts.under(pointTypeOf(type), point)) mounts.remove(id)
  }
}
