import type { Resource } from '../model/resource.ts'
import type { Row } from '../model/shape.ts'
import type { LookUp } from './links.ts'
import { rowWriter, type Form, type Language } from './representation.ts'

/** Bytes. Once so many were written, no more are remembered, and the next answer starts anew. */
const LIMIT = 24 << 20

/** Remembers what was written of each row; rows are immutable, so a text stays true until a name it mentions changes. */
export class Texts {
  readonly #lookUp: LookUp
  readonly #epoch: () => number
  #remembered = new Map<string, WeakMap<Row, Buffer>>()
  #size = 0
  #writtenIn = -1

  /** @param epoch grows whenever a name changes or an entity goes; all texts are forgotten then. */
  constructor(lookUp: LookUp, epoch: () => number) {
    this.#lookUp = lookUp
    this.#epoch = epoch
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
        if (this.#size < LIMIT) texts.set(row, text)
        this.#size += text.length
      }
      return text
    }
  }

  #textsOf(key: string): WeakMap<Row, Buffer> {
    let texts = this.#remembered.get(key)
    if (texts === undefined) this.#remembered.set(key, (texts = new WeakMap()))
    return texts
  }

  /** Bounded by letting go of everything at once: what is still asked for comes back at some µs a row. */
  #forgetStale(): void {
    const epoch = this.#epoch()
    if (epoch === this.#writtenIn && this.#size < LIMIT && this.#remembered.size < 256) return
    this.#remembered = new Map()
    this.#size = 0
    this.#writtenIn = epoch
  }
}
