import { expect, it } from 'vitest'
import type { JobSpec } from '#seed-data'
import { seconds } from '../../src/clock/duration.ts'
import { startRun } from '../../src/simulation/jobs/start.ts'
import { frozen, idOfJob, sessionsOf, small } from '../seed/worlds.ts'

const short: readonly Partial<JobSpec>[] = [
  { type: 'Backup', objects: ['a'] },
  { type: 'AgentBackup', objects: ['a', 'b', 'c', 'd', 'e', 'f'] },
  { type: 'NasBackup', objects: ['nas:/a'] },
]
it.each(short)('a job of a minute, $type of $objects, is done in less than two', (spec) => {
  for (let seed = 0; seed < 50; seed++) {
    const simulation = frozen(small(0, { ...spec, minutes: 1 }), { seed })
    startRun(simulation, idOfJob(simulation, 'Nightly'))
    simulation.clock.advance(seconds(100))
    simulation.catchUp()
    for (const { State } of sessionsOf(simulation)) expect(State).toBe('Stopped')
  }
})
