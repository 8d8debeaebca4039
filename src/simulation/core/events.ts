import type { SimulationEvent } from './event.ts'
import { lifecycles } from '../lifecycles.ts'
import { plan } from '../jobs/plan.ts'
import { backup } from '../../resources/index.ts'
import { removeWhole } from './remove.ts'
import { fillUp } from '../backups/room.ts'
import { due, retryDue, startRun } from '../jobs/start.ts'
import { wake } from '../jobs/wake.ts'
import type { Simulation } from './simulation.ts'
import { jobState } from '../jobs/job-state.ts'
import { reachState } from '../infrastructure/reach-state.ts'

/** Lets it happen. Kinds of happening are closed; every one of them tolerates that what it is about is gone or over. */
export function runEvent(simulation: Simulation, happening: SimulationEvent): void {
  if (isUnseen(simulation, happening)) return
  switch (happening.what) {
    case 'plan':
      return plan(simulation, happening.job)
    case 'due':
      return due(simulation, happening.job, happening.planned)
    case 'start':
      startRun(simulation, happening.job)
      return
    case 'wake':
      return wake(simulation, happening.job)
    case 'retry':
      return retryDue(simulation, happening)
    case 'enter':
      return lifecycles[happening.type]?.enter(simulation, happening.id)
    case 'stage':
      return lifecycles[happening.type]?.end(
        simulation,
        happening.id,
        happening.stage,
        happening.isAsked === true,
      )
    case 'expire':
      return removeWhole(simulation, backup, happening.backup)
    case 'fill':
      return fillUp(simulation, happening.repository)
    case 'offline':
      simulation.state(reachState).unreached.add(happening.server)
      return
  }
}

/** What happens on a server that is not reached does not come to EM's knowledge. */
function isUnseen(simulation: Simulation, happening: SimulationEvent): boolean {
  const { unreached } = simulation.state(reachState)
  return unreached.size > 0 && unreached.has(serverOf(simulation, happening) ?? '')
}

function serverOf(simulation: Simulation, happening: SimulationEvent): string | undefined {
  if ('job' in happening) return simulation.state(jobState).jobs.get(happening.job)?.up.BackupServer
  if ('type' in happening)
    return simulation.store.table(happening.type).get(happening.id)?.up['BackupServer']
  return undefined
}
