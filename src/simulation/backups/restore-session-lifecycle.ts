import { seconds } from '../../clock/duration.ts'
import type { EntityOf } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import { restoreSession } from '../../resources/index.ts'
import { lifecycleOf } from '../core/lifecycle.ts'
import { hasPoint, partOf } from './restores.ts'
import type { Simulation } from '../core/simulation.ts'
import { restoreState } from './restore-state.ts'

type Session = EntityOf<typeof restoreSession> & Row

/** Whether it is at work, this far at least and not so far; no two of them fit at a time. */
const isAt =
  (from: number, until: number) =>
  ({ id, State, Progress }: Session, simulation: Simulation): boolean =>
    State === 'Working' && Progress >= from && Progress < until && simulation.state(restoreState).restores.has(id)

/** How far it will have come. */
const reach =
  (least: number, most: number) =>
  (session: Session, { chance }: Simulation): Session => ({
    ...session,
    Progress: chance.of(session.id, 'progress').integer(least, most),
  })

/** Restores and failovers: starting, working in three parts, and stopped; failed if their point is gone by then. */
export const restoreSessionLifecycle = [
  lifecycleOf(restoreSession, [
    {
      when: ({ id, State }, simulation) => State === 'Starting' && simulation.state(restoreState).restores.has(id),
      lasts: ({ id }, { chance }) => seconds(chance.of(id, 'start').number(3, 25)),
      becomes: (session): Session => ({ ...session, State: 'Working' }),
    },
    {
      when: isAt(0, 1),
      lasts: ({ id }, simulation) => partOf(simulation, id, 1),
      becomes: reach(20, 45),
    },
    {
      when: isAt(1, 50),
      lasts: ({ id }, simulation) => partOf(simulation, id, 2),
      becomes: reach(55, 85),
    },
    {
      when: isAt(50, 101),
      lasts: ({ id }, simulation) => partOf(simulation, id, 3),
      becomes: (session, simulation): Session => {
        const restore = simulation.state(restoreState).restores.get(session.id)
        const isDone = restore !== undefined && hasPoint(simulation, restore)
        return {
          EndTimeUTC: simulation.now(),
          ...(isDone && restore.as !== undefined && { RestoredObjRef: restore.as }),
          ...session,
          State: 'Stopped',
          Result: isDone ? 'Success' : 'Failed',
          ...(isDone && { Progress: 100 }),
        }
      },
      then: ({ id }, simulation) => {
        simulation.state(restoreState).restores.delete(id)
      },
    },
  ]),
]
