// What is served, written down: for a terminal, for programs and for docs.
import { served } from '../http/routes/served.ts'

interface ListedOperation {
  readonly method: string
  /** Below `/api`, with the action: `/jobs/{id}?action=start`. */
  readonly path: string
  /** `JobStart`. */
  readonly name: string
}

/** Every operation that is served, in the order of its path. */
export const listOperations = (): readonly ListedOperation[] =>
  served.all.map(({ method, path, action, name }) => ({
    method,
    path: action === undefined ? path : `${path}?action=${action}`,
    name,
  }))

/** All of them: a line each and how many they are, or a JSON array. */
export function listRoutesText(asJson: boolean): string {
  const listed = listOperations()
  if (asJson) return `${JSON.stringify(listed, undefined, 2)}\n`
  const lines = listed.map(({ method, path, name }) => `${method.padEnd(6)} ${path}  ${name}\n`)
  return `${lines.join('')}\n${listed.length} operations.\n`
}

/** The table in docs/routes.md: how many there are of each method. */
export function routesTable(): string {
  const listed = listOperations()
  const methods = [...new Set(listed.map(({ method }) => method))]
  const rows = methods.map((method) => [
    method,
    String(listed.filter((operation) => operation.method === method).length),
  ])
  return [['Method', 'Operations'], ['---', '---:'], ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}
