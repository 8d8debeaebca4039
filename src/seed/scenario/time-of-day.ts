import type { Duration } from '../../clock/duration.ts'
import { readTimeOfDay } from '../../clock/read-time-of-day.ts'
import { ScenarioError } from './scenario-error.ts'

/** How long after midnight the time of day is that a scenario says. Throws a ScenarioError for what is none. */
export function scenarioTimeOfDay(text: string): Duration {
  const time = readTimeOfDay(text)
  if (time === undefined) throw new ScenarioError(`Found "${text}", expected a time of day, such as "22:00".`)
  return time
}
