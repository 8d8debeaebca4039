import type { Instant } from '../clock/instant.ts'
import type { World } from './world.ts'
import { captureWorld, openWorld, type WorldState } from './world-state.ts'

/** What worlds begin as: a state, or a planted scenario whose past is lived through once, when the first of them is looked at. */
export class Origin {
  /** What it is called. */
  readonly scenario: string
  #planted: World | undefined
  #isGiven = false
  #state: WorldState | undefined

  private constructor(scenario: string) {
    this.scenario = scenario
  }

  /** @param planted a world that nobody has looked at. @param start where its story starts. */
  static planted(scenario: string, planted: World, start: Instant): Origin {
    const origin = new Origin(scenario)
    origin.#planted = planted
    planted.whenBegun(() => (origin.#state = captureWorld(planted, start)))
    return origin
  }

  /** @param state how its worlds stand when they begin, told by somebody else. */
  static at(scenario: string, state: WorldState): Origin {
    const origin = new Origin(scenario)
    origin.#state = state
    return origin
  }

  /** How all its worlds begin. */
  state(): WorldState {
    this.#planted?.begin()
    this.#planted = undefined
    if (this.#state === undefined) throw new Error('A world has begun without its state.')
    return this.#state
  }

  /** Another world that begins here. The first is the planted one itself, so that a start waits for nothing. */
  open(): World {
    if (this.#isGiven || this.#planted === undefined) return openWorld(this.state())
    this.#isGiven = true
    return this.#planted
  }
}
