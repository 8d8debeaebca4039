import { days } from '../../clock/duration.ts'
import { writeInstant, type Instant } from '../../clock/instant.ts'
import { errors } from '../../model/api-error.ts'
import type { ValueOf } from '../../model/shape.ts'
import { cdpReplicaVm, vAppCdpReplica, vAppCdpReplicaVm } from '../../resources/index.ts'
import { cdpFailoverStartSpec } from '../../resources/cdp/cdp-failover-start-spec.ts'
import { cdpReplicaIntervalsSpec } from '../../resources/cdp/cdp-replica-intervals-spec.ts'
import { cdpReplicaIntervals } from '../../resources/cdp/cdp-replica-intervals-shape.ts'
import { action, type Action, type Done } from '../core/action.ts'
import { cdpStates } from './cdp-intervals.ts'
import { beginRestore, lengths } from '../backups/restores.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'

type Start = ValueOf<ReturnType<typeof cdpFailoverStartSpec>>
type Wanted = ValueOf<ReturnType<typeof cdpReplicaIntervalsSpec>>

/** A machine or a vApp whose replica follows it all the time. */
interface Replica {
  readonly id: string
  readonly Name: string
  readonly up: { readonly BackupServer?: string | undefined; readonly Policy?: string | undefined }
}

const machine = { path: '/cdpReplicas/{CdpReplica}/vms/{CdpReplicaVm}' }
/** As the real server does: both spellings lead there (documented). */
const vApps = [{ path: '/cdpReplica/vApps/{VAppCdpReplica}' }, { path: '/cdpReplicas/vApps/{VAppCdpReplica}' }]
const found = { name: 'CdpReplicaIntervals', shape: cdpReplicaIntervals() }
const start = { name: 'CdpFailoverStartSpec', shape: cdpFailoverStartSpec() }
const wanted = {
  name: 'CdpReplicaIntervalsSpec',
  names: ['CdpReplicaIntervalsSpec', 'CdpReplicaIntervals'],
  shape: cdpReplicaIntervalsSpec(),
}

/** What is done with replicas that follow all the time (em_rest cdpReplicas, cdpReplica_vApps). */
export const cdpReplicaActions: readonly Action[] = [
  action({
    method: 'POST', ...machine, action: 'intervals', body: wanted, document: found,
    check: ({ simulation, body }) => refuseBackwards(simulation, body),
    act: ({ simulation, body, row }) => describeIntervals(simulation, row(cdpReplicaVm), body),
  }),
  action({
    method: 'POST', ...machine, action: 'failover', task: 'StartFailover', body: start,
    check: ({ body }) => refuseNothing(body),
    act({ simulation, body, row }) {
      const replica = row(cdpReplicaVm)
      return failOver(simulation, replica, [replica.VmRef], body)
    },
  }),
  ...vApps.flatMap((vApp) => [
    action({
      method: 'POST', ...vApp, action: 'intervals', body: wanted, document: found,
      check: ({ simulation, body }) => refuseBackwards(simulation, body),
      act: ({ simulation, body, row }) => describeIntervals(simulation, row(vAppCdpReplica), body),
    }),
    action({
      method: 'POST', ...vApp, action: 'failover', task: 'StartFailover', body: start,
      check: ({ body }) => refuseNothing(body),
      act({ simulation, body, row }) {
        const replica = row(vAppCdpReplica)
        const machines = tableOf(simulation, vAppCdpReplicaVm).under('Replica', replica.id)
        return failOver(simulation, replica, [replica.vAppRef, ...machines.map(({ VmRef }) => VmRef)], body)
      },
    }),
  ]),
] // prettier-ignore

/** The last day, unless something else is asked for. */
function spanOf(simulation: Simulation, { StartDate, EndDate }: Wanted) {
  const until = EndDate ?? Math.max(simulation.now(), StartDate ?? 0)
  return { from: StartDate ?? until - days(1), until }
}

function refuseBackwards(simulation: Simulation, body: Wanted): void {
  const { from, until } = spanOf(simulation, body)
  if (from > until)
    throw errors.badRequest(
      `Found StartDate ${writeInstant(from)} after EndDate ${writeInstant(until)}; it is the earlier of the two.`,
    )
}

function describeIntervals(simulation: Simulation, replica: Replica, body: Wanted): Done {
  const span = spanOf(simulation, body)
  const { intervals, points } = cdpStates(simulation, replica, span)
  const value: ValueOf<typeof found.shape> = {
    StartDate: local(span.from),
    EndDate: local(span.until),
    HasApplicationConsistentState: points.length > 0,
    Intervals: intervals.map(({ from, until, rpo }) => ({
      StartDate: local(from),
      EndDate: local(until),
      Rpo: rpo,
      IntervalType: 'RestoreAvailable',
    })),
    RestorePoints: points.map(({ id, at }) => ({
      Id: id,
      Date: local(at),
      IsApplicationConsistent: true,
    })),
  }
  return { value }
}

/** As the real server does: these times are written in whole seconds without a Z (documented). */
const local = (at: Instant): string => writeInstant(at).slice(0, 'yyyy-MM-ddTHH:mm:ss'.length)

function refuseNothing(body: Start): void {
  const { RestoreCurrentVss, RestoreAtInterval, RestoreAtPointInTime } = body
  const { RestoreCurrent = RestoreCurrentVss === undefined } = body
  if (RestoreCurrent || RestoreCurrentVss === true) return
  if (RestoreAtInterval === undefined && RestoreAtPointInTime === undefined)
    throw errors.badRequest(
      'Found nothing to fail over to; expected RestoreCurrent or RestoreCurrentVss true, or RestoreAtInterval or RestoreAtPointInTime.',
    )
}

function failOver(simulation: Simulation, replica: Replica, of: readonly string[], body: Start): Done {
  if (!hasState(simulation, replica, body))
    throw errors.badRequest(`"${replica.Name}" has no such state to fail over to.`)
  const { Name: name, up } = replica
  const [ref = ''] = of
  const session = beginRestore(simulation, {
    name,
    server: up.BackupServer ?? '',
    of,
    as: ref,
    minutes: lengths.failover,
  })
  return { related: { RestoreSession: [session] } }
}

/** A time that is given decides, whatever else is true (example documents have both). */
function hasState(simulation: Simulation, replica: Replica, body: Start): boolean {
  const { RestoreAtInterval: inside, RestoreAtPointInTime: before, RestoreCurrentVss } = body
  const { intervals, points } = cdpStates(simulation, replica)
  if (inside !== undefined) return intervals.some(({ from, until }) => from <= inside && inside <= until)
  if (before !== undefined) return intervals.some(({ from }) => from <= before) || points.some(({ at }) => at <= before)
  return points.length > 0 || (RestoreCurrentVss !== true && intervals.length > 0)
}
