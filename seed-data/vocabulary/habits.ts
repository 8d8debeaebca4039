import type { HabitName } from '../scenario.ts'

/** How often an object's part in a run ends so, beside one another. */
export const habits = {
  perfect: { Success: 1, Warning: 0, Failed: 0 },
  reliable: { Success: 985, Warning: 10, Failed: 5 },
  moody: { Success: 92, Warning: 6, Failed: 2 },
  troubled: { Success: 82, Warning: 8, Failed: 10 },
  /** Warns every time. */
  ailing: { Success: 0, Warning: 1, Failed: 0 },
  /** Fails every time. */
  hopeless: { Success: 0, Warning: 0, Failed: 1 },
} satisfies Record<HabitName, Record<'Success' | 'Warning' | 'Failed', number>>
