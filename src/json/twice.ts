import { createScanner, type SyntaxKind } from 'jsonc-parser'
import type { Sliced } from '../clock/sliced.ts'

/** Tokens after which the walk may be left off. */
const STRIDE = 4096
// A constant of theirs that is gone once they are compiled.
const [opens, closes, colon, ends] = [1, 2, 6, 17] satisfies readonly SyntaxKind[]

/** The first member of an object that JSON has twice, of which all readers but us would take the last; nothing if there is none. */
export function* twiceIn(
  text: string,
): Sliced<{ readonly name: string; readonly offset: number } | undefined> {
  const open: Set<string>[] = []
  const scanner = createScanner(text, true)
  let last = { name: '', offset: 0 }
  for (let count = 1; ; count++) {
    if (count % STRIDE === 0) yield
    const token = scanner.scan()
    if (token === ends) return undefined
    if (token === opens) open.push(new Set())
    else if (token === closes) open.pop()
    else if (token === colon) {
      const seen = open.at(-1)
      if (seen?.has(last.name) === true) return last
      seen?.add(last.name)
    } else last = { name: scanner.getTokenValue(), offset: scanner.getTokenOffset() }
  }
}
