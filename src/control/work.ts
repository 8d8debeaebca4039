import type { Sliced } from '../clock/sliced.ts'
import { ClockControl, type ClockChange, type ClockOwner } from '../simulation/core/clock-control.ts'
import { setProgression } from '../simulation/core/set-progression.ts'
import { move, progressionOf } from '../simulation/core/progress.ts'
import type { Simulation } from '../simulation/core/simulation.ts'
import { errors } from '../model/api-error.ts'
import { jobCalled } from './job-called.ts'
import { workState, type Progression } from '../simulation/core/work-state.ts'
import { jobState } from '../simulation/jobs/job-state.ts'

export const ways = ['time', 'instant', 'reads', 'manual'] as const

/** A way to move. */
interface Way {
  readonly moves: Progression['moves']
  /** With `reads`: how many looks at a task or session move it one stage; 1 if not given. */
  readonly reads?: number | undefined
}

/** How work is to move. */
export interface WorkSetting extends Way {
  /** The name or the id of a job; all that have no way of their own if not given. */
  readonly job?: string | undefined
}

/** How the work of a job moves that has a way of its own. */
interface JobWork extends Way {
  readonly job: string
  readonly name: string
}

/** How work moves: all of it, and that of jobs that have a way of their own. */
export interface WorkState extends Way {
  readonly jobs: readonly JobWork[]
  /** How many tasks and sessions wait to be moved on. */
  readonly waiting: number
}

/** The work of jobs and tasks as people and programs move it: the same as `/_mock/work`. */
export class WorkControl {
  readonly #place: ClockOwner

  constructor(place: ClockOwner) {
    this.#place = place
  }

  get #simulation(): Simulation {
    return this.#place.simulation
  }

  read(): WorkState {
    const { jobs } = this.#simulation.state(jobState)
    const { moves, movesOf: own, pieces } = this.#simulation.state(workState)
    return {
      ...moves,
      jobs: [...own].map(([job, how]) => ({ job, name: jobs.get(job)?.name ?? '', ...how })),
      waiting: pieces.size,
    }
  }

  /**
   * Has work move otherwise, from the stage that it is in. Throws a 400 ApiError for what cannot be understood; nothing has
   * changed then.
   */
  *set({ moves, reads, job }: WorkSetting): Sliced<WorkState> {
    const how = readMoves(moves, reads)
    const simulation = this.#simulation
    yield* simulation.catchingUp()
    setProgression(simulation, how, job === undefined ? undefined : jobCalled(simulation, job).id)
    yield* simulation.catchingUp()
    return this.read()
  }

  /**
   * Moves what waits one stage: all of it, or that of a job. Throws a 400 ApiError for a job that is not there, and if
   * nothing of it moves so.
   */
  *step(asked?: string): Sliced<ClockChange & { readonly waiting: number }> {
    const simulation = this.#simulation
    yield* simulation.catchingUp()
    const job = asked === undefined ? undefined : jobCalled(simulation, asked)
    const keys = [...simulation.state(workState).pieces]
      .filter(([, piece]) => job === undefined || piece.job === job.id)
      .map(([key]) => key)
    if (keys.length === 0 && !movesBySteps(simulation, job?.id))
      throw errors.badRequest(
        `Nothing waits to be moved: work moves by ${progressionOf(simulation, job?.id).moves}. PUT /_mock/work {"moves":"manual"} first.`,
      )
    const told = yield* new ClockControl(this.#place).tell(() => {
      for (const key of keys) move(simulation, key)
    })
    return { ...told, waiting: simulation.state(workState).pieces.size }
  }
}

const movesBySteps = (simulation: Simulation, job: string | undefined): boolean =>
  [progressionOf(simulation, job), ...(job === undefined ? simulation.state(workState).movesOf.values() : [])].some(
    ({ moves }) => moves === 'manual' || moves === 'reads',
  )

function readMoves(moves: Progression['moves'], reads: number | undefined): Progression {
  if (moves === 'reads') return { moves, reads: reads ?? 1 }
  if (reads === undefined) return { moves }
  throw errors.badRequest(`Found reads with moves ${moves}; it goes with "moves":"reads".`)
}
