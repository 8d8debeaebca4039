// What a query costs beside plain arrays: `npx tsx bench/query.ts`. Figures in ms unless said otherwise.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { hours, minutes } from '../src/clock/duration.ts'
import { writeInstant, type Instant } from '../src/clock/instant.ts'
import { readInstant } from '../src/clock/read-instant.ts'
import { defineResource, type EntityOf } from '../src/model/resource.ts'
import { enumeration, dateTime, numeric, optional, text, boolean } from '../src/model/shape.ts'
import { readQuery, type Parameter } from '../src/query/read-query.ts'
import { runQuery } from '../src/query/run-query.ts'
import { Store } from '../src/store/store.ts'

const results = ['None', 'Success', 'Warning', 'Failed'] as const
const session = defineResource({
  name: 'Session',
  plural: 'Sessions',
  path: 'sessions',
  naming: { by: 'run', of: 'JobName', at: 'CreationTimeUTC' },
  fields: {
    JobName: text(),
    JobType: enumeration('Backup', 'Replica', 'BackupCopy'),
    CreationTimeUTC: dateTime(),
    EndTimeUTC: optional(dateTime()),
    State: enumeration('Starting', 'Working', 'Stopped'),
    Result: enumeration(...results),
    Progress: numeric(),
    IsRetry: boolean(),
  },
  up: { BackupServer: 'Server', Job: 'Job' },
  links: [],
  referenceLinks: [],
  query: ['JobName', 'CreationTimeUTC', 'EndTimeUTC', 'Result', ['JobUid', 'Job.UID']],
  collections: [],
})
type Session = EntityOf<typeof session>

const start = readInstant('2025-01-01') ?? 0
const step = minutes(1)

if (process.argv[2] === 'memory') {
  tellMemory(Number(process.argv[3]))
} else {
  console.log('filter Result==Failed;CreationTime>="…" + sortDesc=CreationTime + page of 100')
  console.log('    rows  first use   median      p95    plain    ratio')
  for (const size of [1e3, 1e4, 1e5, 1e6]) compare(size)
  console.log('\nother questions over 1,000,000 rows, page of 100')
  askOthers(filledStore(1e6))
  console.log('\nbytes a row (heap and buffers)')
  for (const size of [1e5, 1e6]) {
    const script = fileURLToPath(import.meta.url)
    const flags = ['--expose-gc', '--import', 'tsx', script, 'memory', String(size)]
    process.stdout.write(spawnSync(process.execPath, flags, { encoding: 'utf8' }).stdout)
  }
}

function compare(size: number): void {
  const store = filledStore(size)
  const plain = [...store.table<Session>('Session')]
  const ours = (at: Instant) => ask(store, newestFailed(at))
  const theirs = (at: Instant) =>
    plain
      .filter((row) => row.Result === 'Failed' && row.CreationTimeUTC >= at)
      .sort((a, b) => b.CreationTimeUTC - a.CreationTimeUTC)
      .slice(0, 100)
  const firstUse = timeOf(() => ours(start))
  const times: readonly [number[], number[]] = [[], []]
  for (let round = 0; round < 300; round++) {
    const at = anyTime(size, round)
    times[0].push(timeOf(() => ours(at)))
    if (round % 10 === 0) times[1].push(timeOf(() => theirs(at)))
  }
  const [median, plainMedian] = [quantile(times[0], 0.5), quantile(times[1], 0.5)]
  const columns = [firstUse, median, quantile(times[0], 0.95), plainMedian, median / plainMedian]
  console.log(String(size).padStart(8), ...columns.map((n) => n.toFixed(3).padStart(8)))
}

function askOthers(store: Store): void {
  const at = (n: number) => `"${writeInstant(anyTime(1e6, n))}"`
  const questions: Record<string, (n: number) => string> = {
    'everything, newest first': () => 'sortDesc=CreationTime',
    'everything, page 5,000': () => 'sortDesc=CreationTime&page=5000',
    'everything, worst first': () => 'sortDesc=Result',
    'before a time, newest first': (n) => `filter=CreationTime<${at(n)}&sortDesc=CreationTime`,
    'before a time, last ended first': (n) => `filter=CreationTime<${at(n)}&sortDesc=EndTime`,
    'one job of a window': (n) => `filter=JobName==Backup Job ${n % 12};EndTime>=${at(n)};EndTime<=${at(n + 1)}`,
    'either of four': (n) =>
      `filter=Result==Failed,Result==Warning,JobName==Backup Job ${n % 12},CreationTime>${at(n)}`,
    'failures, two keys': (n) => `filter=Result==Failed;CreationTime>${at(n)}&sortAsc=JobName&sortDesc=CreationTime`,
  }
  console.log('                                 first use   median')
  for (const [title, question] of Object.entries(questions)) {
    const firstUse = timeOf(() => ask(store, question(0)))
    const times = Array.from({ length: 50 }, (_, n) => timeOf(() => ask(store, question(n + 1))))
    const columns = [firstUse, quantile(times, 0.5)]
    console.log(title.padEnd(33), ...columns.map((n) => n.toFixed(3).padStart(8)))
  }
}

function tellMemory(size: number): void {
  const before = used()
  const store = filledStore(size)
  const rows = used()
  for (const name of ['CreationTime', 'EndTime', 'Result', 'JobName']) ask(store, `sortAsc=${name}`)
  store.table('Session').under('Job', 'job-1')
  const asked = used()
  const each = (bytes: number) => (bytes / size).toFixed(0).padStart(6)
  console.log(
    String(size).padStart(8),
    each(rows - before),
    'rows,',
    each(asked - before),
    'with columns, orders and parents',
  )
}

function used(): number {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

function ask(store: Store, question: string): void {
  const parameters = `type=Session&${question}`.split('&').map((parameter): Parameter => {
    const split = parameter.indexOf('=')
    return { name: parameter.slice(0, split), value: parameter.slice(split + 1) }
  })
  runQuery(store.table('Session'), readQuery(parameters, store.register).query)
}

function newestFailed(at: Instant): string {
  return `filter=Result==Failed;CreationTime>="${writeInstant(at)}"&sortDesc=CreationTime`
}

/** Scattered over the times of so many rows, never twice the same. */
function anyTime(size: number, round: number): Instant {
  return start + Math.floor(Math.abs(Math.sin(round)) * size) * step + round
}

function filledStore(size: number): Store {
  const store = new Store([session], 'postgresql')
  const table = store.table<Session>('Session')
  const jobs = Array.from({ length: 12 }, (_, i) => ({ id: `job-${i}`, name: `Backup Job ${i}` }))
  for (let i = 0; i < size; i++) {
    const { id, name } = jobs[i % 12]!
    const begun = start + i * step + (i % 7)
    table.add({
      id: `00000000-0000-0000-0000-${String(i).padStart(12, '0')}`,
      up: { BackupServer: 'server-1', Job: id },
      JobName: name,
      JobType: 'Backup',
      CreationTimeUTC: begun,
      EndTimeUTC: begun + hours(1) * ((i % 5) + 1),
      State: 'Stopped',
      Result: i % 20 === 3 ? 'Failed' : i % 20 === 9 ? 'Warning' : 'Success',
      Progress: 100,
      IsRetry: false,
    })
  }
  return store
}

function timeOf(work: () => void): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

function quantile(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN
}
