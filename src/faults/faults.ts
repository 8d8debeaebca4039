// Module faults: fault rules, their effects, and which request one is for.
import type { Chance } from '../random/chance.ts'
import { errors } from '../model/api-error.ts'
import type { Row } from '../model/shape.ts'
import { LONGEST, writeEffect, type Delay, type Effect, type EffectRule } from './effect.ts'
import type { RequestRow } from '../journal/request.ts'

/** Which requests a rule is for, and how often it happens. */
interface Reach {
  readonly name: string
  /** In the filter language, over a request; all of them if it is empty. */
  readonly when: string
  /** So many that match pass first. */
  readonly skip: number
  /** It happens so often; always if not given. */
  readonly times: number | undefined
  /** Of each time; drawn from the seed. */
  readonly probability: number | undefined
}

/** A rule: which requests, what happens to them, and how often. */
export interface Fault extends Reach {
  readonly effect: Effect
  readonly meets: (row: Row) => boolean
}

/** A rule as it is told, with how many requests it has matched, and how often it has happened. */
export interface FaultState extends Reach {
  readonly effect: EffectRule
  readonly matched: number
  readonly hits: number
}

/** What happens to one request. */
export interface ActiveFault {
  /** Of the rule; absent if the request has asked for it itself. */
  readonly name?: string
  readonly effect: Effect
  /** Milliseconds. */
  readonly delay: number
}

/** A rule with how far it is. */
export interface CapturedFault {
  readonly fault: Fault
  readonly matched: number
  readonly hits: number
}

const MOST = 1000

/** The fault rules of one world, in the order they were added; the first that matches happens. */
export class Faults {
  readonly #chance: () => Chance
  #kept: CapturedFault[] = []

  /** @param chance what its probabilities and delays are drawn from. */
  constructor(chance: () => Chance) {
    this.#chance = chance
  }

  get size(): number {
    return this.#kept.length
  }

  /**
   * Adds rules at the end, or puts each in the place of the one of its name, unused: all of them, or none. Throws a 400
   * error if there would be too many.
   */
  put(faults: readonly Fault[]): readonly FaultState[] {
    const all = [...this.#kept]
    for (const fault of faults) {
      const place = all.findIndex((each) => each.fault.name === fault.name)
      all[place < 0 ? all.length : place] = { fault, matched: 0, hits: 0 }
    }
    if (all.length > MOST)
      throw errors.badRequest(
        `That would be ${all.length} faults, and ${MOST} are the most; remove some of them first.`,
      )
    this.#kept = all
    return faults.map(({ name }) => this.get(name)).filter((state) => state !== undefined)
  }

  list(): readonly FaultState[] {
    return this.#kept.map(stateOf)
  }

  get(name: string): FaultState | undefined {
    return this.list().find((each) => each.name === name)
  }

  /** @returns whether there was one of that name. */
  remove(name: string): boolean {
    const before = this.#kept.length
    this.#kept = this.#kept.filter(({ fault }) => fault.name !== name)
    return this.#kept.length < before
  }

  clear(): void {
    this.#kept = []
  }

  /** The rules with how far they are, to be put back by `restore`. */
  capture(): readonly CapturedFault[] {
    return [...this.#kept]
  }

  restore(captured: readonly CapturedFault[]): void {
    this.#kept = [...captured]
  }

  /** What happens to a request, and counts it; nothing if no rule is for it. */
  take(row: RequestRow): ActiveFault | undefined {
    for (const [place, { fault, matched, hits }] of this.#kept.entries()) {
      if (!fault.meets(row)) continue
      const nth = matched + 1
      const happens =
        nth > fault.skip &&
        hits < (fault.times ?? Infinity) &&
        this.#chance()
          .of('fault', fault.name, String(nth))
          .chance(fault.probability ?? 1)
      this.#kept[place] = { fault, matched: nth, hits: hits + Number(happens) }
      if (!happens) continue
      const { name, effect } = fault
      return { name, effect, delay: this.delayOf(effect.delay, name, String(nth)) }
    }
    return undefined
  }

  /** Milliseconds, drawn at an address. */
  delayOf(delay: Delay | undefined, ...address: readonly string[]): number {
    if (delay === undefined) return 0
    const draw = this.#chance().of('delay', ...address)
    if ('from' in delay) return draw.number(delay.from, delay.to)
    // Box and Muller's normal number.
    const normal = Math.sqrt(-2 * Math.log(1 - draw.next())) * Math.cos(2 * Math.PI * draw.next())
    return Math.min(LONGEST, delay.median * Math.exp(delay.sigma * normal))
  }
}

function stateOf({ fault, matched, hits }: CapturedFault): FaultState {
  const { name, when, effect, skip, times, probability } = fault
  return { name, when, effect: writeEffect(effect), skip, times, probability, matched, hits }
}
