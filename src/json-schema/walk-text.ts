import type { Sliced } from '../clock/sliced.ts'
import type { LongText } from './long-text.ts'

/** Letters after which a walk may be left off. */
const STRIDE = 1 << 16

/** Is told what a walk meets outside of strings. Places are offsets in the text. */
export interface Visitor {
  /** It need not go on. */
  readonly isOver: boolean
  /** A value or a name begins. */
  begins(at: number): void
  opens(at: number, isList: boolean): void
  closes(): void
  /** The string from one place to before another, quotes included, is a name. */
  names(from: number, to: number): void
  /** A comma; @param isAfter whether something is before it that it parts from the next. */
  parts(at: number, isAfter: boolean): void
}

/** Walks over a text as if it were JSON, which it need not be. */
export function* walkText(text: LongText, visitor: Visitor): Sliced<void> {
  let isQuoted = false
  /** The last string. */
  let [from, to] = [0, 0]
  /** Something is to begin. */
  let isOpen = true
  /** Where the piece begins, and where in it the walk is: beyond its end after a backslash that ends it. */
  let [base, at] = [0, 0]
  const begin = () => {
    if (isOpen) visitor.begins(base + at)
    isOpen = false
  }
  for (const piece of text.pieces) {
    while (at < piece.length) {
      const end = Math.min(at + STRIDE, piece.length)
      for (; at < end; at++) {
        const letter = piece.charCodeAt(at)
        if (isQuoted) {
          if (letter === backslash) at++
          else if (letter === quote) {
            isQuoted = false
            to = base + at + 1
          }
          continue
        }
        if (letter <= blank) continue
        switch (letter) {
          case quote:
            begin()
            isQuoted = true
            from = base + at
            break
          case brace:
          case bracket:
            begin()
            visitor.opens(base + at, letter === bracket)
            if (visitor.isOver) return
            isOpen = true
            break
          case closingBrace:
          case closingBracket:
            visitor.closes()
            isOpen = false
            break
          case colon:
            visitor.names(from, to)
            isOpen = true
            break
          case comma:
            visitor.parts(base + at, !isOpen)
            isOpen = true
            break
          default:
            begin()
        }
        if (visitor.isOver) return
      }
      yield
    }
    at -= piece.length
    base += piece.length
  }
}

/** A name as it is written, quotes included, as what it says. */
export function readName(written: string): string {
  if (!written.includes('\\')) return written.slice(1, -1)
  try {
    return JSON.parse(written) as string
  } catch {
    return written
  }
}

const codeOf = (letter: string) => letter.charCodeAt(0)
const [quote, backslash, colon, comma, blank] = ['"', '\\', ':', ',', ' '].map(codeOf) as [
  number,
  number,
  number,
  number,
  number,
]
const [brace, bracket, closingBrace, closingBracket] = ['{', '[', '}', ']'].map(codeOf) as [
  number,
  number,
  number,
  number,
]
