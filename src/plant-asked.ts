// What worlds may be asked to begin as while a server runs.
import { readInstant } from './clock/read-instant.ts'
import type { Plant } from './http/houses.ts'
import { refuse } from './model/refusal.ts'
import { makeOrigin, type WorldOptions } from './seed/make-world.ts'
import { scenarioAsked } from './seed/scenario-asked.ts'
import { ScenarioError } from './seed/scenario-error.ts'

/**
 * Plants what is asked for, with the options that the server was started with. Rejects with a 400 refusal for a scenario
 * or a time that is none.
 */
export function plantAsked(options: Omit<WorldOptions, 'scenario'>): Plant {
  return async (asked, time) => {
    const now = time === undefined ? options.now : readInstant(time)
    if (time !== undefined && now === undefined)
      throw refuse.badRequest(`Found now "${time}"; it is a time such as 2026-01-15T08:00:00Z.`)
    try {
      const scenario = await scenarioAsked(asked)
      return makeOrigin({ ...options, scenario, ...(now !== undefined && { now }) })
    } catch (error) {
      if (error instanceof ScenarioError) throw refuse.badRequest(error.message)
      throw error
    }
  }
}
