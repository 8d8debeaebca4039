// Module random: everything that is drawn; the only module with randomness. Draws are addressed, never consumed.
import { Draw } from './draw.ts'

/** Seeded chance. What is drawn depends on the seed and the address alone, so a new thing changes no other (decision 6). */
export class Chance {
  readonly seed: number

  /** @param seed a whole number from 0 up. */
  constructor(seed: number) {
    this.seed = seed
  }

  /** The draws at an address, such as `chance.of(session, 'duration')`: the same ones each time it is asked. */
  of(...address: readonly string[]): Draw {
    return new Draw(this.seed, address)
  }
}
