import type { Command } from '../src/cli/commands/command.ts'
import type { EffectKind } from '../src/faults/effects/effect-kind.ts'
import type { ControlOperation } from '../src/control/control-operation.ts'
import type { listOperations } from '../src/cli/routes.ts'

// The tables of the pages that src itself does not print anywhere, as Markdown.

/** What is asked on a command line. */
export const commandsTable = (commands: readonly Command[]): string =>
  table(
    ['Command', 'What it does'],
    commands.map(({ name, operands, line }) => [
      code(`mock-em ${name} ${operands?.form ?? ''}`.trim()),
      `${line.charAt(0).toUpperCase()}${line.slice(1)}.`,
    ]),
  )

/** What may go wrong with an answer. */
export const effectsTable = (effects: readonly EffectKind[]): string =>
  table(
    ['Effect', 'What happens'],
    effects.map(({ name, description: says }) => [code(name), says]),
  )

/** Every operation of EM that is served. */
export const operationsTable = (operations: ReturnType<typeof listOperations>): string =>
  table(
    ['Operation', 'Method', 'Path below `/api`'],
    operations.map(({ name, method, path }) => [code(name), method, code(path)]),
  )

/** What only a mock is asked, in the order of its path. */
export const controlTable = (operations: readonly ControlOperation<never>[]): string =>
  table(
    ['Method', 'Path below `/_mock`', 'What it does'],
    [...operations]
      .sort((a, b) => a.path.localeCompare(b.path) || methods.indexOf(a.method) - methods.indexOf(b.method))
      .map(({ method, path, description: says }) => [method, code(`/${path}`), says]),
  )

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '-'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`)
    .join('')

const code = (text: string): string => `\`${text}\``
