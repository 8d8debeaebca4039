import { days, hours, minutes, seconds } from '../../clock/duration.ts'
import type { Instant } from '../../clock/instant.ts'
import { idOf } from '../../random/ids.ts'
import { cdpPolicy, cdpReplicaSession } from '../../resources/index.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'

/** A time in which the replica can be had as it was at any moment, as near as `rpo` seconds. */
interface Interval {
  readonly from: Instant
  readonly until: Instant
  readonly rpo: number
}
/** A state that is kept for longer. */
interface LongTermPoint {
  readonly id: string
  readonly at: Instant
}
/** What can be had of a replica, oldest first. */
export interface CdpStates {
  readonly intervals: readonly Interval[]
  readonly points: readonly LongTermPoint[]
}
/** A time from whole second to whole second. */
interface Span {
  readonly from: Instant
  readonly until: Instant
}

/** The states of a replica between two times, or of all times: what its policy's runs have left and its options still keep. */
export function cdpStates(
  simulation: Simulation,
  replica: { readonly id: string; readonly up: { readonly Policy?: string | undefined } },
  { from, until }: Span = { from: 0, until: Infinity },
): CdpStates {
  const { Policy = '' } = replica.up
  const options = tableOf(simulation, cdpPolicy).get(Policy)?.PolicyScheduleOptions.CdpReplica
  if (options === undefined) return { intervals: [], points: [] }
  const spans = tableOf(simulation, cdpReplicaSession)
    .under('Policy', Policy)
    .map((run): Span => ({ from: run.CreationTimeUTC, until: run.EndTimeUTC ?? simulation.now() }))
    .sort((a, b) => a.from - b.from)
  const shortTerm = hours(options.ShortTermRetentionHours) + minutes(options.ShortTermRetentionMinutes)
  const rpo = 60 * options.RecoveryPointObjectiveMinutes + options.RecoveryPointObjectiveSeconds || 1
  const asked = { from: Math.max(from, simulation.now() - shortTerm), until }
  return {
    intervals: spans.flatMap((span) => intervalsIn(simulation, replica.id, within(span, asked), rpo)),
    points: pointsIn(simulation, replica.id, Policy, {
      every: hours(options.LongTermRetentionHours || 8),
      spans,
      from: Math.max(from, simulation.now() - days(options.LongTermRetentionKeepDays)),
      until,
    }),
  }
}

const whole = (at: Instant): Instant => Math.floor(at / seconds(1)) * seconds(1)

const within = (span: Span, asked: Span): Span => ({
  from: whole(Math.max(span.from, asked.from)),
  until: whole(Math.min(span.until, asked.until)),
})

/** As the real server does: some seconds until it goes by the objective, and some after it last did (documented). */
function intervalsIn(simulation: Simulation, replica: string, span: Span, rpo: number): readonly Interval[] {
  const all = (span.until - span.from) / seconds(1)
  if (all <= 0) return []
  const first = Math.min(
    all,
    simulation.chance.of(replica, 'interval', String(span.from)).integer(1, Math.max(1, rpo - 1)),
  )
  const steady = Math.floor((all - first) / rpo) * rpo
  let from = span.from
  return [first, steady, all - first - steady]
    .filter((length) => length > 0)
    .map((length) => {
      const interval = { from, until: from + seconds(length), rpo: Math.min(length, rpo) }
      from = interval.until
      return interval
    })
}

interface Kept extends Span {
  readonly every: number
  readonly spans: readonly Span[]
}

/** One every so many hours, some seconds past, if the policy was running. */
function pointsIn(
  simulation: Simulation,
  replica: string,
  policy: string,
  { every, spans, from, until }: Kept,
): readonly LongTermPoint[] {
  const { chance } = simulation
  const offset = whole(chance.of(policy, 'long term').number(0, every))
  const last = Math.min(until, simulation.now())
  const points: LongTermPoint[] = []
  for (let due = Math.floor(from / every) * every + offset - every; due <= last; due += every) {
    const at = due + seconds(chance.of(replica, 'point', String(due)).integer(20, 90))
    const isThere = at >= from && at <= last
    if (isThere && spans.some((span) => span.from <= at && at < span.until))
      points.push({ id: idOf(chance.seed, 'CdpRestorePoint', replica, String(at)), at })
  }
  return points
}
