import type { Own } from '../../config/options.ts'
import { shellWord } from './shell-word.ts'

type Variables = Readonly<Record<string, string>>

/** Variables in a language that sets them. Undefined if it cannot hold one of the values. */
export function variablesText(variables: Variables, format: Own['format']): string | undefined {
  const pairs = Object.entries(variables)
  const lines = (write: (name: string, value: string) => string): string =>
    pairs.map(([name, value]) => `${write(name, value)}\n`).join('')
  switch (format) {
    case 'sh':
      return lines((name, value) => `export ${name}=${shellWord(value)}`)
    case 'powershell':
      return lines((name, value) => `$env:${name} = ${powershellWord(value)}`)
    case 'json':
      return `${JSON.stringify(variables, undefined, 2)}\n`
    case 'dotenv':
      return pairs.every(([, value]) => dotenvWord(value) !== undefined)
        ? lines((name, value) => `${name}=${dotenvWord(value) ?? ''}`)
        : undefined
  }
}

// PowerShell takes typographic quotes for plain ones.
const powershellWord = (text: string): string => `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`

/** Nothing is escaped alike by all that read such files, so the quote is one that the value does not have. */
function dotenvWord(text: string): string | undefined {
  if (/^[\w:@./-]*$/.test(text)) return text
  // What is between " has escapes and variables, and carriage returns are lost everywhere.
  if (text.includes('\r')) return undefined
  if (!text.includes("'")) return `'${text}'`
  return /["\\$`\n]/.test(text) ? undefined : `"${text}"`
}
