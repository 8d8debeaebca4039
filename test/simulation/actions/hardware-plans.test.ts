import { afterAll, beforeAll, expect, it } from 'vitest'
import { openActor } from '../../support/actor.ts'

// What a provider lets tenants replicate to.

type Members = Readonly<Record<string, unknown>>

let em: Awaited<ReturnType<typeof openActor>>
let server = ''
let root = ''
beforeAll(async () => {
  em = await openActor({ scenario: 'service-provider' })
  server = (await em.ids('BackupServer'))[0]!
  root = (await em.ids('HierarchyRoot'))[0]!
})
afterAll(() => em.close())

const planNamed = async (name: string) => (await em.ids('CloudHardwarePlan', `Name=="${name}"`))[0]!
const plan = (id: string) => em.read(`/cloud/hardwarePlans/${id}?format=Entity`)
const links = ({ Links }: Members) => Links as readonly { Rel: string; Type: string; Name: string; Href: string }[]

const vmware = (change: object = {}, details: object = {}) => ({
  BackupServerUid: `urn:veeam:BackupServer:${server}`,
  Name: 'VMware Bronze',
  Description: 'Hardware Plan for VMware',
  ProcessorUsageLimitMhz: 10000,
  MemoryUsageLimitMb: -1,
  HardwarePlanDetails: {
    ViCloudHardwarePlan: {
      HypervisorHostRef: `urn:VMware:Host:${root}.host-438`,
      ParentType: 'HostSystem',
      ParentName: 'esx01.skyhold.example',
      Datastores: {
        Datastores: [
          {
            FriendlyName: 'Cloud Replicas',
            DatastoreType: 'Datastore',
            Reference: `urn:VMware:Datastore:${root}.datastore-441`,
            QuotaGb: 500,
          },
        ],
      },
      Network: { CountWithInternet: 1, CountWithoutInternet: 0 },
      ...details,
    },
  },
  ...change,
})

it('one for VMware is made, edited as it was read, and deleted', async () => {
  const { status, document } = await em.act('POST /cloud/hardwarePlans', vmware())
  expect([status, document['Operation']]).toEqual([202, 'CreateCloudHardwarePlan'])
  const [, { Type, Href }] = links(document) as [unknown, { Type: string; Href: string }]
  expect(Type).toBe('CloudHardwarePlan')
  const { status: found, ...made } = (await em.read(Href)) as Members & ReturnType<typeof vmware>
  expect(found).toBe(200)
  const id = await planNamed('VMware Bronze')
  expect(made).toMatchObject({
    ProcessorUsageLimitMhz: 10000,
    Description: 'Hardware Plan for VMware',
  })
  // As the real server does: what is not limited is left out.
  expect('MemoryUsageLimitMb' in made).toBe(false)
  const { ViCloudHardwarePlan } = made.HardwarePlanDetails
  expect(ViCloudHardwarePlan).toMatchObject({
    ParentName: 'esx01.skyhold.example',
    Datastores: { Datastores: [{ FriendlyName: 'Cloud Replicas', RootPath: '', QuotaGb: 500 }] },
    Network: { CountWithInternet: 1, CountWithoutInternet: 0, Id: id },
  })

  const [datastore] = ViCloudHardwarePlan.Datastores.Datastores
  const edit = await em.act(`PUT /cloud/hardwarePlans/${id}`, {
    ...made,
    Description: 'Larger',
    HardwarePlanDetails: {
      ViCloudHardwarePlan: {
        ...ViCloudHardwarePlan,
        Datastores: {
          Datastores: [
            { ...datastore, QuotaGb: 700 },
            { ...datastore, FriendlyName: 'More', Id: null },
          ],
        },
      },
    },
  })
  expect([edit.status, edit.document['Operation'], edit.message]).toEqual([202, 'EditCloudHardwarePlan', ''])
  const { Datastores } = ((await plan(id)) as typeof made).HardwarePlanDetails.ViCloudHardwarePlan
  expect(Datastores.Datastores).toMatchObject([
    { ...datastore, QuotaGb: 700 },
    { FriendlyName: 'More', QuotaGb: 500 },
  ])
  expect(await plan(id)).toMatchObject({ Description: 'Larger', ProcessorUsageLimitMhz: 10000 })

  const { document: gone } = await em.act(`DELETE /cloud/hardwarePlans/${id}`)
  expect(gone['Operation']).toBe('DeleteCloudHardwarePlan')
  expect((await plan(id))['status']).toBe(404)
})

it('one for Hyper-V is made by XML', async () => {
  const { HardwarePlanDetails } = (await plan(await planNamed('Hyper-V Silver'))) as unknown as {
    HardwarePlanDetails: { HvCloudHardwarePlan: { HypervisorHostRef: string } }
  }
  const host = HardwarePlanDetails.HvCloudHardwarePlan.HypervisorHostRef
  const { message } = await em.act(
    'POST /cloud/hardwarePlans',
    `<CloudHardwarePlanCreateSpec xmlns="http://www.veeam.com/ent/v1.0"><BackupServerUid>urn:veeam:BackupServer:${server}</BackupServerUid><Name>Hyper-V Gold</Name><ProcessorUsageLimitMhz>-1</ProcessorUsageLimitMhz><MemoryUsageLimitMb>20000</MemoryUsageLimitMb><HardwarePlanDetails><HvCloudHardwarePlan><HypervisorHostRef>${host}</HypervisorHostRef><Volumes><Volume><FriendlyName>Cloud Replicas</FriendlyName><VolumePath>D:\\Replicas</VolumePath><QuotaGb>300</QuotaGb></Volume></Volumes></HvCloudHardwarePlan></HardwarePlanDetails></CloudHardwarePlanCreateSpec>`,
  )
  expect(message).toBe('')
  expect(await em.ids('CloudHardwarePlan', 'Platform==HyperV')).toHaveLength(2)
  expect(await plan(await planNamed('Hyper-V Gold'))).toMatchObject({
    MemoryUsageLimitMb: 20000,
    HardwarePlanDetails: {
      HvCloudHardwarePlan: {
        Volumes: { Volumes: [{ VolumePath: 'D:\\Replicas', QuotaGb: 300 }] },
        Network: { CountWithInternet: 0, CountWithoutInternet: 0 },
      },
    },
  })
})

it.each<[spec: () => object, message: string]>([
  [() => vmware({ Name: 'vmware gold' }), 'There is a hardware plan "vmware gold" already.'],
  [() => vmware({ ProcessorUsageLimitMhz: 0 }), 'ProcessorUsageLimitMhz is 0; expected more than 0, or -1'],
  [() => vmware({ HardwarePlanDetails: {} }), 'either ViCloudHardwarePlan or HvCloudHardwarePlan'],
  [() => vmware({}, { Datastores: {} }), 'The hardware plan has no storage'],
  [() => vmware({}, { HypervisorHostRef: `urn:VMware:Host:${server}.host-1` }), 'expected urn:VMware:Host:'],
  [() => vmware({}, { HypervisorHostRef: `urn:HyperV:Host:${root}` }), 'expected urn:VMware:Host:'],
])('is refused: %#', async (spec, message) => {
  const before = await em.ids('CloudHardwarePlan')
  expect(await em.act('POST /cloud/hardwarePlans', spec())).toMatchObject({
    status: 400,
    message: expect.stringContaining(message) as string,
  })
  expect(await em.ids('CloudHardwarePlan')).toEqual(before)
}) // prettier-ignore

it('one with subscribers stays; what they have of its storage follows it', async () => {
  const id = await planNamed('VMware Gold')
  expect(await em.act(`DELETE /cloud/hardwarePlans/${id}`)).toMatchObject({
    status: 400,
    message: 'Hardware plan "VMware Gold" has subscribers, such as the tenant "Bergmann Logistics".',
  })
  expect((await plan(id))['status']).toBe(200)

  const { HardwarePlanDetails } = (await plan(id)) as unknown as ReturnType<typeof vmware>
  const { Datastores } = HardwarePlanDetails.ViCloudHardwarePlan
  const sized = (QuotaGb: number) => ({
    HardwarePlanDetails: {
      ViCloudHardwarePlan: {
        Datastores: { Datastores: [{ ...Datastores.Datastores[0], FriendlyName: 'Replicas', QuotaGb }] },
      },
    },
  }) // prettier-ignore
  expect((await em.act(`PUT /cloud/hardwarePlans/${id}`, sized(1))).message).toMatch(
    /^The tenant "Bergmann Logistics" keeps \d+ GB in "Cloud Replicas"; 1 GB would be left of it\.$/,
  )
  expect((await em.act(`PUT /cloud/hardwarePlans/${id}`, sized(2500))).message).toBe('')
  const [bergmann] = await em.ids('CloudTenant', 'Name=="Bergmann Logistics"')
  const held = JSON.stringify(await em.read(`/cloud/tenants/${bergmann}/computeResources`))
  expect(held).toMatch(/"StorageName":"Replicas","StorageUsageGb":\d{2,},"StorageLimitGb":2500/)
})
