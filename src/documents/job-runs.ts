import { minutes } from '../clock/duration.ts'
import type { Instant } from '../clock/instant.ts'
import type { EntityOf } from '../model/resource.ts'
import { backupJobSession, job, replicaJobSession } from '../resources/index.ts'
import type { Store } from '../store/store.ts'
import { makesReplicas } from './job-types.ts'
import { rowsSince, typedTable } from './recent.ts'

// Jobs and their runs, as the summary counts them: the jobs of /jobs, and each session that is a whole run of one.

type Job = EntityOf<typeof job>
type Session = EntityOf<typeof backupJobSession> | EntityOf<typeof replicaJobSession>
/** What runs are written down as, by what they make. */
const sessionTypes = [backupJobSession, replicaJobSession] as const

/** A run that is over. */
interface EndedRun {
  readonly job: string
  readonly isReplica: boolean
  readonly result: Session['Result']
  /** In seconds. */
  readonly lasted: number
}

/** Runs that ended then or later. */
export const runsSince = (store: Store, since: Instant): readonly EndedRun[] =>
  sessionsSince(store, since).flatMap((session) =>
    jobRunBy(store, session) === undefined
      ? []
      : [
          {
            job: session.JobName,
            isReplica: makesReplicas(session.JobType),
            result: session.Result,
            lasted: lengthOf(session),
          },
        ],
  )

/** How many jobs are at work. */
export function countRunning(store: Store): number {
  const running = sessionTypes
    .flatMap((type): readonly Session[] => unstopped(store, type))
    .map((session) => jobRunBy(store, session)?.id)
  return new Set(running.filter((id) => id !== undefined)).size
}

function unstopped<R extends (typeof sessionTypes)[number]>(store: Store, type: R) {
  const sessions = typedTable(store, type)
  const matches = sessions.live.copy()
  const stopped = type.fields.State.values.indexOf('Stopped')
  sessions.column({ of: 'member', member: 'State' }).refine('!=', stopped, matches)
  return sessions.rowsAt(matches.slice())
}

const sessionsSince = (store: Store, since: Instant): readonly Session[] =>
  sessionTypes.flatMap((type): readonly Session[] => rowsSince(store, type, 'EndTimeUTC', since))

/** How many jobs run by themselves, by what they make. */
export function countScheduled(store: Store): {
  readonly backups: number
  readonly replicas: number
} {
  const scheduled = [...typedTable(store, job)].filter((each) => each.ScheduleConfigured && each.ScheduleEnabled)
  const replicas = scheduled.filter(({ JobType }) => makesReplicas(JobType)).length
  return { backups: scheduled.length - replicas, replicas }
}

/** The job that a session is a whole run of; nothing for a copy's workers, and for jobs of other lists. */
function jobRunBy(store: Store, { up, JobType }: Session): Job | undefined {
  const owner = up.Job === undefined ? undefined : typedTable(store, job).get(up.Job)
  return owner?.JobType === JobType ? owner : undefined
}

/** As the real server does: whole minutes, told in seconds (every recorded duration is a multiple of 60). */
const lengthOf = ({ CreationTimeUTC, EndTimeUTC = CreationTimeUTC }: Session): number =>
  Math.floor((EndTimeUTC - CreationTimeUTC) / minutes(1)) * 60
