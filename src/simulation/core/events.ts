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

/** Lets it happen. Kinds of event are closed; every one of them tolerates that what it is about is gone or over. */
export function runEvent(simulation: Simulation, event: SimulationEvent): void {
  if (isUnseen(simulation, event)) return
  switch (event.what) {
    case 'plan':
      return plan(simulation, event.job)
    case 'due':
      return due(simulation, event.job, event.planned)
    case 'start':
      startRun(simulation, event.job)
      return
    case 'wake':
      return wake(simulation, event.job)
    case 'retry':
      return retryDue(simulation, event)
    case 'enter':
      return lifecycles[event.type]?.enter(simulation, event.id)
    case 'stage':
      return lifecycles[event.type]?.end(simulation, event.id, event.stage, event.isAsked === true)
    case 'expire':
      return removeWhole(simulation, backup, event.backup)
    case 'fill':
      return fillUp(simulation, event.repository)
    case 'offline':
      simulation.state(reachState).unreached.add(event.server)
      return
  }
}

/** What happens on a server that is not reached does not come to EM's knowledge. */
function isUnseen(simulation: Simulation, event: SimulationEvent): boolean {
  const { unreached } = simulation.state(reachState)
  return unreached.size > 0 && unreached.has(serverOf(simulation, event) ?? '')
}

function serverOf(simulation: Simulation, event: SimulationEvent): string | undefined {
  if ('job' in event) return simulation.state(jobState).jobs.get(event.job)?.up.BackupServer
  if ('type' in event) return simulation.store.table(event.type).get(event.id)?.up['BackupServer']
  return undefined
}
