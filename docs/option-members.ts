import type { Option } from '../src/config/option-table.ts'

/** `src/config/option-members.ts`: the options of a program that embeds the server, as TypeScript has them. */
export function writeOptionMembers(options: readonly Option[]): string {
  const named = new Set(options.flatMap(({ kind }) => kind.type.match(/\b[A-Z]\w+/g) ?? []))
  return `// Generated from src/config/option-table.ts by \`npm run generate\`. Do not edit.
import type { ${[...named].sort().join()} } from './option-given.ts'

/**
 * What can be asked for; all of it optional. What is one of a few words has them as its type; what has a form of its own,
 * such as a port or a speed, is any text, and a text of another form is refused with a sentence at the start.
 */
export interface Options { ${options.map(memberOf).join('\n')} }
`
}

const memberOf = ({ key, kind, line, forPrograms = line }: Option): string =>
  `/** ${forPrograms} */\nreadonly ${key}?: ${kind.type} | undefined`
