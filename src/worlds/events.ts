import { eventOf } from '../simulation/core/clock-control.ts'
import type { Simulation } from '../simulation/core/simulation.ts'

/** What is told while it happens: a request that was answered, an entity in another state, a clock that was moved. */
export type EventKind = 'request' | 'state' | 'clock'
/** Who listens, each at its own pace. */
export interface Hearer {
  /** The number of the latest event that it was sent. */
  readonly last: number
  /** There is another event. */
  hear(): void
  /** There will be no more. */
  end(): void
}

/** So many may listen to a world at once. */
const MOST = 100
/** Bytes of events that are kept for who was cut off and comes back. */
const MOST_KEPT = 256 << 10
/** Bytes of events that are kept, once for all, for who reads slowly: a year at once is told at once. */
const MOST_BEHIND = 32 << 20
/** Bytes that are sent at a time. */
const PIECE = 64 << 10

/** Who listens to what happens in a world. With nobody there it costs a comparison. */
export class Events {
  readonly #hearers = new Set<Hearer>()
  /** The latest, numbered without a gap, while somebody listens or may come back. */
  #kept: string[] = []
  #keptBytes = 0
  #isKeeping = false
  #last = 0

  get isHeard(): boolean {
    return this.#isKeeping
  }

  get isListenedTo(): boolean {
    return this.#hearers.size > 0
  }

  get isFull(): boolean {
    return this.#hearers.size >= MOST
  }

  /** The number of the latest event; events are numbered from 1. */
  get last(): number {
    return this.#last
  }

  /** @returns how to stop. */
  add(hearer: Hearer): () => void {
    this.#isKeeping = true
    this.#hearers.add(hearer)
    return () => void this.#hearers.delete(hearer)
  }

  tell(kind: EventKind, facts: object): void {
    if (!this.isHeard) return
    const text = writeEvent(++this.#last, kind, facts)
    this.#kept.push(text)
    this.#keptBytes += text.length
    // Nobody has come back for a long time.
    if (this.#keptBytes > MOST_KEPT && this.#hearers.size === 0) return this.#forget()
    for (const hearer of this.#hearers) hearer.hear()
    if (this.#keptBytes > MOST_KEPT) this.#drop()
  }

  /** What was told after the event of a number, to be sent at a time, and the number of its last; undefined if not all is known any more. */
  after(number: number): { readonly text: string; readonly last: number } | undefined {
    const missed = this.#last - number
    if (missed < 0 || missed > this.#kept.length) return undefined
    let text = ''
    let last = number
    for (let at = this.#kept.length - missed; at < this.#kept.length && text.length < PIECE; at++) {
      text += this.#kept[at] ?? ''
      last++
    }
    return { text, last }
  }

  /** There will be no more. */
  close(): void {
    for (const hearer of this.#hearers) hearer.end()
  }

  /** Tells what happens in a world from now on. */
  follow(simulation: Simulation): void {
    simulation.hear((at, simulated) => {
      if (!this.isHeard) return
      const event = eventOf(simulation, at, simulated)
      if (event !== undefined) this.tell('state', event)
    })
  }

  /** Drops what all have been sent, and what is too much to wait for the slowest; so many at once that it seldom has to. */
  #drop(): void {
    const slowest = Math.min(...[...this.#hearers].map(({ last }) => last))
    const first = this.#last - this.#kept.length + 1
    const most = this.#keptBytes > MOST_BEHIND ? MOST_BEHIND / 2 : MOST_KEPT
    let count = 0
    while (this.#keptBytes > most && count < this.#kept.length - 1) {
      if (most === MOST_KEPT && first + count > slowest) break
      this.#keptBytes -= this.#kept[count++]?.length ?? 0
    }
    if (count > 0) this.#kept.splice(0, count)
  }

  #forget(): void {
    this.#kept = []
    this.#keptBytes = 0
    this.#isKeeping = false
    // From here on events go by unnumbered: whoever comes back is behind.
    this.#last++
  }
}

/** An event as a stream of them has it (HTML Living Standard, 9.2 Server-sent events). */
export const writeEvent = (number: number, kind: EventKind | 'missed', facts: object): string =>
  `id: ${number}\nevent: ${kind}\ndata: ${JSON.stringify(facts)}\n\n`
