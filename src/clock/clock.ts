import { seconds, type Duration } from './duration.ts'
import { instantOf, type Instant } from './instant.ts'

/** How story time passes: as fast as the wall's, not at all, or `rate` times as fast. */
export type Pace = 'real' | 'frozen' | { readonly rate: number }

const wall = (): Instant => Date.now() * 1000

/** Story time. It is asked, never waits: there are no timers (decision 4). */
export class Clock {
  readonly #rate: number
  #base: Instant
  #since: Instant

  /** @param start where story time starts; the wall's now if not given. */
  constructor(pace: Pace = 'real', start?: Instant) {
    this.#rate = pace === 'real' ? 1 : pace === 'frozen' ? 0 : pace.rate
    this.#since = wall()
    this.#base = start ?? this.#since
  }

  now(): Instant {
    if (this.#rate === 0) return this.#base
    return Math.round(this.#base + (wall() - this.#since) * this.#rate)
  }

  /** Moves story time forward. Throws on a negative duration: the past is made, not visited. */
  advance(by: Duration): void {
    if (by < 0) throw new RangeError(`A clock moves forward only, not by ${by / seconds(1)} s.`)
    this.#base = this.now() + by
    this.#since = wall()
  }
}

/** The wall's date, for what must hold in the real world, such as a certificate. */
export const wallDate = (): Date => new Date(Date.now())

export const parseNow = (text: string): Instant => instantOf(new Date(text))
