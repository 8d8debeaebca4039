import { idOf } from '../../random/ids.ts'
import { days, hours, minutes, seconds } from '../../clock/duration.ts'
import type { Instant } from '../../clock/instant.ts'
import { results, type Result } from '../../simulation/jobs/job-model.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import { stamp } from '../../model/names.ts'
import { cdpReplicaSession, cdpReplicaTaskSession } from '../../resources/index.ts'

/** A policy, as its sessions see it. */
export interface Replication {
  readonly policy: string
  readonly name: string
  readonly server: string
  /** What it replicates. */
  readonly machines: readonly { readonly name: string; readonly bytes: number }[]
  /** Nothing of it ever warns or fails. */
  readonly isFlawless: boolean
}

/** From when to when something ran; without an end it still runs. */
interface Span {
  readonly since: Instant
  readonly until?: Instant
}

const reasons = {
  Success: undefined,
  Warning: 'Recovery points of <vm> came later than the recovery point objective allows.',
  Failed: 'Changes of <vm> could not be sent for longer than the recovery point objective allows.',
} as const

/**
 * When a policy began to run: shortly before `start`, and again after it was interrupted, on two days of five.
 * Drawn by the day, so that later looks see the same past.
 */
export function startsOf(
  { chance, database }: Simulation,
  policy: string,
  start: Instant,
  now: Instant,
): readonly [first: Instant, ...later: Instant[]] {
  const later: Instant[] = []
  for (let day = midnightOf(start); day < now; day += days(1)) {
    const draw = chance.of(policy, 'restart', String(day))
    const at = stamp(day + hours(draw.number(7, 20)), database)
    if (at > start + hours(1) && at < now - minutes(10) && draw.chance(0.4)) later.push(at)
  }
  const first = start - minutes(chance.of(policy, 'first').number(2, 30))
  return [stamp(first, database), ...later]
}

/** Adds what a policy has done until `now`: a session for each start, which the next one ended, and their tasks. */
export function seedCdpSessions(
  simulation: Simulation,
  replication: Replication,
  starts: readonly Instant[],
  now: Instant,
): void {
  for (const [n, since] of starts.entries()) {
    const next = starts[n + 1]
    const pause = minutes(simulation.chance.of(replication.policy, 'pause', String(since)).number(1, 12))
    const span: Span = next === undefined ? { since } : { since, until: stamp(next - pause, simulation.database) }
    plantSession(simulation, replication, span, now)
  }
}

function plantSession(simulation: Simulation, replication: Replication, { since, until }: Span, now: Instant): void {
  const { policy, name, server, machines, isFlawless } = replication
  const id = idOf(simulation.chance.seed, 'CdpReplicaSession', policy, String(since))
  const tasks = machines.flatMap((machine) =>
    daysOf(simulation, `${id} ${machine.name}`, { since, until: until ?? now }).map((day, n, all) =>
      plantTask(simulation, {
        id: idOf(simulation.chance.seed, 'CdpReplicaTaskSession', id, machine.name, String(n)),
        up: { BackupServer: server, PolicySession: id },
        machine,
        span: day,
        isRunning: until === undefined && n === all.length - 1,
        isFlawless,
      }),
    ),
  )
  const [worst] = [...tasks].sort((a, b) => results.indexOf(b.result) - results.indexOf(a.result))
  const isRunning = until === undefined
  tableOf(simulation, cdpReplicaSession).add({
    id,
    up: { BackupServer: server, Policy: policy },
    PolicyUid: policy,
    PolicyName: name,
    PolicyType: 'CdpReplica',
    CreationTimeUTC: since,
    ...(!isRunning && { EndTimeUTC: until }),
    State: isRunning ? 'Working' : 'Stopped',
    Result: isRunning ? 'None' : (worst?.result ?? 'Success'),
    Progress: isRunning ? 0 : 100,
    FailureMessage: !isRunning && worst?.result === 'Failed' ? (worst.reason ?? '') : '',
    IsRetry: false,
  })
}

/** As the real server does: a machine's task begins with the session, and a new one after each midnight (documented). */
function daysOf(
  { chance, database }: Simulation,
  address: string,
  { since, until }: Required<Span>,
): readonly Required<Span>[] {
  const begins = [since]
  for (let day = midnightOf(since) + days(1); day < until - minutes(5); day += days(1)) begins.push(day)
  const delayed = begins.map((begin) =>
    stamp(begin + seconds(chance.of(address, String(begin)).number(4, 15)), database),
  )
  return delayed.map((begin, n) => ({ since: begin, until: delayed[n + 1] ?? until }))
}

interface Task {
  readonly id: string
  readonly up: Readonly<{ BackupServer: string; PolicySession: string }>
  readonly machine: Replication['machines'][number]
  readonly span: Required<Span>
  readonly isRunning: boolean
  readonly isFlawless: boolean
}

/** Adds a task, and says how it ended. */
function plantTask(
  simulation: Simulation,
  { id, up, machine, span: { since, until }, isRunning, isFlawless }: Task,
): { readonly result: Result; readonly reason: string | undefined } {
  const draw = simulation.chance.of(id, 'task')
  const changed = draw.number(0.01, 0.06) * ((until - since) / days(1))
  const drawn = draw.weighted({ Success: 54, Warning: 4, Failed: 1 })
  const result = isRunning || isFlawless ? 'Success' : drawn
  const reason = reasons[result]?.replace('<vm>', machine.name)
  tableOf(simulation, cdpReplicaTaskSession).add({
    id,
    up,
    PolicySessionUid: up.PolicySession,
    CreationTimeUTC: since,
    ...(!isRunning && { EndTimeUTC: until }),
    State: isRunning ? 'InProgress' : 'Completed',
    Result: result,
    ...(reason !== undefined && { Reason: reason }),
    TotalSize: Math.round(machine.bytes * changed),
    VmDisplayName: machine.name,
  })
  return { result, reason }
}

const midnightOf = (instant: Instant): Instant => Math.floor(instant / days(1)) * days(1)
