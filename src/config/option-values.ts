// What an option may say: each kind reads text from outside into a value, or tells what it expected.
import { nearest } from '../text/nearest.ts'

export interface Refused {
  readonly found: string
  readonly expected: string
  readonly nearest?: string | undefined
}
export type OptionReading<Value> = { readonly value: Value } | { readonly refused: Refused }

export type OptionSource = 'flag' | 'environment'

export interface Kind<Value> {
  /** What a program may hand over, as TypeScript says it; named types are those of `option-given.ts`. */
  readonly type: string
  /** From the texts of a flag (one for each time it was written) or of an environment variable. */
  readonly read: (texts: readonly string[], source: OptionSource) => OptionReading<Value>
  /** From what a program hands over, checked because programs may be untyped. */
  readonly take: (given: unknown) => OptionReading<Value>
  /** A switch needs no value: `--bom`, `--no-bom`. */
  readonly isSwitch: boolean
  readonly repeats: boolean
}
export type OptionValueOf<K> = K extends Kind<infer Value> ? Value : never

export function refuse(found: string, expected: string, near?: string): { refused: Refused } {
  return { refused: { found, expected, nearest: near } }
}

/** @param type what a program may hand over, as TypeScript says it. */
export function one<Value>(
  type: string,
  read: (text: string) => OptionReading<Value>,
  take: (given: unknown) => OptionReading<Value> = (value) => read(String(value)),
): Kind<Value> {
  const readLast = (texts: readonly string[]): OptionReading<Value> => read((texts.at(-1) ?? '').trim())
  return { type, read: readLast, take, isSwitch: false, repeats: false }
}

/** Several of a kind; a flag is repeated, and a text is cut where its source's separator stands. */
export function several<Value>(
  each: Kind<Value>,
  separators: { readonly [S in OptionSource]?: RegExp },
): Kind<readonly Value[]> {
  return {
    type: `readonly (${each.type})[]`,
    read: (texts, source) => {
      const separator = separators[source]
      const items = separator === undefined ? texts : texts.flatMap((text) => text.split(separator))
      const kept = source === 'flag' ? items : items.filter((item) => item.trim() !== '')
      return all(kept.map((item) => each.read([item], source)))
    },
    take: (values) => all((Array.isArray(values) ? values : [values]).map(each.take)),
    isSwitch: false,
    repeats: true,
  }
}

export function textOption(expected: string, form = /./): Kind<string> {
  return one('string', (word) => (form.test(word) ? { value: word } : refuse(word, expected)))
}

export function integerOption(least: number, most: number, expected: string): Kind<number> {
  return one('number', (word) => {
    const value = /^\d+$/.test(word) ? Number(word) : NaN
    return value >= least && value <= most ? { value } : refuse(word, expected)
  })
}

export const port = one<number | 'off'>('GivenPort', (word) => {
  if (word.toLowerCase() === 'off') return { value: 'off' }
  const value = /^\d+$/.test(word) ? Number(word) : NaN
  return value <= 65535 ? { value } : refuse(word, 'a port from 1 to 65535, 0 for any free one, or off')
})

const spellings = { true: true, '1': true, yes: true, false: false, '0': false, no: false }

const truth: Kind<boolean> = one('boolean', (word) => {
  const found = Object.entries(spellings).find(([spelling]) => spelling === word.toLowerCase())
  return found === undefined ? refuse(word, 'true or false (or 1, 0, yes, no)') : { value: found[1] }
})
export const onOff: Kind<boolean> = { ...truth, isSwitch: true }

export function oneOfWords<const Word extends string>(...words: readonly Word[]): Kind<Word> {
  const type = words.map((word) => `'${word}'`).join(' | ')
  return one(type, (word) => {
    const found = words.find((candidate) => candidate === word.toLowerCase())
    return found === undefined ? refuse(word, oneOf(words), nearest(word, words)) : { value: found }
  })
}

/** As a sentence lists them: `silent, info or debug`. */
export function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`
}

function all<Value>(readings: readonly OptionReading<Value>[]): OptionReading<readonly Value[]> {
  const values: Value[] = []
  for (const reading of readings) {
    if ('refused' in reading) return reading
    values.push(reading.value)
  }
  return { value: values }
}

/** What stands between host names and origins, which have none of these characters; passwords may have a comma. */
export const commas = { flag: /,/, environment: /[,;\s]/ }
