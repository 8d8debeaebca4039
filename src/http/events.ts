import { eventOf } from '../life/story-time.ts'
import type { World } from '../life/world.ts'

/** What is told while it happens: a request that was answered, an entity in another state, a clock that was moved. */
export type EventKind = 'request' | 'state' | 'clock'
type Hear = (kind: EventKind, facts: object) => void

/** So many may listen to a world at once. */
const MOST = 100

/** Who listens to what happens in a world. With nobody there it costs a comparison. */
export class Events {
  readonly #hearers = new Map<Hear, () => void>()

  get isHeard(): boolean {
    return this.#hearers.size > 0
  }

  get isFull(): boolean {
    return this.#hearers.size >= MOST
  }

  /** @param end is called when there will be no more. @returns how to stop. */
  add(hear: Hear, end: () => void): () => void {
    this.#hearers.set(hear, end)
    return () => void this.#hearers.delete(hear)
  }

  tell(kind: EventKind, facts: object): void {
    for (const hear of this.#hearers.keys()) hear(kind, facts)
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
}
