import { eventOf } from '../life/story-time.ts'
import type { World } from '../life/world.ts'

/** What is told while it happens: a request that was answered, an entity in another state, a clock that was moved. */
export type EventKind = 'request' | 'state' | 'clock'
/** Is handed an event as it is sent. */
type Hear = (text: string) => void

/** So many may listen to a world at once. */
const MOST = 100
/** Bytes of events that are kept for who was cut off and comes back. */
const MOST_KEPT = 256 << 10

/** Who listens to what happens in a world. With nobody there it costs a comparison. */
export class Events {
  readonly #hearers = new Map<Hear, () => void>()
  /** The latest, numbered without a gap, while somebody listens or may come back. */
  #kept: string[] = []
  #keptBytes = 0
  #isKeeping = false
  #last = 0

  get isHeard(): boolean {
    return this.#isKeeping
  }

  get isFull(): boolean {
    return this.#hearers.size >= MOST
  }

  /** The number of the latest event; events are numbered from 1. */
  get last(): number {
    return this.#last
  }

  /** @param end is called when there will be no more. @returns how to stop. */
  add(hear: Hear, end: () => void): () => void {
    this.#isKeeping = true
    this.#hearers.set(hear, end)
    return () => void this.#hearers.delete(hear)
  }

  tell(kind: EventKind, facts: object): void {
    if (!this.isHeard) return
    const text = writeEvent(++this.#last, kind, facts)
    this.#kept.push(text)
    this.#keptBytes += text.length
    while (this.#keptBytes > MOST_KEPT && this.#kept.length > 1)
      // Nobody has come back for a long time.
      if (this.#hearers.size === 0) return this.#forget()
      else this.#keptBytes -= this.#kept.shift()?.length ?? 0
    for (const hear of this.#hearers.keys()) hear(text)
  }

  /** What was told after the event of a number; undefined if not all of it is known any more. */
  after(number: number): readonly string[] | undefined {
    const missed = this.#last - number
    if (missed < 0 || missed > this.#kept.length) return undefined
    return this.#kept.slice(this.#kept.length - missed)
  }

  /** There will be no more. */
  close(): void {
    for (const end of this.#hearers.values()) end()
  }

  /** Tells what happens in a world from now on. */
  follow(world: World): void {
    world.hear((at, happening) => {
      if (!this.isHeard) return
      const event = eventOf(world, at, happening)
      if (event !== undefined) this.tell('state', event)
    })
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
