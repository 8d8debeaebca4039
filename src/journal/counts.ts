import { detached } from '../text/detached.ts'
import { pathOfRequest, type Entry } from './entry.ts'

interface Tally {
  count: number
  /** Method → status → how many. */
  readonly byMethod: Map<string, Map<number, number>>
}

/** How many requests there have been, by operation. */
export interface CountsState {
  readonly operations: Readonly<
    Record<string, { readonly count: number; readonly byStatus: Readonly<Record<string, number>> }>
  >
  readonly total: number
}

/** What is counted one by one, for metrics. */
export interface Counted {
  readonly operation: string
  readonly method: string
  readonly status: number
  readonly count: number
}

/** So many names are told apart; what comes later is counted as `other`, so that memory stays flat. */
const MOST = 1000
const other = 'other'

/** Counts requests by operation, and those of no operation by method and path. Nothing is ever dropped. */
export class Counts {
  readonly #tallies = new Map<string, Tally>()
  readonly #faults = new Map<string, number>()
  #total = 0

  add(entry: Entry): void {
    const { operation, method, status, fault, preflight } = entry
    if (preflight === true) return
    const tally = this.#tally(operation ?? `${method} ${templateOf(entry)}`)
    let byStatus = tally.byMethod.get(method)
    if (byStatus === undefined) tally.byMethod.set(method, (byStatus = new Map<number, number>()))
    byStatus.set(status, (byStatus.get(status) ?? 0) + 1)
    tally.count++
    this.#total++
    if (fault === undefined) return
    const name = this.#faults.has(fault) || this.#faults.size < MOST ? fault : other
    this.#faults.set(name, (this.#faults.get(name) ?? 0) + 1)
  }

  read(): CountsState {
    const operations = [...this.#tallies].map(([name, { count, byMethod }]) => {
      const byStatus: Record<string, number> = {}
      for (const statuses of byMethod.values())
        for (const [status, times] of statuses) byStatus[status] = (byStatus[status] ?? 0) + times
      return [name, { count, byStatus }] as const
    })
    return { operations: Object.fromEntries(operations), total: this.#total }
  }

  *each(): Iterable<Counted> {
    for (const [operation, { byMethod }] of this.#tallies)
      for (const [method, byStatus] of byMethod)
        for (const [status, count] of byStatus) yield { operation, method, status, count }
  }

  /** How often each fault was applied, by name. */
  get faults(): ReadonlyMap<string, number> {
    return this.#faults
  }

  reset(): void {
    this.#tallies.clear()
    this.#faults.clear()
    this.#total = 0
  }

  #tally(asked: string): Tally {
    const known = this.#tallies.get(asked)
    if (known !== undefined) return known
    const name = this.#tallies.size < MOST ? asked : other
    const tally = this.#tallies.get(name) ?? {
      count: 0,
      byMethod: new Map<string, Map<number, number>>(),
    }
    this.#tallies.set(name, tally)
    return tally
  }
}

/** `/jobs/0af…` → `/jobs/{id}`, for paths that are not documented. */
const templateOf = (entry: Entry): string =>
  entry.route ??
  detached(pathOfRequest(entry).slice(0, 200))
    .replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi, '{id}')
    .replace(/\/\d+(?=\/|$)/g, '/{n}')
