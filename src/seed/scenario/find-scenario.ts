import { readFile } from 'node:fs/promises'
import { scenarios, type Scenario } from '#seed-data'
import { nearest } from '../../text/nearest.ts'
import type { ReadRule, Written } from '../read-dump.ts'
import { ScenarioError } from './scenario-error.ts'

/**
 * What is to be begun with: the scenario that is built in by that name, or else what the file of that path holds, a scenario
 * or a dump; or one of these as it is. Rejects with a ScenarioError that names the nearest, or the place in it.
 */
export async function findScenario(
  asked: string | object,
  readRule: () => Promise<ReadRule>,
): Promise<Scenario | Written> {
  if (typeof asked === 'string' && (Object.hasOwn(scenarios, asked) || !/[./\\]/.test(asked)))
    return scenarioNamed(asked)
  const [{ readStory }, text, rule] = await Promise.all([
    import('../read-dump.ts'),
    // As JSON has it: what is undefined is not there, and what a program goes on to do with its own changes nothing.
    typeof asked === 'string' ? textOf(asked) : (JSON.parse(JSON.stringify(asked)) as unknown),
    readRule(),
  ])
  return readStory(text, calledIn(asked), rule)
}

/** What is begun with, as messages call it. */
export const calledIn = (asked: string | object): string => (typeof asked === 'string' ? asked : 'scenario')

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new ScenarioError(`${path}: the scenario cannot be read (${code}).`)
  }
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
