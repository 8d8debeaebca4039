import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tableOf } from '../../../src/simulation/core/table-of.ts'
import { failoverPlan, restoreSession, vAppReplicaPoint, vmReplicaPoint } from '../../../src/resources/index.ts'
import { actorOf, openActor } from '../../support/actor.ts'

let actor: Awaited<ReturnType<typeof openActor>>
beforeAll(async () => {
  actor = await openActor({ scenario: 'default' })
})
afterAll(() => actor.close())

const sessions = () => [...tableOf(actor.em.simulation, restoreSession)]
const plans = () => [...tableOf(actor.em.simulation, failoverPlan)]

describe('replica points', () => {
  it.each([
    ['/vmReplicaPoints', vmReplicaPoint],
    ['/vAppReplicaPoints', vAppReplicaPoint],
  ] as const)('%s fail over', async (path, resource) => {
    const point = [...tableOf(actor.em.simulation, resource)].at(-1)!
    const { status, document } = await actor.act(`POST ${path}/${point.id}?action=failover`)
    expect([status, document['Operation'], document['Result']]).toEqual([
      202,
      'StartReplicaFailover',
      { Message: 'Ok', Success: true },
    ])
    const links = document['Links'] as readonly { Type: string | null; Href: string }[]
    expect(links[1]?.Type).toBe('RestoreSession')
    const name = 'VmDisplayName' in point ? point.VmDisplayName : point.VAppDisplayName
    expect(await actor.read(links[1]!.Href)).toMatchObject({
      VmDisplayName: name,
      State: 'Stopped',
      Result: 'Success',
    })
  })
})

describe('a failover plan', () => {
  it('fails over its machines in their order, once, until it is undone', async () => {
    const [plan] = plans()
    const path = `POST /failoverPlans/${plan!.id}`
    const before = sessions().length
    const start = '<FailoverPlanManagementSpec><StartNow>true</StartNow></FailoverPlanManagementSpec>'
    expect((await actor.act(`${path}?action=undo`)).message).toContain('nothing to undo')
    const { status, document } = await actor.act(`${path}?action=start`, start)
    expect([status, document['Operation'], document['Result']]).toEqual([
      202,
      'StartFailoverPlan',
      { Message: 'Ok', Success: true },
    ])
    expect(
      sessions()
        .slice(before)
        .map(({ VmDisplayName }) => VmDisplayName),
    ).toEqual(plan!.FailoverPlanInfo.Includes.map(({ Name }) => Name))
    expect((await actor.act(`${path}?action=start`, { StartNow: true })).message).toContain('already')
    expect((await actor.act(`${path}?action=undo`)).document).toMatchObject({
      Operation: 'UndoFailoverPlan',
      Result: { Message: 'Ok', Success: true },
    })
    const again = await actor.act(`${path}?action=start`, { StartDate: '2026-01-15T11:00:00Z' })
    expect(again.message).toBe('')
  })

  it('is not for operators', async () => {
    const operator = actorOf(actor.em, await actor.em.logOn('restore-operator'))
    const { status } = await operator.act(`POST /failoverPlans/${plans()[0]!.id}?action=undo`)
    expect(status).toBe(403)
  })

  it.each([
    ['without a word of when', { StartNow: false }, 400, 'expected one of them'],
    ['before there was a point', { StartDate: '2020-07-24T19:04:35Z' }, 202, 'no replica point'],
  ])('is not started %s', async (_, body, status, message) => {
    const before = sessions().length
    const refused = await actor.act(`POST /failoverPlans/${plans().at(-1)!.id}?action=start`, body)
    expect([refused.status, refused.message]).toEqual([status, expect.stringContaining(message)])
    expect(sessions().length).toBe(before)
  })

  it.each(['xml', 'json'])('has another description (%s)', async (language) => {
    const { id, Name } = plans()[0]!
    const Description = `Edited in ${language}`
    const { status, document } = await actor.act(
      `PUT /failoverPlans/${id}`,
      language === 'json'
        ? {
            Description,
            Name: 'Another',
            UID: `urn:veeam:FailoverPlan:${id}`,
            Type: 'FailoverPlan',
          }
        : `<FailoverPlan Type="FailoverPlan" Name="Another"><Description>${Description}</Description></FailoverPlan>`,
    )
    expect([status, document['Operation']]).toEqual([202, 'EditFailoverPlan'])
    const plan = await actor.read(`/failoverPlans/${id}?format=Entity`)
    expect([plan['Description'], plan['Name']]).toEqual([Description, Name])
  })
})
