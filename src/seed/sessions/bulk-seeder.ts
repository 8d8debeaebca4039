import type { Bulk } from '#seed-data'
import { days, minutes } from '../../clock/duration.ts'
import type { Instant } from '../../clock/instant.ts'
import type { Sliced } from '../../clock/sliced.ts'
import { idOf } from '../../random/ids.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import { stamp } from '../../model/names.ts'
import { backupJobSession } from '../../resources/index.ts'
import type { Seeder } from '../seeder.ts'
import { jobState } from '../../simulation/jobs/job-state.ts'

export const bulkSeeder: Seeder = {
  when: 'before the past',
  *seed(simulation, { scenario, start }) {
    if (scenario.bulk !== undefined) yield* plantBulk(simulation, scenario.bulk, start)
  },
}

const retryOf = 'The connection to the proxy was lost. The job will be tried again. '

/**
 * Adds a multitude of sessions in order of time, spread over the days before `until` and over the jobs that are there.
 * Rows share what they can, so that they stay small. Such sessions have no tasks and made no restore points.
 */
function* plantBulk(simulation: Simulation, bulk: Bulk, until: Instant): Sliced<void> {
  const sessions = tableOf(simulation, backupJobSession)
  const jobs = [...simulation.state(jobState).jobs.values()].filter(({ kind }) => kind === 'Backup')
  if (jobs.length === 0) return
  const { database } = simulation
  const { seed } = simulation.chance
  const draw = simulation.chance.of('bulk')
  const step = days(bulk.days) / bulk.sessions
  const start = until - days(bulk.days)
  for (let n = 0; n < bulk.sessions; n++) {
    const job = jobs[n % jobs.length]
    if (job === undefined) break
    const since = stamp(start + (n + draw.next() * 0.9) * step, database)
    const end = Math.min(stamp(since + minutes(2 + 40 * draw.next()), database), until)
    const fate = draw.next()
    const shared = {
      id: idOf(seed, 'BackupJobSession', job.id, 'bulk', String(n)),
      up: job.up,
      JobUid: job.id,
      JobName: job.name,
      JobType: 'Backup' as const,
      CreationTimeUTC: since,
      EndTimeUTC: end,
      State: 'Stopped' as const,
      Result: fate < 0.9 ? ('Success' as const) : ('Warning' as const),
      Progress: 100,
      IsRetry: fate > 0.97,
    }
    sessions.add(fate < 0.96 ? shared : { ...shared, Result: 'Failed', FailureMessage: retryOf })
    yield
  }
}
