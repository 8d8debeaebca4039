import type { Instant } from '../../clock/instant.ts'
import type { World } from './simulation.ts'
import { captureWorld, openWorld, type WorldState } from './simulation-state.ts'

/** What worlds begin as: how they stand then. */
export class Origin {
  /** What it is called. */
  readonly scenario: string
  /** How all its worlds begin. */
  readonly state: WorldState
  #first: World | undefined

  private constructor(scenario: string, state: WorldState, first?: World) {
    this.scenario = scenario
    this.state = state
    this.#first = first
  }

  /** @param lived a world that has come to where its story starts. @param start when that is. */
  static lived(scenario: string, lived: World, start: Instant): Origin {
    return new Origin(scenario, captureWorld(lived, start), lived)
  }

  /** @param state how its worlds stand when they begin, told by somebody else. */
  static at(scenario: string, state: WorldState): Origin {
    return new Origin(scenario, state)
  }

  /** Another world that begins here. The first is the one that has lived, whose clock goes on. */
  open(): World {
    const first = this.#first
    this.#first = undefined
    return first ?? openWorld(this.state)
  }
}
