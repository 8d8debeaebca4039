import { readFile } from 'node:fs/promises'
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'
import type { Scenario } from '#seed-data'
import { checkNames } from './check-names.ts'
import { checkShape, type Complaint } from './check-shape.ts'
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
export function parseScenario(text: string, path: string): Scenario {
  const errors: ParseError[] = []
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true })
  const [error] = errors
  if (error !== undefined)
    throw failure(text, path, {
      offset: error.offset,
      says: `this is not JSON: ${printParseErrorCode(error.error)}.`,
    })
  if (root === undefined) throw failure(text, path, { offset: 0, says: 'the file is empty.' })
  const complaint = checkShape(root, scenarioShape) ?? checkNames(root)
  if (complaint !== undefined) throw failure(text, path, complaint)
  return valueOf(root) as Scenario
}

function failure(text: string, path: string, { offset, says }: Complaint): ScenarioError {
  const before = text.slice(0, offset).split('\n')
  const column = (before.at(-1)?.length ?? 0) + 1
  return new ScenarioError(`${path}:${before.length}:${column}: ${says}`)
}

/** As plain data; a member is never taken for the prototype. */
function valueOf(node: Node): unknown {
  switch (node.type) {
    case 'object':
      return Object.fromEntries(
        (node.children ?? []).map(({ children: [key, value] = [] }) => [
          String(key?.value),
          value === undefined ? undefined : valueOf(value),
        ]),
      )
    case 'array':
      return (node.children ?? []).map(valueOf)
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
    case 'property':
      return node.value as unknown
  }
}
