import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actorOf, openActor } from '../../support/actor.ts'
import { startCloudFailover } from '../../../src/simulation/cloud-connect/cloud-failover.ts'
import { removeWhole } from '../../../src/simulation/core/remove.ts'
import { tableOf } from '../../../src/simulation/core/table-of.ts'
import { setProgression } from '../../../src/simulation/core/set-progression.ts'
import { move } from '../../../src/simulation/core/progress.ts'
import { cloudFailoverPlan, cloudFailoverSession, cloudVmReplicaPoint } from '../../../src/resources/index.ts'

// What is done for a tenant whose site is down.

type Members = Readonly<Record<string, unknown>>

let em: Awaited<ReturnType<typeof openActor>>
let plan = ''
beforeEach(async () => {
  em = await openActor({ scenario: 'service-provider' })
  plan = `/cloud/cloudFailoverPlans/${(await em.ids('CloudFailoverPlan', 'Name=="Bergmann Full Site"'))[0]!}`
})
afterEach(() => em.close())

const now = { StartNow: true }
/** Names of the machines that run from their replicas. */
const failedOver = async () => {
  const { CloudVmReplicaPoints } = await em.read('/cloud/vmReplicaPoints?format=Entity')
  const points = CloudVmReplicaPoints as readonly { State: string; VmDisplayName: string }[]
  return points.filter(({ State }) => State === 'Failover').map((it) => it.VmDisplayName)
}
const relatedTo = ({ Links }: Members) =>
  (Links as readonly { Rel: string; Type: string; Name: string; Href: string }[])[1]!
interface Task {
  readonly VmName: string
  readonly State: string
  readonly Result: string
  readonly VmReplicaPointLink: { readonly Href: string; readonly Name: string }
}
const tasksOf = ({ CloudFailoverTasks }: Members) =>
  (CloudFailoverTasks as { CloudFailoverTasks: readonly Task[] }).CloudFailoverTasks

describe('a plan', () => {
  it('is started by XML and undone, one after the other', async () => {
    const { status, document } = await em.act(
      `POST ${plan}?action=start`,
      '<CloudFailoverPlanManagementSpec xmlns="http://www.veeam.com/ent/v1.0"><StartNow>true</StartNow></CloudFailoverPlanManagementSpec>',
    )
    expect([status, document['Operation']]).toEqual([202, 'StartCloudFailoverPlan'])
    const { Type, Name, Href } = relatedTo(document)
    expect([Type, Name]).toEqual(['CloudFailoverSession', 'Bergmann Full Site'])
    const session = await em.read(Href)
    expect(session).toMatchObject({ JobType: 'FailoverPlan', State: 'Stopped', Result: 'Success', Progress: 100 })
    expect(tasksOf(session).map(({ VmName, Result }) => [VmName, Result])).toEqual([
      ['bl-dc01', 'Success'],
      ['bl-sql01', 'Success'],
      ['bl-erp01', 'Success'],
    ])
    for (const { VmReplicaPointLink } of tasksOf(session))
      expect(await em.read(`${VmReplicaPointLink.Href}?format=Entity`)).toMatchObject({ State: 'Failover' })
    expect((await failedOver()).toSorted()).toEqual(['bl-dc01', 'bl-erp01', 'bl-sql01'])

    const again = await em.act(`POST ${plan}?action=start`, now)
    expect([again.status, again.message]).toEqual([202, '"bl-dc01" has failed over already; undo that first.'])
    expect((await em.act(`DELETE ${plan}`)).status).toBe(400)

    const undone = await em.act(`POST ${plan}?action=undo`)
    expect([undone.document['Operation'], undone.message]).toEqual(['UndoCloudFailoverPlan', ''])
    expect(await failedOver()).toEqual([])
    expect((await em.act(`POST ${plan}?action=undo`)).message).toBe(
      'No machine of failover plan "Bergmann Full Site" has failed over: there is nothing to undo.',
    )
  }) // prettier-ignore

  it('is tried, and all is as before', async () => {
    const { document } = await em.act(`POST ${plan}?action=test`)
    expect(document['Operation']).toBe('StartCloudFailoverPlan')
    expect(await em.read(relatedTo(document).Href)).toMatchObject({ State: 'Stopped', Result: 'Success' })
    expect(await failedOver()).toEqual([])
  }) // prettier-ignore

  it('is started from a date on', async () => {
    const { document } = await em.act(`POST ${plan}?action=start`, {
      StartNow: false,
      StartDate: '2026-01-12T12:00:00Z',
    })
    for (const { VmReplicaPointLink } of tasksOf(await em.read(relatedTo(document).Href)))
      expect(VmReplicaPointLink.Name).toMatch(/@2026-01-1[0-2] /)
    await em.act(`POST ${plan}?action=undo`)
    const { message } = await em.act(`POST ${plan}?action=start`, { StartDate: '2025-12-01T12:00:00Z' })
    expect(message).toBe('"bl-dc01" has no replica point to fail over to.')
    expect((await em.act(`POST ${plan}?action=start`, { StartNow: false })).status).toBe(400)
  }) // prettier-ignore

  it('moves machine by machine, and is left alone meanwhile', async () => {
    setProgression(em.em.simulation, { moves: 'reads', reads: 1 })
    const { document } = await em.act(`POST ${plan}?action=start`, now)
    // The task is looked at until it is finished.
    const task = String(document['Href'])
    while ((await em.read(task))['State'] !== 'Finished');
    const { Href } = relatedTo(await em.read(task))
    const states = async () => {
      const session = await em.read(Href)
      return [session['State'], ...tasksOf(session).map(({ State }) => State)].join(' ')
    }
    expect(await states()).toBe('Working Working Starting Starting')
    expect(await states()).toBe('Working Stopped Working Starting')
    expect(await failedOver()).toEqual(['bl-dc01'])
    expect(await em.act(`DELETE ${plan}`)).toMatchObject({
      status: 400,
      message: 'Failover plan "Bergmann Full Site" is under way.',
    })
    expect(await states()).toBe('Working Stopped Stopped Working')
    expect(await states()).toBe('Working Stopped Stopped Stopped')
    expect(await states()).toBe('Stopped Stopped Stopped Stopped')
  })

  it('fails with a machine whose point goes meanwhile', async () => {
    const { simulation } = em.em
    setProgression(simulation, { moves: 'manual' })
    const machine = [...tableOf(simulation, cloudFailoverPlan)].find(({ Name }) => Name === 'Bergmann Full Site')!
    const session = startCloudFailover(simulation, machine, { isTest: false }).related!['CloudFailoverSession']![0]!
    const [, second = ''] = tableOf(simulation, cloudFailoverSession).get(session)!.related!['CloudVmReplicaPoint']!
    move(simulation, session)
    removeWhole(simulation, cloudVmReplicaPoint, second)
    for (let n = 0; n < 4; n++) move(simulation, session)
    const told = await em.read(`/cloud/failoverSessions/${session}?format=Entity`)
    expect(told).toMatchObject({ State: 'Stopped', Result: 'Failed' })
    expect(tasksOf(told).map(({ Result }) => Result)).toEqual(['Success', 'Failed', 'Success'])
    expect(tasksOf(told)[1]!.VmReplicaPointLink).toBeNull()
    expect((await failedOver()).toSorted()).toEqual(['bl-dc01', 'bl-erp01'])
  }) // prettier-ignore

  it('is edited, and deleted when its machines are at home', async () => {
    const { status, ...read } = await em.read(`${plan}?format=Entity`)
    expect(status).toBe(200)
    const edit = await em.act(`PUT ${plan}`, {
      ...read,
      Name: 'Not taken over',
      CloudFailoverPlanOptions: {
        PostFailoverPlanCommandEnabled: true,
        PostFailoverPlanCommand: 'C:\\scripts\\post-failover.bat',
      },
    })
    expect([edit.status, edit.document['Operation'], edit.message]).toEqual([202, 'UpdateFailoverPlan', ''])
    expect(await em.read(`${plan}?format=Entity`)).toMatchObject({
      Name: 'Bergmann Full Site',
      CloudFailoverPlanOptions: {
        ...(read['CloudFailoverPlanOptions'] as object),
        PostFailoverPlanCommandEnabled: true,
        PostFailoverPlanCommand: 'C:\\scripts\\post-failover.bat',
      },
    })
    expect((await em.act(`DELETE ${plan}`)).document['Operation']).toBe('DeleteCloudFailoverPlan')
    expect((await em.read(plan))['status']).toBe(404)
    expect(await em.ids('CloudFailoverSession', 'Name=="Bergmann Full Site"')).toHaveLength(3)
  }) // prettier-ignore
})

it('a tenant may start and undo its own, and see what comes of it', async () => {
  const answer = await em.em.ask('POST /api/sessionMngr/?v=latest', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ TenantCredentials: { Username: 'Bergmann Logistics', Password: 'x' } }),
  })
  const tenant = actorOf(em.em, String(answer.headers['x-restsvcsessionid']))
  const { document } = await tenant.act(`POST ${plan}?action=start`, now)
  expect(await tenant.read(relatedTo(document).Href)).toMatchObject({ status: 200, State: 'Stopped' })
  expect((await tenant.act(`POST ${plan}?action=undo`)).message).toBe('')
  const [alpines] = await em.ids('CloudFailoverPlan', 'Name=="Alpine Mail First"')
  const [session] = await em.ids('CloudFailoverSession', 'Name=="Alpine Mail First"')
  expect((await tenant.read(`/cloud/failoverSessions/${session}`))['status']).toBe(403)
  for (const request of [`POST /cloud/cloudFailoverPlans/${alpines}?action=start`, `POST ${plan}?action=test`, `DELETE ${plan}`])
    expect((await tenant.act(request, now)).status).toBe(403)
}) // prettier-ignore
