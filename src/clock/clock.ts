import { seconds, type Duration } from './duration.ts'
import type { Instant } from './instant.ts'

/** How simulated time passes: as fast as the wall's, not at all, or `rate` times as fast. */
export type Pace = 'real' | 'frozen' | { readonly rate: number }

/** A day in less than a second. Faster, a moment of not looking would be centuries to live through. */
export const FASTEST = 100_000

/** A pace as it is written. `readPace` takes capitals too, and no speed beyond `FASTEST`. */
export const pacePattern = /^(real|frozen|\d+(\.\d+)?x)$/

/** Reads `real`, `frozen` or a speed such as `60x`; undefined for all else. */
export function readPace(word: string): Pace | undefined {
  const mode = word.toLowerCase()
  if (mode === 'real' || mode === 'frozen') return mode
  const rate = pacePattern.test(mode) ? Number(mode.slice(0, -1)) : NaN
  return rate > 0 && rate <= FASTEST ? { rate } : undefined
}

/** A pace as `readPace` reads it. */
export const paceWord = (pace: Pace): string => (typeof pace === 'string' ? pace : `${decimal(pace.rate)}x`)

/** All the digits of a number, where `String` writes one below 0.000001 with an exponent. */
function decimal(rate: number): string {
  const [digits = '', exponent] = String(rate).split('e-')
  return exponent === undefined ? digits : `0.${'0'.repeat(Number(exponent) - 1)}${digits.replace('.', '')}`
}

const wall = (): Instant => Date.now() * 1000

/** Simulated time. It is asked, never waits: there are no timers (decision 4). */
export class Clock {
  #pace: Pace
  #base: Instant
  #since: Instant

  /** @param start where simulated time starts; the wall's now if not given. */
  constructor(pace: Pace = 'real', start?: Instant) {
    this.#pace = pace
    this.#since = wall()
    this.#base = start ?? this.#since
  }

  now(): Instant {
    if (this.#pace === 'frozen') return this.#base
    const rate = this.#pace === 'real' ? 1 : this.#pace.rate
    return Math.round(this.#base + (wall() - this.#since) * rate)
  }

  get pace(): Pace {
    return this.#pace
  }

  /** From now on simulated time passes so. */
  set pace(pace: Pace) {
    this.advance(0)
    this.#pace = pace
  }

  /** Simulated time has come so far only: what was to happen after it has not. */
  stopAt(at: Instant): void {
    this.#base = at
    this.#since = wall()
  }

  /** Moves simulated time forward. Throws on a negative duration: the past is made, not visited. */
  advance(by: Duration): void {
    if (by < 0) throw new RangeError(`A clock moves forward only, not by ${by / seconds(1)} s.`)
    this.#base = this.now() + by
    this.#since = wall()
  }
}

/** The wall's now, for what has nothing to do with the story, such as how long nobody has asked. */
export const wallNow = wall

/** The wall's date, for what must hold in the real world, such as a certificate. */
export const wallDate = (): Date => new Date(Date.now())
