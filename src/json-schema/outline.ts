import type { Sliced } from '../clock/sliced.ts'
import { DEEPEST } from './depth.ts'
import type { LongText } from './long-text.ts'
import { readName, walkText, type Visitor } from './walk-text.ts'

/**
 * A run of a text that is parsed at once: whatever its length, the text is JSON if all of them are, each with what opens
 * what it stands in before it and what closes what it leaves open after it.
 */
export interface TextPart {
  readonly from: number
  readonly to: number
  readonly opens: string
  readonly closes: string
  /** Of the lists (undefined) and the objects (a name) that it stands in, the outermost first: in which member the next lies. */
  readonly within: readonly (string | undefined)[]
}

/** What is known of a text before it is parsed. */
interface Outline {
  /** Where it goes deeper than JSON may here. The rest is not known then. */
  readonly deep: number | undefined
  /** The first member of an object that is there twice, of which all readers but us would take the last. */
  readonly twice: { readonly name: string; readonly offset: number } | undefined
  readonly parts: readonly TextPart[]
}

/** Letters of a part, at the least. */
const PART = 1 << 16

/** Outlines a text, which need not be JSON. @param least letters of a part. */
export function* outlineOf(text: LongText, least = PART): Sliced<Outline> {
  const outliner = new Outliner(text, least)
  yield* walkText(text, outliner)
  return outliner.end()
}

/** A list or an object that is open. */
interface Open {
  readonly isList: boolean
  /** The member that is being written, as it is written. */
  name: string
  readonly seen: Set<string>
}

const noNames: Set<string> = new Set()

class Outliner implements Visitor {
  isOver = false
  #deep: number | undefined
  #twice: Outline['twice']
  readonly #text: LongText
  readonly #least: number
  readonly #open: Open[] = []
  readonly #parts: TextPart[] = []
  #part = { from: 0, opens: '', within: [] as TextPart['within'] }
  /** The comma that was met last, if nothing was since. */
  #comma: number | undefined

  constructor(text: LongText, least: number) {
    this.#text = text
    this.#least = least
  }

  begins(at: number): void {
    // After what the comma parts and before what it parts it from: neither can be missing.
    if (this.#comma !== undefined && at - this.#part.from >= this.#least) this.#cut(this.#comma)
    this.#comma = undefined
  }

  opens(at: number, isList: boolean): void {
    this.#open.push({ isList, name: '', seen: isList ? noNames : new Set() })
    if (this.#open.length <= DEEPEST) return
    this.#deep = at
    this.isOver = true
  }

  closes(): void {
    this.#comma = undefined
    this.#open.pop()
  }

  names(from: number, to: number): void {
    const open = this.#open.at(-1)
    if (open === undefined || open.isList) return
    open.name = this.#text.slice(from, to)
    const name = readName(open.name)
    if (open.seen.has(name)) this.#twice ??= { name, offset: from }
    open.seen.add(name)
  }

  parts(at: number, isAfter: boolean): void {
    this.#comma = isAfter && this.#open.length > 0 ? at : undefined
  }

  end(): Outline {
    this.#parts.push({ ...this.#part, to: this.#text.length, closes: '' })
    return { deep: this.#deep, twice: this.#twice, parts: this.#parts }
  }

  #cut(comma: number): void {
    const outer = this.#open.slice(0, -1)
    const closes = this.#open.map(({ isList }) => (isList ? ']' : '}')).reverse()
    this.#parts.push({ ...this.#part, to: comma, closes: closes.join('') })
    this.#part = {
      from: comma + 1,
      opens:
        outer.map(({ isList, name }) => (isList ? '[' : `{${name}:`)).join('') +
        (this.#open.at(-1)?.isList === true ? '[' : '{'),
      within: outer.map(({ isList, name }) => (isList ? undefined : readName(name))),
    }
  }
}
