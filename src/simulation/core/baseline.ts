import type { Instant } from '../../clock/instant.ts'
import type { Simulation } from './simulation.ts'
import { captureSimulation, openSimulation, type SimulationState } from './capture.ts'

/** What worlds begin as: how they stand then. */
export class Baseline {
  /** What it is called. */
  readonly scenario: string
  /** How all its worlds begin. */
  readonly state: SimulationState
  #first: Simulation | undefined

  private constructor(scenario: string, state: SimulationState, first?: Simulation) {
    this.scenario = scenario
    this.state = state
    this.#first = first
  }

  /** @param lived a world that has come to where its story starts. @param start when that is. */
  static lived(scenario: string, lived: Simulation, start: Instant): Baseline {
    return new Baseline(scenario, captureSimulation(lived, start), lived)
  }

  /** @param state how its worlds stand when they begin, told by somebody else. */
  static at(scenario: string, state: SimulationState): Baseline {
    return new Baseline(scenario, state)
  }

  /** Another world that begins here. The first is the one that has lived, whose clock goes on. */
  open(): Simulation {
    const first = this.#first
    this.#first = undefined
    return first ?? openSimulation(this.state)
  }
}
