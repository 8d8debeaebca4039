import { readInstant } from '../clock/read-instant.ts'
import type { Sliced } from '../clock/sliced.ts'
import { firstOf, type Complaint } from '../json/check.ts'
import { Place } from '../json/place.ts'

/** The first thing in a dump of the right shape that another part of it does not bear out; nothing if all is well. */
export function* checkDump(value: unknown): Sliced<Complaint | undefined> {
  const dump = new Place(value)
  const jobs = keptIn(dump, 'jobs')
  const runs = keptIn(dump, 'runs')
  const jobIds = new Set(jobs.map(([key]) => key?.word))
  for (const [, rows] of dump.member('rows')?.entries() ?? []) {
    const complaint = yield* twice(rows.each(), (row) => row.member('id'))
    if (complaint !== undefined) return complaint
  }
  for (const [, pairs] of dump.member('life')?.entries() ?? []) {
    const complaint = yield* twice(pairs.each(), (pair) => pair.items()[0])
    if (complaint !== undefined) return complaint
  }
  return (
    (yield* twice(listIn(dump, 'faults'), (fault) => fault.member('name'))) ??
    (yield* twice(sessionsIn(dump), (held) => held.member('session')?.member('id'))) ??
    firstOf(jobs, ([key, job]) => checkOwn(key, job?.member('id')) ?? checkHabits(job)) ??
    firstOf(runs, ([key, run]) => checkOwn(key, run?.member('session')) ?? checkRun(run, jobIds)) ??
    checkAgenda(dump)
  )
}

type Kept = readonly [key: Place | undefined, kept: Place | undefined]

const listIn = (place: Place | undefined, name: string): readonly Place[] =>
  place?.member(name)?.items() ?? []
const sessionsIn = (dump: Place) => listIn(dump.member('logons'), 'held')
const keptIn = (dump: Place, name: string): readonly Kept[] =>
  listIn(dump.member('life'), name).map((pair) => {
    const [key, kept] = pair.items()
    return [key, kept]
  })

/** Ids are the same without regard to case. */
function* twice(
  all: Iterable<Place>,
  idOf: (it: Place) => Place | undefined,
): Sliced<Complaint | undefined> {
  const seen = new Set<string>()
  for (const each of all) {
    const id = idOf(each)
    const word = id?.word.toLowerCase() ?? ''
    if (seen.has(word)) return id?.complain(`"${word}" is here twice.`)
    seen.add(word)
    yield
  }
  return undefined
}

/** What is kept under a key says the same of itself. */
const checkOwn = (key: Place | undefined, own: Place | undefined): Complaint | undefined =>
  own?.value === key?.value
    ? undefined
    : own?.complain(`found "${own.word}", expected "${key?.word ?? ''}", which it is kept under.`)

function checkHabits(job: Place | undefined): Complaint | undefined {
  const habits = [job, ...listIn(job, 'objects')].flatMap((it) => it?.member('habit') ?? [])
  return firstOf(habits, (habit) =>
    habit.entries().some(([, weight]) => Number(weight.value) > 0)
      ? undefined
      : habit.complain('found a habit of zeros, expected one of them above 0.'),
  )
}

function checkRun(
  run: Place | undefined,
  jobs: ReadonlySet<string | undefined>,
): Complaint | undefined {
  const job = run?.member('job')
  if (!jobs.has(job?.word))
    return job?.complain(`there is no job "${job.word}" among those that live.`)
  const most = listIn(run, 'parts').length
  const [opened, done] = [run?.member('opened'), run?.member('done')]
  if (Number(opened?.value) > most)
    return opened?.complain(`found ${opened.word}, expected no more than its ${most} parts.`)
  if (Number(done?.value) > Number(opened?.value))
    return done?.complain(`found ${done.word}, expected no more than are opened.`)
  return undefined
}

/** What was due has happened when a dump is written. */
function checkAgenda(dump: Place): Complaint | undefined {
  const now = dump.member('clock')?.member('now')
  const instant = readInstant(now?.word ?? '')
  if (instant === undefined) return now?.complain(`found "${now.word}", which is no time.`)
  return firstOf(listIn(dump, 'agenda'), (entry) => {
    const at = entry.member('at')
    return Number(at?.value) < instant
      ? at?.complain(
          `found ${at.word}, which is before the clock's now; expected what is yet to be.`,
        )
      : undefined
  })
}
