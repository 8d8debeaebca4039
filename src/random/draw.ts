import { SimpleFaker, type Randomizer } from '@faker-js/faker'
import { hash } from './hash.ts'

// faker draws from one randomizer; each draw puts its own numbers there while it draws (making a faker costs 100 µs).
const turn: { of?: Draw } = {}
const keyed: Randomizer = { next: () => turn.of?.next() ?? 0, seed: () => undefined }
const faker = new SimpleFaker({ randomizer: keyed })

/** What is drawn at one address: the first number, the second, and so on, always the same. */
export class Draw {
  #a: number
  #b: number
  #c: number
  #count: number

  constructor(seed: number, address: readonly string[]) {
    const lanes = hash(seed, address)
    this.#a = lanes[0] ?? 0
    this.#b = lanes[1] ?? 0
    this.#c = lanes[2] ?? 0
    this.#count = lanes[3] ?? 0
  }

  /** The next number, from 0 up to but not including 1, of 53 bits (generator: sfc32). */
  next(): number {
    const high = this.#word() >>> 5
    return (high * 0x4000000 + (this.#word() >>> 6)) / 0x20000000000000
  }

  /** One of the list. Throws if it is empty. */
  pick<T>(list: readonly T[]): T {
    turn.of = this
    return faker.helpers.arrayElement(list)
  }

  /** A word, as often as its weight says beside those of the others; the weights are not all 0. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
    let sum = 0
    for (const word in weights) sum += weights[word]
    let left = this.next() * sum
    for (const word in weights) {
      left -= weights[word]
      if (left < 0) return word
    }
    throw new Error(`There is nothing to draw among ${Object.keys(weights).join(', ')}.`)
  }

  /** A number from `min` up to but not including `max`. */
  number(min: number, max: number): number {
    return min + this.next() * (max - min)
  }

  /** A whole number from `min` to `max`, both possible. */
  integer(min: number, max: number): number {
    turn.of = this
    return faker.number.int({ min, max })
  }

  /** True so often in one. */
  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** A text of the form that a simple regular expression describes: `[0-9A-F]{4}`. */
  text(pattern: string): string {
    turn.of = this
    return faker.helpers.fromRegExp(pattern)
  }

  #word(): number {
    const sum = (this.#a + this.#b + this.#count) | 0
    this.#count = (this.#count + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0
    return sum
  }
}
