// What it costs to let the world go on: when nothing is due, a year of it, and the past of an estate.
import { days } from '../src/clock/duration.ts'
import { makeSimulation } from '../src/seed/make-simulation.ts'
import { median, type Figure } from './figures.ts'

const LOOKS = 1_000_000
const open = (pace: 'real' | 'frozen' = 'frozen') =>
  makeSimulation({ scenario: 'default', seed: 1, database: 'postgresql', pace })

/** Milliseconds that something takes, as the median of several. */
const time = (act: () => void, rounds: number): number =>
  median(
    Array.from({ length: rounds }, () => {
      const begun = performance.now()
      act()
      return performance.now() - begun
    }),
  )

export function life(): Promise<readonly Figure[]> {
  const simulation = open('real')
  simulation.catchUp()
  const settle = time(() => {
    for (let n = 0; n < LOOKS; n++) simulation.catchUp()
  }, 9)
  const clock = time(() => {
    for (let n = 0; n < LOOKS; n++) Date.now()
  }, 9)
  const seeded = open()
  const past = time(() => open().catchUp(), 9)
  const year = time(() => {
    seeded.catchUp()
    seeded.clock.advance(days(365))
    seeded.catchUp()
  }, 1)
  const nanoseconds = (ms: number) => (ms * 1e6) / LOOKS
  return Promise.resolve([
    {
      what: 'settle, nothing due',
      ours: `${nanoseconds(settle).toFixed(0)} ns`,
      control: `Date.now ${nanoseconds(clock).toFixed(0)} ns`,
      value: nanoseconds(settle),
      unit: ' ns',
      target: { atMost: 1000 },
    },
    {
      what: 'the past of the default estate',
      ours: 'seeded and lived until now',
      value: past,
      unit: ' ms',
    },
    {
      what: 'a year of it at once',
      ours: `${(year / past).toFixed(1)} times its past`,
      value: year,
      unit: ' ms',
      target: { atMost: 1000 },
    },
  ])
}
