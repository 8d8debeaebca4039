import { scenarios, type Scenario } from '#seed-data'
import { nearest } from '#grammar'
import { ScenarioError } from './scenario-error.ts'

/**
 * The scenario that is built in by that name, or else the one in the file of that path.
 * Rejects with a ScenarioError that names the nearest, or the place in the file.
 */
export async function findScenario(nameOrPath: string): Promise<Scenario> {
  if (Object.hasOwn(scenarios, nameOrPath)) return scenarioNamed(nameOrPath)
  if (!/[./\\]/.test(nameOrPath)) return scenarioNamed(nameOrPath)
  const { readScenario } = await import('./read-scenario.ts')
  return readScenario(nameOrPath)
}

/** Throws a ScenarioError for a name that is none. */
export function scenarioNamed(name: string): Scenario {
  const found = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined
  if (found !== undefined) return found
  const names = Object.keys(scenarios)
  const near = nearest(name, names)
  throw new ScenarioError(
    `There is no scenario "${name}".${near === undefined ? '' : ` Did you mean "${near}"?`} There are ${names.join(', ')}; a file is given by its path: ./${name}.json.`,
  )
}
