import { scenarios, type Scenario } from '#seed-data'
import { readValue } from '../../json-schema/read-value.ts'
import { quoteBriefly } from '../../text/quote-briefly.ts'
import { scenarioNamed } from './find-scenario.ts'
import { ScenarioError } from './scenario-error.ts'

/** The scenario that a program asks for: one that is built in, by its name, or a whole one as JSON has it. @returns what reads it, which throws a ScenarioError. */
export async function scenarioAsked(asked: unknown): Promise<() => Scenario> {
  if (typeof asked === 'string') return () => named(asked)
  const { checkScenario } = await import('./read-scenario.ts')
  const judging = { check: checkScenario, fail: (sentence: string) => new ScenarioError(sentence) }
  return () => readValue(asked ?? null, 'scenario', judging) as Scenario
}

function named(asked: string): Scenario {
  if (/[./\\]/.test(asked))
    throw new ScenarioError(
      `Found scenario "${quoteBriefly(asked)}", which is no name, and files are not read here: send what it holds, {"scenario":{"name":…}}, or start the server with --scenario and its path. Those with names are ${Object.keys(scenarios).join(', ')}.`,
    )
  return scenarioNamed(asked)
}
