import type { Happening } from './event.ts'
import { lifecycles } from '../lifecycles.ts'
import { plan } from '../jobs/plan.ts'
import { backup } from '../../resources/index.ts'
import { removeWhole } from './remove.ts'
import { fillUp } from '../backups/room.ts'
import { due, retryDue, startRun } from '../jobs/start.ts'
import { wake } from '../jobs/wake.ts'
import type { World } from './simulation.ts'
import { jobState } from '../jobs/job-state.ts'
import { reachState } from '../infrastructure/reach-state.ts'

/** Lets it happen. Kinds of happening are closed; every one of them tolerates that what it is about is gone or over. */
export function happen(world: World, happening: Happening): void {
  if (isUnseen(world, happening)) return
  switch (happening.what) {
    case 'plan':
      return plan(world, happening.job)
    case 'due':
      return due(world, happening.job, happening.planned)
    case 'start':
      startRun(world, happening.job)
      return
    case 'wake':
      return wake(world, happening.job)
    case 'retry':
      return retryDue(world, happening)
    case 'enter':
      return lifecycles[happening.type]?.enter(world, happening.id)
    case 'stage':
      return lifecycles[happening.type]?.end(
        world,
        happening.id,
        happening.stage,
        happening.isAsked === true,
      )
    case 'expire':
      return removeWhole(world, backup, happening.backup)
    case 'fill':
      return fillUp(world, happening.repository)
    case 'offline':
      world.state(reachState).unreached.add(happening.server)
      return
  }
}

/** What happens on a server that is not reached does not come to EM's knowledge. */
function isUnseen(world: World, happening: Happening): boolean {
  const { unreached } = world.state(reachState)
  return unreached.size > 0 && unreached.has(serverOf(world, happening) ?? '')
}

function serverOf(world: World, happening: Happening): string | undefined {
  if ('job' in happening) return world.state(jobState).jobs.get(happening.job)?.up.BackupServer
  if ('type' in happening)
    return world.store.table(happening.type).get(happening.id)?.up['BackupServer']
  return undefined
}
