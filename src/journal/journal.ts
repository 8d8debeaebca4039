import type { Parameter } from '../query/read-query.ts'
import { detached } from '../text/detached.ts'
import { Counts, type CountsState } from './counts.ts'
import { EntryRow, viewOf, type Entry, type EntryView } from './entry.ts'
import { EntryTable } from './entry-table.ts'

const MOST = 10_000
const MOST_BYTES = 16 << 20
/** Characters of a body that are kept. */
const BODY = 64 << 10
/** Characters; longer ones are not answered either. */
export const LONGEST_URL = 64 << 10
/** About what an entry takes besides its texts. */
const OVERHEAD = 300

/** What one world was asked, newest last. The oldest are dropped when there are too many; counts are kept for ever. */
export class Journal {
  readonly #read: (url: string) => readonly Parameter[]
  readonly #most: number
  readonly #mostBytes: number
  readonly #counts = new Counts()
  readonly #listeners = new Set<(number: number) => void>()
  #ring: (Entry | undefined)[] = []
  /** The number before the first that counts: those up to it were cleared. */
  #since = 0
  #first = 1
  #next = 1
  #bytes = 0
  #table: EntryTable | undefined

  /**
   * @param read reads the query string of a URL.
   * @param limits how many entries are kept, and about how many bytes of them.
   */
  constructor(read: (url: string) => readonly Parameter[], { most = MOST, mostBytes = MOST_BYTES } = {}) {
    this.#read = read
    this.#most = most
    this.#mostBytes = mostBytes
  }

  add(entry: Entry): void {
    const { body, url } = entry
    const isLong = url.length > LONGEST_URL || (body?.length ?? 0) > BODY
    const kept = isLong
      ? {
          ...entry,
          url: detached(url.slice(0, LONGEST_URL)),
          ...(body !== undefined && { body: detached(body.slice(0, BODY)) }),
        }
      : entry
    if (this.size === this.#most) this.#drop()
    const number = this.#next++
    this.#ring[this.#placeOf(number)] = kept
    this.#bytes += bytesOf(kept)
    while (this.#bytes > this.#mostBytes && this.size > 1) this.#drop()
    this.#counts.add(kept)
    for (const listener of this.#listeners) listener(number)
  }

  /** How many entries are held. */
  get size(): number {
    return this.#next - this.#first
  }

  /** How many entries were dropped for want of room. */
  get dropped(): number {
    return this.droppedAfter(0)
  }

  /** The id of the newest entry; 0 if there never was one. */
  get last(): number {
    return this.#next - 1
  }

  /** How many of the entries after an id were dropped. */
  droppedAfter(id: number): number {
    return Math.max(0, this.#first - 1 - Math.max(id, this.#since))
  }

  /** Forgets all entries, but not the counts. Ids go on from where they are. */
  clear(): void {
    this.#ring = []
    this.#table = undefined
    this.#bytes = 0
    this.#since = this.#next - 1
    this.#first = this.#next
  }

  /** The entries as a table to be asked: what has come and gone since it was asked last is made up for. */
  table(): EntryTable {
    this.#table ??= new EntryTable((number) => this.#ring[this.#placeOf(number)], this.#first)
    return this.#table.follow(this.#first, this.#next)
  }

  /** The entry of an id as a row. Throws a plain Error if it is not held. */
  row(number: number): EntryRow {
    const entry = this.#ring[this.#placeOf(number)]
    if (entry === undefined) throw new Error(`The journal has no entry ${number}.`)
    return new EntryRow(entry, number)
  }

  /** The newest entry. Throws a plain Error if there is none. */
  latest(): EntryView {
    return this.view(this.row(this.last))
  }

  view(row: EntryRow): EntryView {
    return viewOf(row, this.#read)
  }

  counts(): CountsState {
    return this.#counts.read()
  }

  resetCounts(): void {
    this.#counts.reset()
  }

  /** The counts one by one, and those of faults. */
  get tallies(): Pick<Counts, 'each' | 'faults'> {
    return this.#counts
  }

  /** Has someone told the id of each entry that comes. @returns what ends that. */
  onAdd(listener: (number: number) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #placeOf(number: number): number {
    return (number - 1 - this.#since) % this.#most
  }

  #drop(): void {
    const place = this.#placeOf(this.#first++)
    const entry = this.#ring[place]
    if (entry !== undefined) this.#bytes -= bytesOf(entry)
    this.#ring[place] = undefined
  }
}

function bytesOf({ url, user, userAgent, contentType, body, unread }: Entry): number {
  const texts = url.length + (user?.length ?? 0) + (userAgent?.length ?? 0)
  let bytes = OVERHEAD + texts + (contentType?.length ?? 0) + 2 * (body?.length ?? 0)
  if (unread !== undefined) for (const name of unread) bytes += name.length
  return bytes
}
