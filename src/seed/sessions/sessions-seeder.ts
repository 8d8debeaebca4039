import type { Scenario } from '#seed-data'
import { days, minutes } from '../../clock/duration.ts'
import type { Instant } from '../../clock/instant.ts'
import { idOf } from '../../random/ids.ts'
import type { LivingJob, WorkObject } from '../../simulation/jobs/job-model.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import { nameOf, stamp } from '../../model/names.ts'
import { restoreSession } from '../../resources/index.ts'
import { seedSystemSessions } from './seed-system-sessions.ts'
import { standingsOf, type Standing } from '../infrastructure/standing.ts'
import type { Seeder } from '../seeder.ts'
import { jobState } from '../../simulation/jobs/job-state.ts'

export const sessionsSeeder: Seeder = {
  when: 'after the past',
  seed: (simulation, { scenario, start, now }) => plantSessions(simulation, scenario, start, now),
}

/** When restores were, in parts of what the scenario has lived, oldest first; the first backups are older than all. */
const ages = [0.85, 0.62, 0.4, 0.2, 0.06]

/** Adds what operators and the product itself have done between `start` and `now`: restores and system sessions. */
function plantSessions(simulation: Simulation, scenario: Scenario, start: Instant, now: Instant): void {
  const standings = standingsOf(simulation, scenario, now)
  // What has lived less than a day has hardly anything to restore.
  if (now - start >= days(1))
    for (const job of simulation.state(jobState).jobs.values()) {
      const standing = standings.find(({ server }) => server.id === job.up.BackupServer)
      if (job.kind === 'Backup' && standing) plantRestores(simulation, job, standing, start, now)
    }
  for (const standing of standings) seedSystemSessions(simulation, standing, start, now)
}

/** About every second occasion somebody restored a machine of the job. Drawn by the job, so that another changes nothing. */
function plantRestores(
  simulation: Simulation,
  job: LivingJob,
  { isFlawless, lostAt }: Standing,
  start: Instant,
  now: Instant,
): void {
  for (const [n, age] of ages.entries()) {
    const draw = simulation.chance.of(job.id, 'restores', String(n))
    if (job.objects.length === 0 || !draw.chance(0.5)) continue
    const part = age + draw.number(0, 0.03)
    const since = stamp(now - part * (now - start), simulation.database)
    if (since >= lostAt) continue
    plantRestore(simulation, {
      id: idOf(simulation.chance.seed, 'RestoreSession', job.id, String(n)),
      server: job.up.BackupServer,
      since,
      isFlawless,
      isFailed: !isFlawless && draw.chance(0.2),
      machine: draw.pick(job.objects),
    })
  }
}

interface Restore {
  readonly id: string
  readonly server: string
  readonly since: Instant
  readonly isFlawless: boolean
  readonly isFailed: boolean
  readonly machine: WorkObject
}

function plantRestore(
  { chance, database, store }: Simulation,
  { id, server, since, isFlawless, isFailed, machine }: Restore,
): void {
  const { name, uid } = machine
  const draw = chance.of(id, 'restore')
  const isOfFiles = draw.chance(0.5)
  tableOf({ store }, restoreSession).add({
    id,
    up: { BackupServer: server },
    JobType: isOfFiles ? 'FileLevelRestore' : 'RestoreVm',
    CreationTimeUTC: since,
    EndTimeUTC: stamp(since + minutes(draw.number(3, 45)), database),
    State: 'Stopped',
    Result: isFailed ? 'Failed' : draw.weighted({ Success: 9, Warning: isFlawless ? 0 : 1 }),
    Progress: isFailed ? draw.integer(5, 90) : 100,
    ...(!isOfFiles && !isFailed && { RestoredObjRef: uid }),
    VmDisplayName: name,
    Name: nameOf({ of: isOfFiles ? `FLR_[${name}]` : name, at: since }, { by: 'run', of: 'of', at: 'at' }, database),
  })
}
