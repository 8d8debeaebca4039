import { FASTEST, paceWord, readPace, type Pace } from '../../clock/clock.ts'
import { days, type Duration } from '../../clock/duration.ts'
import { writeInstant, type Instant } from '../../clock/instant.ts'
import { readDuration, sayDuration } from '../../clock/read-duration.ts'
import { readInstant, readSimulatedStart } from '../../clock/read-instant.ts'
import { workOf, type Sliced } from '../../clock/sliced.ts'
import { errors } from '../../model/api-error.ts'
import type { SimulationEvent } from './event.ts'
import type { Simulation } from './simulation.ts'

/** How simulated time stands. */
export interface ClockState {
  /** `real`, `frozen`, or a speed such as `60x`. */
  readonly mode: string
  /** How many times as fast as the wall's it passes while it does. */
  readonly rate: number
  /** ISO 8601. */
  readonly now: string
}

/** What may be set of it; what is left out stays as it is. */
export interface ClockSetting {
  readonly mode?: string | undefined
  readonly rate?: number | undefined
  readonly now?: string | undefined
}

/** Where a world is; another may take its place there. */
export interface ClockOwner {
  readonly simulation: Simulation
  /** Is told when its time was moved. */
  readonly moved?: (state: ClockState) => void
}

/** An entity that began, or came into another state. */
export interface WorldEvent {
  readonly at: string
  readonly type: string
  readonly id: string
  readonly name: string
  readonly state: string
  readonly result: string
}

/** How simulated time stands after it was moved, and what came of it: the last thousand events, and how many there were. */
export interface ClockChange extends ClockState {
  readonly events: number
  readonly happened: readonly WorldEvent[]
}

const MOST_TOLD = 1000
/** A year of the default estate is lived in less than a second; what is asked by mistake must not take an hour. */
const FARTHEST = days(3660)

/** Simulated time as people and programs set it. It goes forward only: what has happened stays so. What moves it is work in slices. */
export class ClockControl {
  readonly #place: ClockOwner

  constructor(place: ClockOwner) {
    this.#place = place
  }

  get #simulation(): Simulation {
    return this.#place.simulation
  }

  read(): ClockState {
    const { clock } = this.#simulation
    const { pace } = clock
    return {
      mode: paceWord(pace),
      rate: typeof pace === 'string' ? 1 : pace.rate,
      now: writeInstant(clock.now()),
    }
  }

  /**
   * Changes how time passes, or what time it is, or both. Throws a 400 ApiError for what cannot be read, and for a time
   * that is over; nothing has changed then.
   */
  *set({ mode, rate, now }: ClockSetting): Sliced<ClockChange> {
    const pace = paceOf(mode, rate)
    const at = now === undefined ? undefined : readSimulatedStart(now)
    if (now !== undefined && at === undefined)
      throw errors.badRequest(`Found now "${now}"; it is a time from 1970 to 2199 such as 2026-01-15T08:00:00Z.`)
    return yield* this.tell(() => {
      const { clock } = this.#simulation
      const current = clock.now()
      if (at !== undefined && at < current)
        throw errors.badRequest(
          `It is ${writeInstant(current)}, and time does not go back to ${writeInstant(at)}: what has happened stays so. Start again with --now for an earlier time.`,
        )
      if (at !== undefined) refuseFar(at - current)
      if (pace !== undefined) clock.pace = pace
      if (at !== undefined) clock.advance(Math.max(0, at - clock.now()))
    })
  }

  /**
   * Lets so much time pass at once: `PT2H`, `P31D`, `90m`, or goes on to a time. Throws a 400 ApiError for what is neither,
   * and for a time that is over.
   */
  *advance(by: string): Sliced<ClockChange> {
    const length = readDuration(by)
    if (length === undefined && readInstant(by) !== undefined) return yield* this.set({ now: by })
    if (length === undefined)
      throw errors.badRequest(
        `Found by "${by.slice(0, 100)}"; it is ${sayDuration(by)}, or a time such as 2026-01-15T08:00:00Z.`,
      )
    refuseFar(length)
    return yield* this.tell(() => this.#simulation.clock.advance(length))
  }

  /** Goes on to when the next thing happens; where nothing will, no time passes. */
  *next(): Sliced<ClockChange> {
    return yield* this.tell(() => {
      const { eventQueue, clock } = this.#simulation
      const at = eventQueue.next
      if (at < Infinity) clock.advance(Math.max(0, Math.ceil(at - clock.now())))
    })
  }

  /**
   * Has something done that lets the world go on, and tells what came of it. What was due before is over before, and is
   * not told.
   */
  *tell(act: () => void): Sliced<ClockChange> {
    const simulation = this.#simulation
    yield* inFull(simulation)
    let events = 0
    const happened: WorldEvent[] = []
    yield* simulation.watch(
      workOf(() => {
        act()
        return inFull(simulation)
      }),
      (at, simulated) => {
        const event = eventOf(simulation, at, simulated)
        if (event === undefined) return
        events++
        happened.push(event)
        if (happened.length > 2 * MOST_TOLD) happened.splice(0, MOST_TOLD)
      },
    )
    const state = this.read()
    this.#place.moved?.(state)
    return { ...state, events, happened: happened.slice(-MOST_TOLD) }
  }
}

/** Lets everything happen that is due. Throws a 507 ApiError if there is no room for it. */
function* inFull(simulation: Simulation): Sliced<void> {
  refuseHalfway(simulation, yield* simulation.catchingUp())
}

/** Throws a 507 ApiError if simulated time has not come to where it was to. */
function refuseHalfway({ clock }: Simulation, isThere: boolean): void {
  if (!isThere)
    throw errors.noRoom(
      `Simulated time has come to ${writeInstant(clock.now())} and no farther: there is no room for what would happen next. Go back (POST /_mock/reset), drop snapshots or worlds, or start with more: --memory, or NODE_OPTIONS=--max-old-space-size for a larger heap.`,
    )
}

function refuseFar(length: Duration): void {
  if (length > FARTHEST) throw errors.badRequest('That is more than ten years at once; go there in several steps.')
}

function paceOf(mode: string | undefined, rate: number | undefined): Pace | undefined {
  const pace = mode === undefined ? undefined : readPace(mode)
  if (mode !== undefined && pace === undefined)
    throw errors.badRequest(
      `Found mode "${mode}"; it is real, frozen, or a speed such as 60x, ${FASTEST}x at the most.`,
    )
  // What GET tells may be sent back: at rest, and in step with the wall, the rate is 1.
  if (rate === undefined || pace === 'frozen') return pace
  return rate === 1 ? 'real' : { rate }
}

/** What came of an event of the simulation. Only what changes an entity's state is told; planning and the like are not. */
export function eventOf({ store }: Simulation, at: Instant, simulated: SimulationEvent): WorldEvent | undefined {
  if (simulated.what !== 'enter' && simulated.what !== 'stage') return undefined
  const { type, id } = simulated
  const row = store.table(type).get(id) as
    | {
        readonly State?: string
        readonly TaskId?: string
        readonly Result?: string | { readonly Success: boolean }
      }
    | undefined
  const name = row?.TaskId ?? store.nameOf(type, id)
  if (row === undefined || name === undefined) return undefined
  const { State: state = '', Result = '' } = row
  const result = typeof Result === 'string' ? Result : Result.Success ? 'Success' : 'Failed'
  return { at: writeInstant(at), type, id, name, state, result }
}
