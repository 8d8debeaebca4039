import type { Complaint } from '../../json-schema/check.ts'
import {
  array,
  boolean,
  discriminatedUnion,
  enumeration,
  id,
  instant,
  integer,
  enumerationOf,
  name,
  number,
  object,
  optional,
  record,
  string,
} from '../../json-schema/shape.ts'
import { firstOf } from '../../json-schema/check.ts'
import type { Place } from '../../json-schema/place.ts'
import type { ShapeOf } from '../../json-schema/shape-of.ts'
import { twice } from '../../json-schema/twice.ts'
import { finish } from '../../clock/sliced.ts'
import { backupJobSession, job, replicaJobSession } from '../../resources/index.ts'
import { writtenAs } from './job-rows.ts'
import { results, type Kept, type LivingJob, type RunPart, type Retention, type Retry, type Run } from './job-model.ts'
import { mapBy } from '../core/slots.ts'
import { group } from '../core/state.ts'
import { order } from './outcome-state.ts'
import { habit, workObject } from './work-object.ts'

const names = array(name)
const ids = array(id)
const objects = array(workObject)

const retry = object<Retry>('a retry', { attempt: integer(0), objects: names })

const livingJob = object<LivingJob>('a job that lives', {
  id,
  name,
  kind: enumerationOf(writtenAs),
  platform: enumeration('VMware', 'HyperV', 'vCloud', 'AgentForLinux', 'AgentForWindows', 'CustomPlatform'),
  up: object<LivingJob['up']>('ids by role', {
    BackupServer: id,
    Job: optional(id),
    AgentBackupJob: optional(id),
    NasJob: optional(id),
  }),
  repository: id,
  folder: string(),
  folderName: optional(string()),
  objects,
  links: ids,
  linkedRepositories: ids,
  habit,
  minutes: number(0),
  retention: object<Retention>('a retention', {
    RetainCycles: number(0),
    RetainDaysToKeep: number(0),
    RetainLimitType: enumeration('Cycles', 'Days'),
  }),
  planned: optional(instant),
  follows: optional(id),
  running: optional(id),
  last: optional(id),
  retry: optional(retry),
  isQueued: boolean,
  keptAt: optional(instant),
  isOnce: optional(boolean),
  pending: ids,
})

const sessionTypes = [job, backupJobSession, replicaJobSession].flatMap(({ fields }) => fields.JobType.values)
const part: ShapeOf<RunPart> = discriminatedUnion('a part of a run', 'of', {
  task: object('a part of a run', { of: enumeration('task'), object: workObject }),
  session: object<Extract<RunPart, { of: 'session' }>>('a part of a run', {
    of: enumeration('session'),
    type: enumeration(...new Set(sessionTypes)),
    name,
    objects,
  }),
})

const run = object<Run>('a run', {
  session: id,
  job: id,
  backup: optional(name),
  parent: optional(id),
  attempt: integer(0),
  since: instant,
  order: optional(order),
  taskUp: record('ids by role', id),
  parts: array(part),
  opened: integer(0),
  done: integer(0),
  worst: enumeration(...results),
  isQuick: boolean,
  isStopped: boolean,
  message: optional(string()),
  failed: names,
  kept: array(object<Kept>('what a run kept', { task: id, object: workObject, since: instant })),
})

/** Jobs that live, and their runs. */
export const jobState = group(
  {
    jobs: mapBy('job', livingJob),
    /** Sessions under way; they count up. */
    runs: mapBy('session', run, (runs) => structuredClone(runs)),
  },
  checkJobs,
)

/** What is said of a job or a run, it says itself; a run is one of a job that lives. */
function checkJobs(life: Place | undefined): Complaint | undefined {
  const [jobs, runs] = [entriesOf(life, 'jobs'), entriesOf(life, 'runs')]
  const ids = new Set(jobs.map(([key]) => key?.word))
  return (
    firstOf(jobs, ([key, job]) => checkOwn(key, job?.member('id')) ?? checkHabits(job) ?? twiceIn(job, 'objects')) ??
    firstOf(runs, ([key, run]) => checkOwn(key, run?.member('session')) ?? checkRun(run, ids) ?? twiceIn(run, 'parts'))
  )
}

const entriesOf = (life: Place | undefined, name: string) =>
  (life?.list(name) ?? []).map((pair) => {
    const [key, value] = pair.items()
    return [key, value] as const
  })

/** What is kept under a key says the same of itself. */
const checkOwn = (key: Place | undefined, own: Place | undefined): Complaint | undefined =>
  own?.value === key?.value
    ? undefined
    : own?.complain(`found "${own.word}", expected "${key?.word ?? ''}", which it is kept under.`)

function checkHabits(job: Place | undefined): Complaint | undefined {
  const habits = [job, ...(job?.list('objects') ?? [])].flatMap((it) => it?.member('habit') ?? [])
  return firstOf(habits, (habit) =>
    habit.entries().some(([, weight]) => Number(weight.value) > 0)
      ? undefined
      : habit.complain('found a habit of zeros, expected one of them above 0.'),
  )
}

function checkRun(run: Place | undefined, jobs: ReadonlySet<string | undefined>): Complaint | undefined {
  const job = run?.member('job')
  if (!jobs.has(job?.word)) return job?.complain(`there is no job "${job.word}" among those that live.`)
  const most = run?.list('parts').length ?? 0
  const [opened, done] = [run?.member('opened'), run?.member('done')]
  if (Number(opened?.value) > most)
    return opened?.complain(`found ${opened.word}, expected no more than its ${most} parts.`)
  if (Number(done?.value) > Number(opened?.value))
    return done?.complain(`found ${done.word}, expected no more than are opened.`)
  return undefined
}

/** A run makes a task for each, whose id comes of the name: that of a session, or of a task's object. */
const twiceIn = (owner: Place | undefined, list: string): Complaint | undefined =>
  finish(
    twice(
      owner?.list(list) ?? [],
      (each) => (each.member('object') ?? each).member('name'),
      (name) => name,
    ),
  )
