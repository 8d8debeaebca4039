// What is served, written down: for a terminal, for programs and for the README.
import { openHouses } from './open-server.ts'
import { listOperations, type ListedOperation } from './http/listed-operations.ts'
import { resolveOptions } from './options.ts'

/** Every documented operation with what becomes of it: a line each and their sum, or a JSON array. */
export async function routesText(asJson: boolean): Promise<string> {
  const operations = await operationsHere()
  if (asJson) return `${JSON.stringify(operations, undefined, 2)}\n`
  const lines = operations.map(
    ({ state, method, path, name }) => `${state.padEnd(6)} ${method.padEnd(6)} ${path}  ${name}\n`,
  )
  return `${lines.join('')}\n${sumOf(operations)}\n`
}

/** The table in the README: how many of each method are served. */
export async function routesTable(): Promise<string> {
  const operations = await operationsHere()
  const methods = [...new Set(operations.map(({ method }) => method))]
  const rows = methods.map((method) => {
    const all = operations.filter((operation) => operation.method === method)
    return [method, String(all.length), String(all.filter(isServed).length)]
  })
  return [['Method', 'Documented', 'Served'], ['---', '---:', '---:'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('')
}

async function operationsHere(): Promise<readonly ListedOperation[]> {
  return listOperations(await openHouses(resolveOptions({ scenario: 'empty' })))
}

const isServed = ({ state }: ListedOperation): boolean => state === 'served'

const sumOf = (operations: readonly ListedOperation[]): string =>
  `${operations.filter(isServed).length} of ${operations.length} documented operations are served; the others answer 501.`
