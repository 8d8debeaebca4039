import { minutes } from '../../clock/duration.ts'
import { writeInstant } from '../../clock/instant.ts'
import { nameOf } from '../../model/names.ts'
import { errors } from '../../model/api-error.ts'
import type { EntityOf } from '../../model/resource.ts'
import { restoreSession } from '../../resources/index.ts'
import { freshId } from '../core/fresh-id.ts'
import { refuseUnreached } from '../infrastructure/reached.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'
import { restoreState, type Restore } from './restore-state.ts'

/** A restore or failover that is to begin. */
export interface Beginning extends Restore {
  /** The machine or vApp, as people call it. */
  readonly name: string
  readonly server: string
  readonly type?: EntityOf<typeof restoreSession>['JobType']
  /** The VM restore point that its session leads to. */
  readonly from?: string
}

/** What usual restores take, in minutes. */
export const lengths = { machine: 20, files: 2, failover: 4 } as const

/** Throws a 400 ApiError if it cannot begin now: its server is not reached, or the same is being restored already. */
export function refuseBusyMachine(simulation: Simulation, { name, server, of }: Beginning): void {
  refuseUnreached(simulation, server, `of "${name}"`)
  for (const other of simulation.state(restoreState).restores.values())
    if (other.of.some((each) => of.includes(each)))
      throw errors.badRequest(`"${name}" is being restored or failed over already.`)
}

/** Begins a restore or failover. Returns the id of its session. Throws a 400 ApiError if it cannot begin now. */
export function beginRestore(simulation: Simulation, beginning: Beginning): string {
  refuseBusyMachine(simulation, beginning)
  const { name, server, type = 'RestoreVm', from, of, as, point, minutes: usual } = beginning
  const since = simulation.now()
  const id = freshId(simulation, restoreSession, server, of.join(' '), writeInstant(since))
  const named = type === 'FileLevelRestore' ? `FLR_[${name}]` : name
  tableOf(simulation, restoreSession).add({
    id,
    up: { BackupServer: server, ...(from !== undefined && { VmRestorePoint: from }) },
    JobType: type,
    CreationTimeUTC: since,
    State: 'Starting',
    Result: 'None',
    Progress: 0,
    VmDisplayName: name,
    Name: nameOf({ of: named, at: since }, { by: 'run', of: 'of', at: 'at' }, simulation.database),
  })
  simulation.state(restoreState).restores.set(id, {
    of,
    ...(as !== undefined && { as }),
    ...(point !== undefined && { point }),
    minutes: usual,
  })
  simulation.runEvent({ what: 'enter', type: restoreSession.name, id })
  return id
}

/** How long one of the three parts of the work lasts. */
export const partOf = (simulation: Simulation, id: string, part: number) =>
  minutes(
    ((simulation.state(restoreState).restores.get(id)?.minutes ?? 0) / 3) *
      simulation.chance.of(id, 'work', String(part)).number(0.5, 1.5),
  )

/** Whether all that it is taken from is still there. */
export function hasPoint(simulation: Simulation, { point }: Restore): boolean {
  return point === undefined || simulation.store.table(point.type).get(point.id) !== undefined
}
