import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openActor } from '../../support/actor.ts'

// What tenants come in by: gateways, their pools, public addresses and VLANs.

type Members = Readonly<Record<string, unknown>>
interface Link {
  readonly Rel: string
  readonly Type: string | null
  readonly Name: string | null
  readonly Href: string
}

let em: Awaited<ReturnType<typeof openActor>>
let server = ''
beforeAll(async () => {
  em = await openActor({ scenario: 'service-provider' })
  server = (await em.ids('BackupServer'))[0]!
})
afterAll(() => em.close())

const named = async (type: string, name: string) => (await em.ids(type, `Name=="${name}"`))[0]!
const entity = (path: string, id: string) => em.read(`/cloud/${path}/${id}?format=Entity`)
/** Where a finished task leads. */
const relatedTo = ({ Links }: Members): Link => (Links as readonly Link[])[1]!
const xml = (inner: string) => inner.replace('>', ' xmlns="http://www.veeam.com/ent/v1.0">')

describe('gateways', () => {
  const gateway = {
    ServerHostName: 'gw04.skyhold.example',
    Description: 'Cloud gateway server 04',
    ExternalPort: 6180,
    NetworkType: 'Direct',
    InternalPort: 6180,
  }
  const behindNat = (host: string, inner = '<ExternalIp>198.51.100.7</ExternalIp>') =>
    xml(
      `<CreateCloudGatewaySpec><ServerHostName>${host}</ServerHostName>${inner}<ExternalPort>443</ExternalPort><NetworkType>NAT</NetworkType><BackupServerUid>urn:veeam:BackupServer:${server}</BackupServerUid></CreateCloudGatewaySpec>`,
    )

  it('one is made by JSON, edited and deleted', async () => {
    const body = { ...gateway, BackupServerUid: `urn:veeam:BackupServer:${server}` }
    const { status, document } = await em.act('POST /cloud/gateways', body)
    expect([status, document['Operation']]).toEqual([202, 'CreateCloudGateway'])
    const { Type, Name, Href } = relatedTo(document)
    expect([Type, Name]).toEqual(['CloudGateway', ''])
    expect(await em.read(Href)).toMatchObject({
      Name: 'gw04.skyhold.example',
      Enabled: true,
      NetworkMode: 'Direct',
      ExternalIP: 'gw04.skyhold.example',
    })
    const path = Href.replace('?format=Entity', '')
    const edit = await em.act(
      `PUT ${path}`,
      xml('<CloudGateway><Enabled>false</Enabled><ExternalPort>6182</ExternalPort></CloudGateway>'),
    )
    expect([edit.status, edit.document['Operation']]).toEqual([202, 'EditCloudGateway'])
    expect(await em.read(Href)).toMatchObject({
      Enabled: false,
      ExternalPort: 6182,
      InternalPort: 6180,
      Description: 'Cloud gateway server 04',
    })
    expect((await em.act(`DELETE ${path}`)).document['Operation']).toBe('DeleteCloudGateway')
    expect((await em.read(path))['status']).toBe(404)
  })

  it('takes what clients of 9.0 and the page of plans send, though it be strict', async () => {
    const strict = await openActor({ scenario: 'service-provider', strict: true })
    const [gateway] = await strict.ids('CloudGateway')
    const [plan] = await strict.ids('CloudFailoverPlan')
    const edits = [
      [`PUT /cloud/gateways/${gateway}`, '<CloudGateway><Enabled>true</Enabled><DnsNameOrIpAddress>gw.example</DnsNameOrIpAddress><NetworkMode>Direct</NetworkMode></CloudGateway>'],
      [`PUT /cloud/cloudFailoverPlans/${plan}`, '<CloudFailoverPlan><CloudFailoverPlanInfo><Includes><CloudFailoverPlanVm Type="CloudFailoveredVm"><FailoverPlanVMId>1</FailoverPlanVMId><Name>srv38</Name><Order>0</Order></CloudFailoverPlanVm></Includes></CloudFailoverPlanInfo></CloudFailoverPlan>'],
    ] as const // prettier-ignore
    for (const [request, body] of edits)
      expect(await strict.act(request, xml(body))).toMatchObject({ status: 202, message: '' })
    await strict.close()
  })

  it('one behind a NAT is made by XML', async () => {
    expect((await em.act('POST /cloud/gateways', behindNat('gw05.skyhold.example'))).status).toBe(202)
    const id = await named('CloudGateway', 'gw05.skyhold.example')
    expect(await entity('gateways', id)).toMatchObject({
      NetworkMode: 'NAT',
      ExternalIP: '198.51.100.7',
      ExternalPort: 443,
      InternalPort: 6180,
    })
  })

  it.each<[body: () => unknown, message: string]>([
    [() => behindNat('gw06', ''), 'The external IP address is missing'],
    [() => behindNat('GW01.skyhold.example'), 'is a cloud gateway already'],
    [() => ({ ...gateway, BackupServerIdOrName: 'vbr99' }), 'Found no UID; expected the UID of a BackupServer'],
    [() => ({ ...gateway, BackupServerUid: server, ExternalPort: 65536 }), 'ExternalPort is 65536'],
    [() => ({ ...gateway, BackupServerUid: server, NetworkType: 'Nut' }), 'one of Direct, NAT'],
  ])('is refused: %#', async (body, message) => {
    const before = await em.ids('CloudGateway')
    expect(await em.act('POST /cloud/gateways', body())).toMatchObject({
      status: 400,
      message: expect.stringContaining(message) as string,
    })
    expect(await em.ids('CloudGateway')).toEqual(before)
  })

  it('one in a pool stays', async () => {
    const id = await named('CloudGateway', 'gw01.skyhold.example')
    expect(await em.act(`DELETE /cloud/gateways/${id}`)).toMatchObject({
      status: 400,
      message: 'Cloud gateway "gw01.skyhold.example" is in the pool "Shared Pool"; take it out there first.',
    })
    expect((await entity('gateways', id))['status']).toBe(200)
  })
})

describe('pools', () => {
  it('one is made, changes hands and goes', async () => {
    const spare = await em.act('POST /cloud/gateways', {
      ServerHostName: 'gw07.skyhold.example',
      NetworkType: 'Direct',
      BackupServerIdOrName: 'cloud01.skyhold.example',
    })
    const gateway = relatedTo(spare.document).Href.split('/').at(-1)!.split('?')[0]!
    const ember = await named('CloudTenant', 'Ember Coffee Roasters')
    const made = await em.act(
      'POST /cloud/gatewayPools',
      xml(
        `<CreateCloudGatewayPoolSpec><Name>GatewayPool 1</Name><Description>Created by REST API</Description><CloudGateways><CloudGatewayUid>urn:veeam:CloudGateway:${gateway}</CloudGatewayUid></CloudGateways><CloudTenants><CloudTenantUid>urn:veeam:CloudTenant:${ember}</CloudTenantUid></CloudTenants><BackupServerUid>urn:veeam:BackupServer:${server}</BackupServerUid></CreateCloudGatewayPoolSpec>`,
      ),
    )
    expect([made.status, made.message]).toEqual([202, ''])
    const { Type, Name, Href } = relatedTo(made.document)
    expect([Type, Name]).toEqual(['CloudGatewayPools', ''])
    const pool = Href.split('/').at(-1)!.split('?')[0]!
    const refs = async (path: string) =>
      ((await em.read(path))['Refs'] as readonly { Name: string }[]).map((it) => it.Name)
    expect(await refs(`/cloud/gatewayPools/${pool}/gateways`)).toEqual(['gw07.skyhold.example'])
    expect(await refs(`/cloud/tenants/${ember}/gatewayPools`)).toEqual(['Shared Pool', 'GatewayPool 1'])
    expect(await em.act(`DELETE /cloud/gatewayPools/${pool}`)).toMatchObject({
      status: 400,
      message: 'Cloud gateway pool "GatewayPool 1" is assigned to the tenant "Ember Coffee Roasters".',
    })

    // What was read is sent back without its tenants.
    const edit = { ...(await em.read(Href)), CloudTenants: {}, Name: 'GatewayPool 2' }
    const { status, ...body } = edit as Members & typeof edit
    expect(status).toBe(200)
    expect((await em.act(`PUT /cloud/gatewayPools/${pool}`, body)).message).toBe('')
    expect(await em.read(Href)).toMatchObject({
      Name: 'GatewayPool 2',
      Description: 'Created by REST API',
    })
    expect(await refs(`/cloud/gatewayPools/${pool}/tenants`)).toEqual([])
    expect(await refs(`/cloud/tenants/${ember}/gatewayPools`)).toEqual(['Shared Pool'])

    const { document } = await em.act(`DELETE /cloud/gatewayPools/${pool}`)
    expect(relatedTo(document)).toMatchObject({ Type: 'CloudGatewayPoolList', Name: null })
    expect(relatedTo(document).Href).toMatch(/\/cloud\/gatewayPools\?format=Entity$/)
    const { Links } = await entity('gateways', gateway)
    expect((Links as readonly Link[]).map(({ Rel }) => Rel)).not.toContain('Related')
  })

  it.each<[change: object, message: string]>([
    [{ Name: 'premium pool' }, 'There is a cloud gateway pool "premium pool" already.'],
    [{ CloudGateways: {} }, 'CloudGateways is empty'],
    [{ CloudGateways: { CloudGatewayUids: ['11111111-2222-4333-8444-555555555555'] } }, 'expected the UID of a CloudGateway'],
    [{ CloudTenants: { CloudTenantUids: ['11111111-2222-4333-8444-555555555555'] } }, 'expected the UID of a CloudTenant'],
  ])('no edit to %j', async (change, message) => {
    const pool = await named('CloudGatewayPool', 'Shared Pool')
    const before = await entity('gatewayPools', pool)
    expect(await em.act(`PUT /cloud/gatewayPools/${pool}`, change)).toMatchObject({
      status: 400,
      message: expect.stringContaining(message) as string,
    })
    expect(await entity('gatewayPools', pool)).toEqual(before)
  }) // prettier-ignore

  it('a gateway is in one pool at most', async () => {
    const pool = await named('CloudGatewayPool', 'Shared Pool')
    const gateway = await named('CloudGateway', 'gw03.skyhold.example')
    const change = { CloudGateways: { CloudGatewayUids: [gateway] } }
    expect((await em.act(`PUT /cloud/gatewayPools/${pool}`, change)).message).toBe(
      'Cloud gateway "gw03.skyhold.example" is in the pool "Premium Pool" already.',
    )
  })
})

describe('public addresses', () => {
  const spec = (lower: string, upper: string) =>
    xml(
      `<CloudPublicIpAddressCreateSpec><BackupServerUid>urn:veeam:BackupServer:${server} </BackupServerUid><IpAddressLowerBound>${lower}</IpAddressLowerBound><IpAddressUpperBound>${upper}</IpAddressUpperBound></CloudPublicIpAddressCreateSpec>`,
    )
  const addresses = async () => {
    const { CloudPublicIps } = await em.read('/cloud/publicIpAddresses?format=Entity')
    return (CloudPublicIps as readonly { IpAddress: string }[]).map(({ IpAddress }) => IpAddress)
  }

  it('a range is added, one is changed, one goes', async () => {
    const before = await addresses()
    const made = await em.act('POST /cloud/publicIpAddresses', spec('198.51.100.254', '198.51.101.1'))
    expect(made.document['Operation']).toBe('CreateCloudPublicIpAddress')
    expect(relatedTo(made.document)).toMatchObject({ Type: 'CloudPublicIpAddressList', Name: null })
    const range = ['198.51.100.254', '198.51.100.255', '198.51.101.0', '198.51.101.1']
    expect(await addresses()).toEqual([...before, ...range])
    const id = await named('CloudPublicIpAddress', '198.51.101.0')
    const edit = await em.act(`PUT /cloud/publicIpAddresses/${id}`, {
      IpAddress: '198.51.100.22',
      BackupServerUid: `urn:veeam:BackupServer:${server}`,
      Name: '198.51.101.0',
      UID: `urn:veeam:CloudPublicIpAddress:${id}`,
    })
    expect([edit.status, edit.document['Operation']]).toEqual([202, 'EditCloudPublicIpAddress'])
    expect(await entity('publicIpAddresses', id)).toMatchObject({
      IpAddress: '198.51.100.22',
      Name: '198.51.100.22',
    })
    expect((await em.act(`DELETE /cloud/publicIpAddresses/${id}`)).status).toBe(202)
    expect((await entity('publicIpAddresses', id))['status']).toBe(404)
  })

  it.each([
    ['203.0.113.19', '203.0.113.20', 'The public IP address 203.0.113.20 is there already.'],
    ['192.0.2.9', '192.0.2.8', 'expected a range of 1 to 1024 addresses'],
    ['192.0.2.9', '192.0.2.256', 'IpAddressUpperBound is &quot;192.0.2.256&quot;'],
  ])('%s to %s is refused', async (lower, upper, message) => {
    const before = await addresses()
    expect(await em.act('POST /cloud/publicIpAddresses', spec(lower, upper))).toMatchObject({
      status: 400,
      message: expect.stringContaining(message) as string,
    })
    expect(await addresses()).toEqual(before)
  })

  it('one that is lent stays as it is', async () => {
    const id = await named('CloudPublicIpAddress', '203.0.113.21')
    const message = 'The public IP address 203.0.113.21 is in use by the tenant "Bergmann Logistics".'
    for (const [request, body] of [['DELETE'], ['PUT', { IpAddress: '192.0.2.1' }]] as const)
      expect(await em.act(`${request} /cloud/publicIpAddresses/${id}`, body)).toMatchObject({
        status: 400,
        message,
      })
  })
})

describe('VLANs', () => {
  const vlan = () => named('VlanConfiguration', 'DSwitch Tenants 1')

  it('a range is changed, what is not of a range is not', async () => {
    const edit = await em.act(
      `PUT /cloud/vlans/${await vlan()}`,
      xml(
        `<VlanConfiguration Name="vSwitch0" UID="${await vlan()}"><VlanIdsWithInternetLeftBound>490</VlanIdsWithInternetLeftBound><SwitchName>vSwitch0</SwitchName></VlanConfiguration>`,
      ),
    )
    expect([edit.status, edit.document['Operation']]).toEqual([202, 'UpdateVlanConfiguration'])
    expect(await entity('vlans', await vlan())).toMatchObject({
      VlanIdsWithInternetLeftBound: 490,
      SwitchName: 'DSwitch Tenants 1',
      Name: 'DSwitch Tenants 1',
    })
  })

  it.each<[change: object, message: string]>([
    [{ VlanIdsWithInternetRightBound: 4095 }, 'expected a range within 1 to 4094'],
    [{ VlanIdsWithInternetRightBound: 480 }, 'expected a range within 1 to 4094'],
    [{ VlanIdsWithoutInternetLeftBound: 500 }, 'overlap'],
  ])('%j is refused', async (change, message) => {
    const before = await entity('vlans', await vlan())
    expect(await em.act(`PUT /cloud/vlans/${await vlan()}`, change)).toMatchObject({
      status: 400,
      message: expect.stringContaining(message) as string,
    })
    expect(await entity('vlans', await vlan())).toEqual(before)
  })

  it('those in use stay', async () => {
    const answer = await em.act(`DELETE /cloud/vlans/${await vlan()}`)
    expect(answer).toMatchObject({
      status: 400,
      message: 'The VLANs of "DSwitch Tenants 1" are in use by networks of tenants.',
    })
  })
})
