import type { Instant } from './instant.ts'

interface Due<Happening> {
  readonly at: Instant
  readonly order: number
  readonly what: Happening
}

/** Things that will happen, soonest first; those of one instant in the order they were noted (a binary heap). */
export class EventQueue<Happening> {
  readonly #heap: Due<Happening>[] = []
  #noted = 0

  note(at: Instant, what: Happening): void {
    const heap = this.#heap
    const due = { at, order: this.#noted++, what }
    let hole = heap.push(due) - 1
    while (hole > 0) {
      const above = (hole - 1) >> 1
      const parent = heap[above]
      if (parent === undefined || !isBefore(due, parent)) break
      heap[hole] = parent
      hole = above
    }
    heap[hole] = due
  }

  /** All that will happen, in that order. */
  entries(): { readonly at: Instant; readonly what: Happening }[] {
    return [...this.#heap].sort((a, b) => (isBefore(a, b) ? -1 : 1)).map(({ at, what }) => ({ at, what }))
  }

  /** When the next thing is due; `Infinity` when nothing is. */
  get next(): Instant {
    return this.#heap[0]?.at ?? Infinity
  }

  /** Takes the next thing off, if it is due by `now`. */
  take(now: Instant): { readonly at: Instant; readonly what: Happening } | undefined {
    const heap = this.#heap
    const first = heap[0]
    if (first === undefined || first.at > now) return undefined
    const last = heap.pop()
    if (last !== undefined && last !== first) this.#sink(last)
    return first
  }

  #sink(due: Due<Happening>): void {
    const heap = this.#heap
    let hole = 0
    for (;;) {
      const left = 2 * hole + 1
      const [a, b] = [heap[left], heap[left + 1]]
      if (a === undefined) break
      const isRight = b !== undefined && isBefore(b, a)
      const child = isRight ? b : a
      if (!isBefore(child, due)) break
      heap[hole] = child
      hole = isRight ? left + 1 : left
    }
    heap[hole] = due
  }
}

const isBefore = (a: Due<unknown>, b: Due<unknown>): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)
