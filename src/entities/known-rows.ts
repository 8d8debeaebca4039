import type { Store } from '../store/store.ts'
import type { Row } from '../model/shape.ts'

/** The best rows of a table to make another after, as far as it was looked through. */
interface Search {
  own: Row | undefined
  alike: Row | undefined
  best: number
  most: number
  /** The first position that was not looked at. */
  next: number
}

/** What is known of a store's rows from one entity that is added to the next, as long as nothing else changes. */
class KnownRows {
  version = -1
  readonly searches = new Map<string, Search>()
  /** By type. */
  readonly names = new Map<string, Set<unknown>>()
  /** The number that may be free, by type and stem. */
  readonly numbers = new Map<string, number>()

  clear(): void {
    this.searches.clear()
    this.names.clear()
    this.numbers.clear()
  }
}

const known = new WeakMap<Store, KnownRows>()
/** More would only lie about. */
const MOST_SEARCHES = 1000

/** What is known of the rows of a store as it stands now. */
export function knownRows(store: Store): KnownRows {
  let rows = known.get(store)
  if (rows === undefined) known.set(store, (rows = new KnownRows()))
  if (rows.version !== store.version || rows.searches.size > MOST_SEARCHES) rows.clear()
  rows.version = store.version
  return rows
}

/** Takes down that a row was added, and nothing else changed since `knownRows` was asked. */
export function noteAdded(store: Store, type: string, name: unknown): void {
  const rows = known.get(store)
  if (rows === undefined) return
  rows.version = store.version
  rows.names.get(type)?.add(name)
}
