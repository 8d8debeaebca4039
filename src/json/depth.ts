import type { Sliced } from '../clock/sliced.ts'

/** Lists and objects that may lie in each other: what is checked and walked by calls within calls stays far from their end. */
const DEEPEST = 100

/** Letters after which a walk over a text may be left off. */
const STRIDE = 1 << 16

/** Where a text goes deeper than JSON may here; undefined if it does not. It need not be JSON. */
export function* tooDeepAt(text: string): Sliced<number | undefined> {
  let depth = 0
  let isQuoted = false
  let rest = STRIDE
  for (let at = 0; at < text.length; at++) {
    if (--rest === 0) {
      rest = STRIDE
      yield
    }
    const letter = text[at]
    if (isQuoted) {
      if (letter === '\\') at++
      else isQuoted = letter !== '"'
    } else if (letter === '"') isQuoted = true
    else if (letter === '[' || letter === '{') {
      if (++depth > DEEPEST) return at
    } else if (letter === ']' || letter === '}') depth--
  }
  return undefined
}

/** Whether what JSON has made of a text goes deeper than it may. */
export function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value]
  for (let depth = 0; depth <= DEEPEST; depth++) {
    const below: unknown[] = []
    for (const each of level)
      if (typeof each === 'object' && each !== null)
        for (const member of Object.values(each)) below.push(member)
    if (below.length === 0) return false
    level = below
  }
  return level.some((each) => typeof each === 'object' && each !== null)
}

export const saysTooDeep = `this goes deeper than ${DEEPEST} lists and objects in each other.`
