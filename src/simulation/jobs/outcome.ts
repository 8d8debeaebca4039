import type { Draw } from '../../random/draw.ts'
import { repository } from '../../resources/index.ts'
import { fileOf } from '../backups/file-name.ts'
import type { LivingJob, Result, Run, WorkObject } from './job-model.ts'
import { hasNews } from './news.ts'
import { hasRoom } from '../backups/room.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'
import { outcomeState, type Cause, type Failure, type FixedOutcome } from './outcome-state.ts'

/** An object of a job in one of its runs. */
export interface ObjectWork {
  readonly job: LivingJob
  readonly run: Run
  readonly object: WorkObject
}

export interface Outcome {
  readonly result: Result
  /** '' for a success. */
  readonly reason: string
}

/**
 * How a task ends: as somebody has asked, else without room or anything new as it must, else as it was fixed for the job and the time, or else as the
 * object's or the job's habit has it.
 * @param task its id, which the draws are addressed by.
 */
export function outcomeOf(simulation: Simulation, work: ObjectWork, task: string): Outcome {
  const told = (result: 'Warning' | 'Failed', cause?: Cause): Outcome => ({
    result,
    reason: reasonFor(simulation, work, task, result, cause),
  })
  const order = orderFor(work)
  if (order !== undefined)
    return order.result === 'Success'
      ? { result: 'Success', reason: '' }
      : order.reason === undefined
        ? told(order.result)
        : { result: order.result, reason: order.reason }
  // A replica lies on a host; its repository holds next to nothing of it.
  if (work.job.kind !== 'Replica' && !hasRoom(simulation, work.job.repository)) return told('Failed', 'full')
  if (!hasNews(simulation, work.job, work.run)) return told('Warning', 'nothing new')
  const fixed = fixedFor(simulation, work)
  const result = fixed?.result ?? simulation.chance.of(task, 'result').weighted(work.object.habit ?? work.job.habit)
  if (result === 'Success') return { result, reason: '' }
  return fixed?.reason === undefined ? told(result) : { result, reason: fixed.reason }
}

/** Whether something is kept of what a task did that ends so. */
export const isKept = (simulation: Simulation, { job, run }: ObjectWork, result: Result): boolean =>
  result !== 'Failed' && hasNews(simulation, job, run)

/** Fixes how a job fares for a while; what was fixed before goes first. */
export function fixOutcome(simulation: Simulation, job: string, outcome: FixedOutcome): void {
  const { fixedOutcomes } = simulation.state(outcomeState)
  fixedOutcomes.set(job, [...(fixedOutcomes.get(job) ?? []), outcome])
}

const orderFor = ({ run: { order }, object }: ObjectWork) =>
  order?.object === undefined || order.object === object.name ? order : undefined

const fixedFor = (simulation: Simulation, { job, run, object }: ObjectWork) =>
  simulation
    .state(outcomeState)
    .fixedOutcomes.get(job.id)
    ?.find(
      (it) =>
        it.from <= run.since &&
        run.since < it.until &&
        run.attempt < it.attempts &&
        (it.object === undefined || it.object === object.name),
    )

function reasonFor(
  simulation: Simulation,
  work: ObjectWork,
  task: string,
  result: Result,
  cause: Cause | undefined,
): string {
  const told = simulation
    .state(outcomeState)
    .failures.filter((it) => it.result === result && it.cause === cause && (it.of?.includes(work.job.kind) ?? true))
  if (told.length === 0) return `Processing of ${work.object.name} has ended with ${result}.`
  const draw = simulation.chance.of(task, 'reason')
  return fill(simulation, heaviest(told, draw), work, draw)
}

function heaviest(told: readonly Failure[], draw: Draw): string {
  let left = draw.number(
    0,
    told.reduce((sum, it) => sum + it.weight, 0),
  )
  const found = told.find((it) => (left -= it.weight) < 0)
  return (found ?? told[0])?.text ?? ''
}

/** Fills the gaps of a sentence: what it is about by name, and numbers in the form that a pattern says. */
function fill(simulation: Simulation, text: string, { job, run, object }: ObjectWork, draw: Draw): string {
  const known: Readonly<Record<string, () => string>> = {
    vm: () => object.name,
    job: () => job.name,
    repository: () => tableOf(simulation, repository).get(job.repository)?.Name ?? '',
    ref: () => object.uid.slice(object.uid.lastIndexOf('.') + 1),
    path: () => fileOf(simulation, job, run, 'vib').path,
  }
  return text.replace(/<([^<>]+)>/g, (_, gap: string) => known[gap]?.() ?? draw.text(gap))
}
