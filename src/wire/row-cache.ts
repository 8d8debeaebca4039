import type { Resource } from '../model/resource.ts'
import type { Row } from '../model/shape.ts'
import type { LookUp } from './links.ts'
import { rowWriter, type Form, type Language } from './representation.ts'

/** Bytes. */
const LIMIT = 24 << 20

/** What the remembered texts and answers of all worlds may take together. Once that is spent, no more are remembered, and the next answer starts anew. */
export class CacheBudget {
  readonly #limit: number
  readonly #shares = new Set<() => void>()
  #used = 0

  /** @param room bytes, where that is little. */
  constructor(room = LIMIT) {
    this.#limit = Math.min(room, LIMIT)
  }

  get used(): number {
    return this.#used
  }

  get isSpent(): boolean {
    return this.#used >= this.#limit
  }

  spend(bytes: number): void {
    this.#used += bytes
  }

  /** @param forget lets go of everything that was spent on. */
  join(forget: () => void): () => void {
    this.#shares.add(forget)
    return () => void this.#shares.delete(forget)
  }

  /** Bounded by letting go of everything at once: what is still asked for comes back at some µs a row. */
  renew(): void {
    for (const forget of this.#shares) forget()
    this.#used = 0
  }
}

/** Remembers what was written of each row; rows are immutable, so a text stays true until a name it mentions changes. */
export class RowCache {
  readonly #lookUp: LookUp
  readonly #epoch: () => number
  #remembered = new Map<string, WeakMap<Row, Buffer>>()
  readonly #budget: CacheBudget
  /** To be called when nothing is asked of it any more. */
  readonly close: () => void
  #writtenIn = -1

  /** @param epoch grows whenever a name changes or an entity goes; all texts are forgotten then. */
  constructor(lookUp: LookUp, epoch: () => number, budget = new CacheBudget()) {
    this.#lookUp = lookUp
    this.#epoch = epoch
    this.#budget = budget
    this.close = budget.join(() => (this.#remembered = new Map()))
  }

  /** A function that gives the text of a row, in UTF-8: bytes are joined several times faster than strings (`bench/`). `base` is the URL of `/api`. */
  reader(resource: Resource, form: Form, language: Language, base: string): (row: Row) => Buffer {
    this.#forgetStale()
    const texts = this.#textsOf(`${resource.name} ${form} ${language} ${base}`)
    const write = rowWriter(resource, form, language)
    return (row) => {
      let text = texts.get(row)
      if (text === undefined) {
        text = Buffer.from(write(row, base, this.#lookUp))
        if (!this.#budget.isSpent) texts.set(row, text)
        this.#budget.spend(text.length)
      }
      return text
    }
  }

  #textsOf(key: string): WeakMap<Row, Buffer> {
    let texts = this.#remembered.get(key)
    if (texts === undefined) this.#remembered.set(key, (texts = new WeakMap()))
    return texts
  }

  #forgetStale(): void {
    if (this.#budget.isSpent) this.#budget.renew()
    const epoch = this.#epoch()
    if (epoch === this.#writtenIn && this.#remembered.size < 256) return
    this.#remembered = new Map()
    this.#writtenIn = epoch
  }
}
