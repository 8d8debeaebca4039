import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tableOf } from '../../../src/simulation/core/table-of.ts'
import { cdpReplicaVm, vAppCdpReplica } from '../../../src/resources/index.ts'
import { accepts } from '../../support/em.ts'
import { openActor } from '../../support/actor.ts'

let actor: Awaited<ReturnType<typeof openActor>>
const paths: Record<string, string> = {}
beforeAll(async () => {
  actor = await openActor({ scenario: 'default' })
  const [machine] = tableOf(actor.em.simulation, cdpReplicaVm)
  const [vApp] = tableOf(actor.em.simulation, vAppCdpReplica)
  paths['machine'] = `/cdpReplicas/${machine!.up.Replica}/vms/${machine!.id}`
  paths['vApp'] = `/cdpReplica/vApps/${vApp!.id}`
  paths['vApp by its other path'] = `/cdpReplicas/vApps/${vApp!.id}`
})
afterAll(() => actor.close())

interface Intervals {
  readonly StartDate: string
  readonly EndDate: string
  readonly HasApplicationConsistentState: boolean
  readonly Intervals: { readonly Intervals: readonly Interval[] }
  readonly RestorePoints: { readonly RestorePoints: readonly { readonly Date: string }[] }
}
interface Interval {
  readonly StartDate: string
  readonly EndDate: string
  readonly Rpo: number
}
const of = (replica: string, action: string) => `POST ${paths[replica]}?action=${action}`
const current = { RestoreCurrent: true, RestoreCurrentVss: false }

describe('intervals', () => {
  it.each(['machine', 'vApp', 'vApp by its other path'])('of a %s', async (replica) => {
    const { status, document } = await actor.act(of(replica, 'intervals'))
    const { Intervals, RestorePoints, ...rest } = document as unknown as Intervals
    expect([status, rest]).toEqual([
      200,
      {
        StartDate: '2026-01-14T12:00:00',
        EndDate: '2026-01-15T12:00:00',
        HasApplicationConsistentState: true,
      },
    ])
    expect(RestorePoints.RestorePoints.length).toBeGreaterThanOrEqual(2)
    const all = Intervals.Intervals
    expect(all[0]!.StartDate >= '2026-01-15T08:00:00').toBe(true)
    expect(all.at(-1)!.EndDate).toBe('2026-01-15T12:00:00')
    expect(all.every(({ StartDate, EndDate }) => StartDate < EndDate)).toBe(true)
  })

  it('between two times, in XML', async () => {
    const { body } = await actor.em.ask(`POST /api${paths['machine']}?action=intervals`, {
      token: actor.token,
      accept: accepts.xml,
      headers: { 'content-type': accepts.xml },
      body: '<CdpReplicaIntervalsSpec><StartDate>2026-01-15T10:00:00Z</StartDate><EndDate>2026-01-15T11:00:00Z</EndDate></CdpReplicaIntervalsSpec>',
    })
    expect(body).toContain('<StartDate>2026-01-15T10:00:00</StartDate><EndDate>2026-01-15T11:00:00')
    expect(body).toContain('<IntervalType>RestoreAvailable</IntervalType>')
    expect(body).not.toContain('T09:')
  })

  it('of a day that ends before it begins are refused', async () => {
    const body = { StartDate: '2026-01-15T10:00:00Z', EndDate: '2026-01-14T10:00:00Z' }
    expect((await actor.act(of('machine', 'intervals'), body)).status).toBe(400)
  })
})

describe('a failover', () => {
  it.each([
    ['machine', current],
    ['machine', { ...current, RestoreAtPointInTime: '2026-01-15T11:31:40' }],
    [
      'vApp',
      '<CdpFailoverStartSpec><RestoreCurrent>true</RestoreCurrent><RestoreCurrentVss>false</RestoreCurrentVss><RestoreAtInterval>2026-01-15T11:59:00</RestoreAtInterval></CdpFailoverStartSpec>',
    ],
    ['vApp by its other path', { RestoreCurrent: false, RestoreCurrentVss: true }],
  ])('of a %s with %j', async (replica, body) => {
    const { status, document } = await actor.act(of(replica, 'failover'), body)
    expect([status, document['Operation'], document['Result']]).toEqual([
      202,
      'StartFailover',
      { Message: 'Ok', Success: true },
    ])
    const links = document['Links'] as readonly { Type: string | null; Href: string }[]
    expect(await actor.read(links[1]!.Href)).toMatchObject({ State: 'Stopped', Result: 'Success' })
  })

  it.each([
    ['nothing', { RestoreCurrent: false, RestoreCurrentVss: false }, 400],
    ['a time before all', { ...current, RestoreAtInterval: '2023-02-17T15:31:40' }, 202],
  ])('to %s is refused', async (_, body, status) => {
    const before = await actor.ids('RestoreSession')
    const refused = await actor.act(of('machine', 'failover'), body)
    expect([refused.status, refused.message]).toEqual([status, expect.stringMatching(/./)])
    expect(await actor.ids('RestoreSession')).toEqual(before)
  })
})
