import type { Scenario } from '#seed-data'
import { scenarioNamed } from './find-scenario.ts'

/** The scenario that a program asks for: one that is built in, by its name, or a whole one as JSON has it. Rejects with a ScenarioError. */
export async function scenarioAsked(asked: unknown): Promise<Scenario> {
  if (typeof asked === 'string') return scenarioNamed(asked)
  const { parseScenario } = await import('./read-scenario.ts')
  return parseScenario(JSON.stringify(asked ?? null, undefined, 2), 'scenario')
}
