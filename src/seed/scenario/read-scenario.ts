import type { Scenario } from '#seed-data'
import { check, type Complaint } from '../../json-schema/check.ts'
import { Place } from '../../json-schema/place.ts'
import { readText } from '../../json-schema/read-text.ts'
import { checkNames } from './check-names.ts'
import { checkSize } from './check-size.ts'
import { ScenarioError } from './scenario-error.ts'
import { scenarioShape } from './scenario-shape.ts'

/** The first thing about a scenario that is wrong; nothing if all is well. */
export const checkScenario = (value: unknown): Complaint | undefined =>
  check(value, scenarioShape) ?? checkSize(new Place(value)) ?? checkNames(new Place(value))

/**
 * The scenario that a text is. Throws a ScenarioError that says path, line and column of the first thing wrong, what was
 * found, what was expected, and the nearest known word.
 * @param path only for what is said.
 */
export const parseScenario = (text: string, path: string): Scenario =>
  readText(text, path, {
    check: checkScenario,
    comments: true,
    fail: (sentence) => new ScenarioError(sentence),
  }) as Scenario
