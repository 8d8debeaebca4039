import { versions } from 'node:process'
import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { errors } from '../model/api-error.ts'
import { megabyte } from '../model/size.ts'

/** The heap of this program, in bytes. */
export interface Heap {
  /** Where Node ends the process. */
  readonly limit: number
  /** What is held, and what nobody holds any more but has not been collected yet. */
  used(): number
  /** Has what nobody holds be collected, at once. */
  collect(): void
}

/** Lets go of some of what can be done without. @returns whether there was any. */
export type LetGo = () => boolean

/** Of the heap's limit, unless told otherwise: what a request takes while it is answered needs room too. */
const SHARE = 0.65
/** The same, as far as time goes on, which nobody has to ask for. */
const BRINK = 0.8

const WAYS_OUT =
  'Drop snapshots (DELETE /_mock/snapshots), worlds or entities, go back (POST /_mock/reset), or start with more: --memory, and NODE_OPTIONS=--max-old-space-size for a larger heap.'

/**
 * What all worlds may hold together, with their journals, snapshots and remembered answers. It is the heap that is looked
 * at, since that is what a process dies of: no count of its own could tell what worlds and snapshots share, and no kind of
 * thing that is held is forgotten (decision 31).
 */
export class Memory {
  /** Bytes that may be held. */
  readonly most: number
  readonly #heap: Heap
  readonly #brink: number
  readonly #letGo: readonly LetGo[]
  /** Bytes used from which on what is held is not known any more. */
  #mark: number
  /** Bytes, when it was last known. */
  #held = 0
  /** Something was given up since. */
  #isFreed = false

  /**
   * @param megabytes that may be held; a share of what the heap may be, if not given.
   * @param letGo what can be done without, the first first. Throws a SettingsError for more than the heap has room for.
   */
  constructor(megabytes: number | undefined, letGo: readonly LetGo[], heap = ownHeap()) {
    this.#heap = heap
    this.#letGo = letGo
    this.most = megabytes === undefined ? SHARE * heap.limit : megabytes * megabyte
    this.#mark = this.most
    const brink = BRINK * heap.limit
    this.#brink = Math.min(brink, (BRINK / SHARE) * this.most)
    if (this.most > brink)
      throw unusable(
        `memory is ${megabytes} MB, and Node's heap has room for ${inMegabytes(brink)} of them. Say less, or let the heap be larger: NODE_OPTIONS=--max-old-space-size=${Math.ceil((megabytes ?? 0) / SHARE)}.`,
      )
  }

  /** Looks whether too much is held, and lets go of what can be done without then. One comparison when there is room. */
  look(): void {
    const used = this.#heap.used()
    if (used <= this.most) this.#held = used
    else if (used > this.#mark || (this.#isFreed && this.#isOver)) this.#measure()
  }

  /** Throws a 507 ApiError if there is no room for more. @param what it is for, as a sentence has it. */
  afford(what: string): void {
    this.look()
    if (!this.#isOver) return
    throw errors.noRoom(
      `There is no room for ${what}: ${inMegabytes(this.#held)} MB are held where ${inMegabytes(this.most)} MB may be, and no idle world is left to let go of. ${WAYS_OUT}`,
    )
  }

  /** Throws a 507 ApiError if there is no room for so many bytes that are given up again soon. @param what they are for. */
  affordPassing(bytes: number, what: string): void {
    this.look()
    if (this.#heap.used() + bytes <= this.#heap.limit) return
    this.#measure(this.#heap.limit - bytes)
    if (this.#held + bytes > this.#heap.limit)
      throw errors.noRoom(
        `There is no room for ${what}: it takes about ${inMegabytes(bytes)} MB for a while, and ${inMegabytes(this.#held)} of the heap's ${inMegabytes(this.#heap.limit)} MB are held. ${WAYS_OUT}`,
      )
  }

  /** Whether there is room for time to go on; that is more than may be asked for. */
  canGoOn(): boolean {
    this.look()
    return this.#held <= this.#brink
  }

  /** Something was given up: whether there is room is not known any more. */
  freed(): void {
    this.#isFreed = true
  }

  /** Throws a SettingsError if nothing could be added to what is held already. */
  refuseNone(): void {
    this.look()
    if (this.#isOver)
      throw unusable(
        `memory is ${inMegabytes(this.most)} MB, and ${inMegabytes(this.#held)} MB are held before anything is asked. Say more.`,
      )
  }

  get #isOver(): boolean {
    return this.#held > this.most
  }

  /** @param most what is let go of until no more is held. */
  #measure(most = this.most): void {
    this.#isFreed = false
    this.#collect()
    for (const letGo of this.#letGo) while (this.#held > most && letGo()) this.#collect()
    // What is dropped at once is most of what comes next: it is looked again when so much of it has come.
    const room = Math.max((this.#brink - this.#held) / 2, this.#heap.limit / 32)
    this.#mark = Math.max(this.most, this.#held + room)
  }

  #collect(): void {
    this.#heap.collect()
    this.#held = this.#heap.used()
  }
}

/** The heap of V8, with what lies outside of it and is held from there, such as buffers. */
function ownHeap(): Heap {
  const used = () => {
    const { used_heap_size: inside, external_memory: outside } = getHeapStatistics()
    return inside + outside
  }
  let gc: (() => void) | undefined
  const collect = () => (gc ??= collector())()
  const { heap_size_limit: all } = getHeapStatistics()
  // A process ends when the old generation is full, and the limit that V8 tells is of both.
  return { limit: Math.max(all - youngOf(versions.v8), all / 4), used, collect }
}

/** Bytes of the young generation at the most, unless Node is told otherwise: 48 MB for Node 20 and 22, 192 MB from 24 (measured). */
function youngOf(v8: string): number {
  const [major = 0, minor = 0] = v8.split('.').map(Number)
  return (major > 12 || (major === 12 && minor > 4) ? 192 : 48) * megabyte
}

/** V8 hands it out to whoever starts with a flag; it is as good while the flag is up. */
function collector(): () => void {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  setFlagsFromString('--no-expose-gc')
  return gc
}

const inMegabytes = (bytes: number): number => Math.round(bytes / megabyte)

const unusable = (sentence: string): Error => Object.assign(new Error(sentence), { name: 'SettingsError' })
