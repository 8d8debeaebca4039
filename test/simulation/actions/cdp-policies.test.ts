import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openActor } from '../../support/actor.ts'

let actor: Awaited<ReturnType<typeof openActor>>
let policy: string
beforeAll(async () => {
  actor = await openActor({ scenario: 'default' })
  policy = `/cdpPolicies/${(await actor.ids('CdpPolicy', 'Name=="CDP Policy 1"'))[0]}`
})
afterAll(() => actor.close())

const entity = () => actor.read(`${policy}?format=Entity`)
interface Included {
  readonly ObjectInJobId: string
  readonly Name: string
  readonly HierarchyObjRef: string
  readonly GuestProcessingOptions: unknown
}
const included = async () => (await actor.read(`${policy}/includes`))['ObjectInJobs'] as readonly Included[]
/** Machines of the policy's server that it does not protect yet. */
async function machines(): Promise<readonly Included[]> {
  const { store } = actor.em.simulation
  const { up } = store.table('CdpPolicy').get(policy.split('/').at(-1)!)!
  const held = (await included()).map(({ HierarchyObjRef }) => HierarchyObjRef)
  return [...store.table<Included & { id: string; up: typeof up }>('ObjectInJob')].filter(
    (it) =>
      it.up['BackupServer'] === up['BackupServer'] &&
      it.HierarchyObjRef.startsWith('urn:VMware:Vm') &&
      !held.includes(it.HierarchyObjRef),
  )
}

it.each([
  ['disable', false],
  ['enable', true],
])('a policy: %s', async (action, expected) => {
  const { status, document } = await actor.act(`POST ${policy}?action=${action}`)
  expect([status, document['Operation'], document['Result']]).toEqual([
    202,
    'UpdateCdpPolicy',
    { Message: 'Ok', Success: true },
  ])
  const { ScheduleEnabled, Links } = await entity()
  expect(ScheduleEnabled).toBe(expected)
  const offered = (Links as readonly { Rel: string }[]).map(({ Rel }) => Rel)
  expect([offered.includes('Enable'), offered.includes('Disable')]).toEqual([!expected, expected])
})

describe('an edit', () => {
  it('changes what it says, by JSON that was once XML', async () => {
    const before = await entity()
    const { status, document } = await actor.act(`PUT ${policy}`, {
      Href: before['Href'],
      Type: 'CdpPolicy',
      Name: 'another name',
      UID: before['UID'],
      xmlns: 'http://www.veeam.com/ent/v1.0',
      Description: 'Created by TECH\\sheila.d.cory',
      ScheduleConfigured: 'true',
      ScheduleEnabled: 'false',
    })
    expect([status, document['Operation'], document['State']]).toEqual([202, 'EditCdpPolicy', 'Finished'])
    expect(await entity()).toMatchObject({
      Name: 'CDP Policy 1',
      Description: 'Created by TECH\\sheila.d.cory',
      ScheduleEnabled: false,
      PolicyScheduleOptions: before['PolicyScheduleOptions'],
      CdpPolicyInfo: before['CdpPolicyInfo'],
    })
  })

  it('changes its schedule deep inside, by XML, but not what it protects', async () => {
    const before = await included()
    const { message } = await actor.act(
      `PUT ${policy}`,
      `<?xml version="1.0" encoding="utf-8"?>
<CdpPolicy Type="CdpPolicy" Name="CDP Policy 1" xmlns="http://www.veeam.com/ent/v1.0">
  <PolicyType>CdpReplica</PolicyType>
  <Platform>vCloud</Platform>
  <Description />
  <ScheduleEnabled>true</ScheduleEnabled>
  <NextRun>2023-02-13T11:18:16.989527Z</NextRun>
  <PolicyScheduleOptions>
    <CdpReplica>
      <RecoveryPointObjectiveSeconds>30</RecoveryPointObjectiveSeconds>
      <RPOReporting>
        <MarkAsWarning>
          <RPOThresholdSeconds>2</RPOThresholdSeconds>
        </MarkAsWarning>
      </RPOReporting>
    </CdpReplica>
  </PolicyScheduleOptions>
  <CdpPolicyInfo>
    <CdpReplicaPolicyInfo>
      <Includes>
        <ObjectInJob Href="/includes/e198ca81-9750-452d-a3ee-c1bc3806a537" Type="ObjectInJob">
          <ObjectInJobId>e198ca81-9750-452d-a3ee-c1bc3806a537</ObjectInJobId>
          <HierarchyObjRef>urn:vCloud:Vapp:1903878c-230d-456d-80d2-4df9e319b6d7.urn:vcloud:vapp:aff5d61d-4481-4f72-a019-e0ed1bbd63a3</HierarchyObjRef>
          <Name>vApp-TS</Name>
          <DisplayName>vApp-TS</DisplayName>
          <GuestProcessingOptions>
            <VssSnapshotOptions>
              <VssSnapshotMode>RequireSuccess</VssSnapshotMode>
              <IsCopyOnly>true</IsCopyOnly>
              <UsePersistentGuestAgent>false</UsePersistentGuestAgent>
            </VssSnapshotOptions>
            <WindowsCredentialsId />
            <LinuxCredentialsId />
          </GuestProcessingOptions>
        </ObjectInJob>
      </Includes>
    </CdpReplicaPolicyInfo>
  </CdpPolicyInfo>
</CdpPolicy>`,
    )
    expect(message).toBe('')
    expect(await entity()).toMatchObject({
      Platform: 'VMware',
      Description: '',
      ScheduleEnabled: true,
      PolicyScheduleOptions: {
        CdpReplica: {
          RecoveryPointObjectiveSeconds: 30,
          RPOReporting: {
            MarkAsWarning: { Enabled: true, RPOThresholdSeconds: 2, RPOThresholdMinutes: 2 },
          },
          ShortTermRetentionHours: 4,
        },
      },
    })
    expect(await included()).toEqual(before)
  })

  it('is refused as a whole', async () => {
    const before = await entity()
    const { status } = await actor.act(`PUT ${policy}`, {
      Description: 'never',
      PolicyScheduleOptions: {
        CdpReplica: { RecoveryPointObjectiveSeconds: 0, RecoveryPointObjectiveMinutes: 0 },
      },
    })
    expect([status, await entity()]).toEqual([400, before])
  })
})

describe('what a policy protects', () => {
  it('grows and shrinks, but for the last', async () => {
    const before = await included()
    const [one, two] = [...new Map((await machines()).map((it) => [it.Name, it])).values()]
    const byXml = await actor.act(
      `POST ${policy}/includes`,
      `<?xml version="1.0" encoding="utf-8"?>
<CreateObjectInJobSpec xmlns="http://www.veeam.com/ent/v1.0">
  <HierarchyObjRef>${one!.HierarchyObjRef}</HierarchyObjRef>
  <HierarchyObjName>${one!.Name}</HierarchyObjName>
  <GuestProcessingOptions>
    <VssSnapshotOptions>
      <VssSnapshotMode>RequireSuccess</VssSnapshotMode>
      <IsCopyOnly>false</IsCopyOnly>
      <UsePersistentGuestAgent>false</UsePersistentGuestAgent>
    </VssSnapshotOptions>
  </GuestProcessingOptions>
</CreateObjectInJobSpec>`,
    )
    await actor.act(`POST ${policy}/includes`, {
      HierarchyObjRef: two!.HierarchyObjRef,
      HierarchyObjName: two!.Name,
    })
    expect([byXml.status, byXml.document['Operation']]).toEqual([202, 'UpdateCdpPolicy'])
    const after = await included()
    expect(after.map(({ Name }) => Name)).toEqual([...before.map(({ Name }) => Name), one!.Name, two!.Name])
    expect(after.at(-2)).toMatchObject({
      GuestProcessingOptions: {
        VssSnapshotOptions: { VssSnapshotMode: 'RequireSuccess', IsCopyOnly: false },
      },
    })

    const again = { HierarchyObjRef: one!.HierarchyObjRef, HierarchyObjName: one!.Name }
    expect((await actor.act(`POST ${policy}/includes`, again)).status).toBe(400)

    const [kept, ...others] = after
    for (const { ObjectInJobId } of others)
      expect((await actor.act(`DELETE ${policy}/includes/${ObjectInJobId}`)).message).toBe('')
    const last = await actor.act(`DELETE ${policy}/includes/${kept!.ObjectInJobId}`)
    expect([last.status, await included()]).toEqual([400, [kept]])
  })

  it.each([
    ['nothing known', 'urn:VMware:Vm:00000000-0000-0000-0000-000000000000.vm-1'],
    ['what is no reference', 'exch02'],
  ])('is not %s', async (_what, HierarchyObjRef) => {
    const before = await included()
    const spec = { HierarchyObjRef, HierarchyObjName: 'exch02' }
    const { status } = await actor.act(`POST ${policy}/includes`, spec)
    expect([status, await included()]).toEqual([400, before])
  })
})
