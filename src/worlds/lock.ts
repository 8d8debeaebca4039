import { finish, type Sliced } from '../clock/sliced.ts'
import { ApiError } from '../model/api-error.ts'
import type { Slices } from './slices.ts'

/** Work that waits for its turn, or is under way. */
interface Entry {
  readonly isGone: () => boolean
  hasBegun: boolean
  /** Does a step. @returns whether it was the last. */
  readonly step: () => boolean
  readonly fail: (error: unknown) => void
  readonly leave: () => void
}

/**
 * Whose turn it is in a world. One is at work at a time, a slice at a time, and the others wait in the order in which they
 * came, so that nobody sees anything half done. Who finds nobody there goes on at once, and waits for no promise.
 */
export class Lock {
  readonly #slices: Slices
  /** The first is at work. */
  readonly #entries: Entry[] = []
  #isScheduled = false
  /** A step is being done: what is asked from inside it has the turn already. */
  #isInside = false
  #isOver = () => false

  constructor(slices: Slices) {
    this.#slices = slices
  }

  /** How many are at work or wait. */
  get size(): number {
    return this.#entries.length
  }

  /** Whether who asks now need not wait. */
  get isFree(): boolean {
    return this.#isInside || this.#entries.length === 0
  }

  /**
   * Does work in its turn; what is asked for from inside other work goes before the rest of that. Throws, or rejects with,
   * what the work throws.
   * @param isGone whether nobody waits for it any more: it is not begun then, and nothing comes of it.
   * @returns its result, at once if it came within a first slice.
   */
  do<T>(work: Sliced<T>, isGone = () => false): T | Promise<T> {
    if (!this.isFree) return this.#wait(work, isGone, this.#entries.length)
    if (!this.#isInside) this.#isOver = this.#slices.begin()
    const before = this.#entries.length
    for (;;) {
      const step = this.#inside(() => work.next())
      if (step.done === true) return step.value
      // What was asked for from inside it goes first.
      const inside = this.#entries.length - before
      if (inside > 0 || this.#isOver()) return this.#wait(work, isGone, inside, true)
    }
  }

  /** Does at once what a program asks for that does not wait, once all is done that came before it. Throws what the work throws. */
  finish<T>(work: Sliced<T>): T {
    if (!this.#isInside) while (this.#entries.length > 0) this.#step()
    return this.#inside(() => finish(work))
  }

  #wait<T>(work: Sliced<T>, isGone: () => boolean, place: number, hasBegun = false): Promise<T> {
    return new Promise((resolve, fail) => {
      const step = () => {
        const { done, value } = work.next()
        if (done === true) resolve(value)
        return done === true
      }
      const leave = () => void work.return(undefined as T)
      this.#entries.splice(place, 0, { isGone, hasBegun, step, fail, leave })
      if (this.#isScheduled) return
      this.#isScheduled = true
      this.#slices.add(this)
    })
  }

  /** Goes on with what is waiting, for as long as a slice. */
  slice(): boolean {
    this.#isOver = this.#slices.begin()
    while (this.#entries.length > 0) {
      this.#step()
      if (this.#isOver()) break
    }
    this.#isScheduled = this.#entries.length > 0
    return this.#isScheduled
  }

  /** The server has ended: what is under way is left as it is, and what waits is refused. */
  giveUp(): void {
    this.#isScheduled = false
    for (const { leave, fail } of this.#entries.splice(0)) {
      leave()
      fail(new ApiError(503, 'The server has ended.'))
    }
  }

  #step(): void {
    const [entry] = this.#entries
    if (entry === undefined) return
    let isDone = !entry.hasBegun && entry.isGone()
    entry.hasBegun = true
    try {
      isDone ||= this.#inside(entry.step)
    } catch (error) {
      isDone = true
      entry.fail(error)
    }
    if (isDone) this.#entries.splice(this.#entries.indexOf(entry), 1)
  }

  #inside<T>(act: () => T): T {
    const wasInside = this.#isInside
    this.#isInside = true
    try {
      return act()
    } finally {
      this.#isInside = wasInside
    }
  }
}
