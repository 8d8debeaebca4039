import { setImmediate } from 'node:timers'
import { wallNow } from '../clock/clock.ts'
import { milliseconds, type Duration } from '../clock/duration.ts'

/** Something with work that is done a slice at a time. */
interface Worker {
  /** Does some of it. @returns whether there is more. */
  slice(): boolean
  /** Gives up what is left. */
  giveUp(): void
}

/**
 * Has what takes long done a slice at a time. All who have work take turns, and between two slices the event loop turns:
 * requests of other worlds, connections and whatever else has come is seen to.
 */
export class Slices {
  /** Wall time that a slice may take: 0 for one step each, however long that takes. */
  longest: Duration = milliseconds(10)
  readonly #workers: Worker[] = []
  #isOver = false

  /** Begins a slice. @returns whether its time is over. */
  begin(): () => boolean {
    const began = wallNow()
    return () => wallNow() - began >= this.longest
  }

  /** Has somebody's slices come, until there is no more. */
  add(worker: Worker): void {
    if (this.#isOver) return worker.giveUp()
    if (this.#workers.push(worker) === 1) setImmediate(this.#next)
  }

  /** Gives up whatever is not done, and what comes from now on. */
  stop(): void {
    this.#isOver = true
    for (const worker of this.#workers.splice(0)) worker.giveUp()
  }

  readonly #next = () => {
    const worker = this.#workers.shift()
    if (worker?.slice() === true) this.#workers.push(worker)
    if (this.#workers.length > 0) setImmediate(this.#next)
  }
}
