import type { Complaint } from '../../json-schema/check.ts'
import type { Place } from '../../json-schema/place.ts'

/** Tasks of machines that a past may hold: more would take half a minute to live through, and more. */
const MOST = 100_000

/** What of a scenario of the right shape would be too much past to live through; nothing if all is well. */
export function checkSize(scenario: Place): Complaint | undefined {
  const days = numberIn(scenario.member('history'), 'days') ?? 30
  let tasks = 0
  for (const server of scenario.member('servers')?.items() ?? [])
    for (const job of server.member('jobs')?.items() ?? []) {
      tasks += (numberIn(job, 'times') ?? 1) * objectsOf(job) * (1 + days * runsADay(job))
      if (tasks > MOST)
        return job.complain(
          `with this job, ${days} days of history are ${Math.round(tasks)} tasks of machines or more; ${MOST} are the most. Have fewer times, objects or days of history, or longer periods.`,
        )
    }
  return undefined
}

function objectsOf(job: Place): number {
  const objects = job.member('objects')
  return typeof objects?.value === 'number' ? objects.value : (objects?.items().length ?? 1)
}

const unitsADay: Readonly<Record<string, number>> = { h: 24, m: 1440 }

function runsADay(job: Place): number {
  const every = job.member('every')?.word
  if (every === undefined) return job.member('monthly') === undefined ? 1 : 1 / 28
  return (unitsADay[every.slice(-1)] ?? 0) / Number(every.slice(0, -1))
}

function numberIn(place: Place | undefined, name: string): number | undefined {
  const value = place?.member(name)?.value
  return typeof value === 'number' ? value : undefined
}
