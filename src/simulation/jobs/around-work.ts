import { seconds, type Duration } from '../../clock/duration.ts'
import type { Simulation } from '../core/simulation.ts'
import { jobState } from './job-state.ts'

/**
 * How long a step before or after a job's work lasts: as drawn, but no more than four seconds for each minute that a run
 * of the job usually takes, so that a run of a minute is not doubled by them.
 * @param drawn in seconds.
 */
export const aroundWork = (simulation: Simulation, job: string, drawn: number): Duration =>
  seconds(Math.min(drawn, 4 * (simulation.state(jobState).jobs.get(job)?.minutes ?? Infinity)))
