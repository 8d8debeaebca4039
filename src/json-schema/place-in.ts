import type { Sliced } from '../clock/sliced.ts'
import type { Complaint, Path } from './check.ts'
import type { LongText } from './long-text.ts'
import { readName, walkText, type Visitor } from './walk-text.ts'

/** Lines after which counting them may be left off. */
const STRIDE = 4096

/** Line and column of an offset, both from 1. */
export function* placeAt({ pieces }: LongText, offset: number): Sliced<string> {
  let [line, lineAt, base] = [1, 0, 0]
  for (const piece of pieces) {
    let at = piece.indexOf('\n')
    for (; at >= 0 && base + at < offset; at = piece.indexOf('\n', at + 1)) {
      lineAt = base + at + 1
      if (line++ % STRIDE === 0) yield
    }
    base += piece.length
    if (base >= offset) break
    yield
  }
  return `${line}:${offset - lineAt + 1}`
}

/** Where in a text that is JSON something stands that is complained about; 0 if it is not there. */
export function* offsetOf(text: LongText, { path, isName }: Complaint): Sliced<number> {
  const finder = new Finder(text, path, isName === true)
  yield* walkText(text, finder)
  return finder.found ?? 0
}

class Finder implements Visitor {
  found: number | undefined
  isOver = false
  readonly #text: LongText
  readonly #path: Path
  readonly #wantsName: boolean
  /** How many lists and objects are open, and how many of them, the outermost, lie on the path. */
  #open = 0
  #onPath = 0
  /** Of the innermost on the path: how many elements have gone by, and the name of the member that is being written. */
  #index = 0
  #name: string | undefined
  #nameAt = 0
  #isList = false
  /** What begins is the next on the path. */
  #isNext = false

  constructor(text: LongText, path: Path, wantsName: boolean) {
    this.#text = text
    this.#path = path
    this.#wantsName = wantsName
  }

  begins(at: number): void {
    if (this.#open !== this.#onPath) return
    if (this.#open > 0 && !this.#isList && this.#name === undefined) {
      this.#nameAt = at
      return
    }
    const step = this.#path[this.#onPath - 1]
    this.#isNext = this.#open === 0 || step === (this.#isList ? this.#index : this.#name)
    if (!this.#isNext || this.#onPath < this.#path.length) return
    this.found = this.#wantsName ? this.#nameAt : at
    this.isOver = true
  }

  opens(_at: number, isList: boolean): void {
    this.#open++
    if (!this.#isNext) return
    this.#onPath++
    this.#isNext = false
    this.#isList = isList
    this.#index = 0
    this.#name = undefined
  }

  closes(): void {
    this.#open--
    // What it was to be in is over.
    if (this.#open < this.#onPath) this.isOver = true
  }

  names(from: number, to: number): void {
    if (this.#open === this.#onPath) this.#name = readName(this.#text.slice(from, to))
  }

  parts(): void {
    if (this.#open !== this.#onPath) return
    this.#index++
    this.#name = undefined
    this.#isNext = false
  }
}
