import { readFile } from 'node:fs/promises'
import type { Scenario } from '#seed-data'
import { check } from '../json/check.ts'
import { Place } from '../json/place.ts'
import { readText } from '../json/read-text.ts'
import { checkNames } from './check-names.ts'
import { ScenarioError } from './scenario-error.ts'
import { scenarioShape } from './scenario-shape.ts'

/**
 * Reads a scenario from a JSON file. Rejects with a ScenarioError that says path, line and column of the first thing
 * wrong, what was found, what was expected, and the nearest known word.
 */
export async function readScenario(path: string): Promise<Scenario> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new ScenarioError(`${path}: the scenario cannot be read (${code}).`)
  }
  return parseScenario(text, path)
}

/** The scenario that a text is. Throws as `readScenario` does; the path is only for what is said. */
export const parseScenario = (text: string, path: string): Scenario =>
  readText(text, path, {
    check: (value) => check(value, scenarioShape) ?? checkNames(new Place(value)),
    fail: (sentence) => new ScenarioError(sentence),
  }) as Scenario
