import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tableOf } from '../../../src/simulation/core/table-of.ts'
import { setProgression } from '../../../src/simulation/core/set-progression.ts'
import { hierarchyRoot, vAppRestorePoint, vmRestorePoint } from '../../../src/resources/index.ts'
import { actorOf, openActor } from '../../support/actor.ts'
import { restoreState } from '../../../src/simulation/backups/restore-state.ts'

type Actor = Awaited<ReturnType<typeof openActor>>
interface Link {
  readonly Rel: string
  readonly Type: string | null
  readonly Href: string
  readonly Name: string | null
}

let actor: Actor
beforeAll(async () => {
  actor = await openActor({ scenario: 'default' })
})
afterAll(() => actor.close())

const pointsIn = ({ em }: Actor) => [...tableOf(em.simulation, vmRestorePoint)]
const sessionOf = async (document: Readonly<Record<string, unknown>>, of: Actor = actor) => {
  const link = (document['Links'] as readonly Link[]).find(({ Type }) => Type === 'RestoreSession')
  return of.read(link?.Href ?? '/nowhere')
}
const inPlace = { VmRestoreSpec: { PowerOnAfterRestore: false, QuickRollback: false } }

describe('a machine', () => {
  it('is restored in its place, and the task leads to the session', async () => {
    const { id, VmDisplayName, HierarchyObjRef } = pointsIn(actor).at(-1)!
    const { status, document } = await actor.act(
      `POST /vmRestorePoints/${id}?action=restore`,
      `<RestoreSpec xmlns="http://www.veeam.com/ent/v1.0">
        <VmRestoreSpec>
          <PowerOnAfterRestore>true</PowerOnAfterRestore>
          <QuickRollback>true</QuickRollback>
        </VmRestoreSpec>
      </RestoreSpec>`,
    )
    expect([status, document['Operation'], document['Result']]).toEqual([
      202,
      'StartVMRestore',
      { Message: 'Ok', Success: true },
    ])
    expect(await sessionOf(document)).toMatchObject({
      JobType: 'RestoreVm',
      State: 'Stopped',
      Result: 'Success',
      Progress: 100,
      RestoredObjRef: HierarchyObjRef,
      VmDisplayName,
      EndTimeUTC: '2026-01-15T12:00:00Z',
    })
  })

  it.each([
    ['kept', { KeepOriginalVM: true }],
    ['renamed', { VmRestoreParameters: { VmNewName: 'restored01' } }],
  ])('that is %s becomes another one in the host that is named', async (_, more) => {
    const { id, up, HierarchyObjRef } = pointsIn(actor).at(-1)!
    const root = [...tableOf(actor.em.simulation, hierarchyRoot)].find((it) => it.up.BackupServer === up.BackupServer)!
    const parameters = 'VmRestoreParameters' in more ? more.VmRestoreParameters : undefined
    const { document } = await actor.act(`POST /vmRestorePoints/${id}?action=restore`, {
      VmRestoreSpec: {
        ...inPlace.VmRestoreSpec,
        ...more,
        HierarchyRootUid: `urn:veeam:HierarchyRoot:${root.id}`,
        ...(parameters !== undefined && {
          VmRestoreParameters: {
            VmRestorePointUid: `urn:veeam:VmRestorePoint:${id}`,
            ...parameters,
          },
        }),
      },
    })
    const ref = (await sessionOf(document))['RestoredObjRef'] as string
    expect(ref).toContain(`:${root.id}.`)
    expect(ref).not.toBe(HierarchyObjRef)
  })

  const nowhere = '00000000-0000-4000-8000-000000000001'
  it.each([
    ['no host that is there', { HierarchyRootUid: nowhere }, 'expected the UID of a HierarchyRoot'],
    ['a rollback beside it', { QuickRollback: true, KeepOriginalVM: true }, 'KeepOriginalVM and'],
    ['another point', { VmRestoreParameters: { VmRestorePointUid: nowhere } }, 'expected the UID'],
  ])('is not restored with %s', async (_, more, message) => {
    const before = await actor.ids('RestoreSession')
    const refused = await actor.act(`POST /vmRestorePoints/${pointsIn(actor)[0]!.id}?action=restore`, {
      VmRestoreSpec: { ...inPlace.VmRestoreSpec, ...more },
    })
    expect([refused.status, refused.message]).toEqual([400, expect.stringContaining(message)])
    expect(await actor.ids('RestoreSession')).toEqual(before)
  })

  it('is restored by an operator too', async () => {
    const token = await actor.em.logOn('restore-operator')
    const operator = actorOf(actor.em, token)
    const { id } = pointsIn(actor)[0]!
    const { status } = await operator.act(`POST /vmRestorePoints/${id}?action=restore`, inPlace)
    expect(status).toBe(202)
  })
})

describe('a vApp', () => {
  it('is restored to its organization, by a name of its own', async () => {
    const { id, up, HierarchyObjRef } = [...tableOf(actor.em.simulation, vAppRestorePoint)].at(-1)!
    const root = [...tableOf(actor.em.simulation, hierarchyRoot)].find(
      ({ up: { BackupServer }, HostType }) => BackupServer === up.BackupServer && HostType === 'VcdSystem',
    )!
    const machine = pointsIn(actor).find((it) => it.up.RestorePoint === up.RestorePoint)!
    const { status, document } = await actor.act(`POST /vAppRestorePoints/${id}?action=restore`, {
      VCloudVAppRestoreSpec: {
        PowerOnAfterRestore: false,
        HierarchyRootUid: `urn:veeam:HierarchyRoot:${root.id}`,
        OrgVdcRef: `urn:vCloud:OrgVdc:${root.id}.urn:vcloud:vdc:1d0bf8ae-8eac-4772-b675-5a4cf06fcbc1`,
        VAppNewName: 'vApp2',
        VmsRestoreParameters: [
          {
            VmRestorePointUid: `urn:veeam:VmRestorePoint:${machine.id}`,
            VmNewName: 'VM1',
            LinkedCloneVmTemplateRef: '',
          },
        ],
      },
    })
    expect([status, document['Operation']]).toEqual([202, 'StartvAppRestore'])
    const session = await sessionOf(document)
    expect([session['State'], session['Result']]).toEqual(['Stopped', 'Success'])
    expect(session['RestoredObjRef']).not.toBe(HierarchyObjRef)
  })

  it('is not restored as a machine is', async () => {
    const [point] = tableOf(actor.em.simulation, vAppRestorePoint)
    const { status, message } = await actor.act(`POST /vAppRestorePoints/${point!.id}?action=restore`, inPlace)
    expect([status, message]).toEqual([400, expect.stringContaining('<vCloudVAppRestoreSpec>')])
  })
})

describe('a restore takes a while', () => {
  let slow: Actor
  beforeAll(async () => {
    slow = await openActor({ scenario: 'docs' })
  })
  afterAll(() => slow.close())

  it('moves stage by stage, however work moves, and is refused meanwhile', async () => {
    const { simulation } = slow.em
    const { id } = pointsIn(slow).at(-1)!
    const task = await slow.act(`POST /vmRestorePoints/${id}?action=restore`, inPlace)
    const path = `/restoreSessions/${/restoreSessions\/([\w-]+)/.exec(JSON.stringify(task.document))![1]}?format=Entity`
    expect((await slow.read(path))['State']).toBe('Stopped')

    setProgression(simulation, { moves: 'reads', reads: 1 })
    const begun = await slow.act(`POST /vmRestorePoints/${id}?action=restore`, inPlace)
    const self = begun.document['Href'] as string
    let document = begun.document
    while (document['State'] !== 'Finished') document = await slow.read(self)
    const href = (document['Links'] as readonly Link[]).find(({ Rel }) => Rel === 'Related')!.Href
    const seen: unknown[] = []
    for (let n = 0; n < 3; n++) {
      const { State, Progress } = await slow.read(href)
      seen.push([State, Progress])
    }
    expect(seen.map((it) => (it as [string])[0])).toEqual(['Working', 'Working', 'Working'])
    const progress = seen.map((it) => (it as [string, number])[1])
    expect(progress).toEqual([...new Set(progress)].sort((a, b) => a - b))

    setProgression(simulation, { moves: 'instant' })
    expect(await slow.read(href)).toMatchObject({ State: 'Stopped', Result: 'Success' })
    expect(simulation.state(restoreState).restores.size).toBe(0)
  })

  it('and the same machine cannot be restored twice at a time', async () => {
    const { simulation } = slow.em
    const { id } = pointsIn(slow).at(-1)!
    setProgression(simulation, { moves: 'time' })
    for (const want of ['Ok', 'already']) {
      const { document } = await slow.act(`POST /vmRestorePoints/${id}?action=restore`, inPlace)
      simulation.clock.advance(5e6)
      const { Result } = await slow.read(document['Href'] as string)
      expect((Result as { Message: string }).Message).toContain(want)
    }
    simulation.clock.advance(3600e6)
    simulation.catchUp()
    expect(simulation.state(restoreState).restores.size).toBe(0)
  })

  it('and fails if its point is gone by then', async () => {
    const other = await openActor({ scenario: 'docs' })
    const { simulation } = other.em
    const { id } = pointsIn(other).at(-1)!
    setProgression(simulation, { moves: 'reads', reads: 1 })
    const { document } = await other.act(`POST /vmRestorePoints/${id}?action=restore`, inPlace)
    while (simulation.state(restoreState).restores.size === 0) await other.read(document['Href'] as string)
    tableOf(simulation, vmRestorePoint).remove(id)
    const [session = ''] = simulation.state(restoreState).restores.keys()
    setProgression(simulation, { moves: 'instant' })
    expect(await other.read(`/restoreSessions/${session}?format=Entity`)).toMatchObject({
      State: 'Stopped',
      Result: 'Failed',
      RestoredObjRef: null,
    })
    await other.close()
  })
})
