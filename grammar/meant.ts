import { operators } from './expression.ts'

export const operatorList = `${operators.slice(0, -1).join(', ')} and ${operators.slice(-1).join()}`

const operatorsMeant: Readonly<Record<string, string>> = {
  '=': '==',
  '===': '==',
  eq: '==',
  is: '==',
  '!': '!=',
  '!==': '!=',
  '=!': '!=',
  '<>': '!=',
  ne: '!=',
  '=>': '>=',
  ge: '>=',
  '=<': '<=',
  le: '<=',
  gt: '>',
  lt: '<',
}

const joinsMeant: Readonly<Record<string, string>> = {
  and: ';',
  '&&': ';',
  '&': ';',
  or: ',',
  '||': ',',
  '|': ',',
}

/** The operator that people mean who know another language, if they wrote one of that language. */
export function operatorMeant(written: string): string | undefined {
  return meaning(operatorsMeant, written)
}

/** As operatorMeant, for `;` and `,`. */
export function joinMeant(written: string): string | undefined {
  return meaning(joinsMeant, written)
}

function meaning(words: Readonly<Record<string, string>>, written: string): string | undefined {
  const word = written.toLowerCase()
  return Object.hasOwn(words, word) ? words[word] : undefined
}
