import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openActor, type Told } from '../../support/actor.ts'

let it_: Awaited<ReturnType<typeof openActor>>
beforeAll(async () => {
  it_ = await openActor({ scenario: 'service-provider' })
})
afterAll(() => it_.close())

type Members = Readonly<Record<string, unknown>>
interface Link {
  readonly Rel: string
  readonly Type: string | null
  readonly Href: string
  readonly Name?: string
}

const idOf = async (type: string, name: string) => (await it_.ids(type, `Name=="${name}"`))[0] ?? ''
const tenantNamed = async (name: string): Promise<Members> => {
  const path = `/cloud/tenants/${await idOf('CloudTenant', name)}?format=Entity`
  const { status, ...tenant } = await it_.read(path)
  expect(status).toBe(200)
  return tenant
}
const quotasOf = (tenant: Members) =>
  (tenant['Resources'] as { CloudTenantResources: null | { Id: string; RepositoryQuota: Members }[] })
    .CloudTenantResources ?? []
const outcomeOf = ({ document }: Told) => [document['State'], document['Result']]
const done = ['Finished', { Success: true, Message: 'Ok' }]
const logOn = async (name: string) => {
  const answer = await it_.em.ask('POST /api/sessionMngr/?v=latest', {
    accept: 'application/json',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ TenantCredentials: { Username: name, Password: 'secret' } }),
  })
  return { status: answer.status, token: String(answer.headers['x-restsvcsessionid']) }
}
const server = async () => (await it_.ids('BackupServer'))[0] ?? ''

const xml = (name: string, ...inner: string[]) =>
  `<?xml version="1.0" encoding="utf-8"?><${name} xmlns="http://www.veeam.com/ent/v1.0">${inner.join('')}</${name}>`

describe('a tenant is made', () => {
  it('by JSON, with all it may use; it can log on', async () => {
    const told = await it_.act('POST /cloud/tenants', {
      Name: 'ABC Company',
      Description: 'From the API',
      Password: 'secret',
      Enabled: true,
      LeaseExpirationDate: '2099-12-31T00:00:00',
      Resources: {
        BackupResources: [
          {
            Name: 'Cloud Repository',
            RepositoryUid: `urn:veeam:Repository:${await idOf('Repository', 'Tenant Volume A')}`,
            QuotaMb: 307200,
          },
        ],
      },
      ComputeResources: {
        ComputeResources: [
          {
            CloudHardwarePlanUid: `urn:veeam:CloudHardwarePlan:${await idOf('CloudHardwarePlan', 'VMware Gold')}`,
            PlatformType: 'VMware',
            UseNetworkFailoverResources: false,
          },
        ],
      },
      ThrottlingEnabled: true,
      ThrottlingSpeedLimit: 10,
      ThrottlingSpeedUnit: 'Mbps',
      PublicIpCount: 1,
      BackupServerUid: `urn:veeam:BackupServer:${await server()}`,
      MaxConcurrentTasks: 2,
      TenantType: 'Standalone',
      CloudGatewayPools: {
        CloudGatewayPoolUids: [`urn:veeam:CloudGatewayPool:${await idOf('CloudGatewayPool', 'Premium Pool')}`],
      },
      FailoverToOthersGatewaysIfFail: true,
    })
    expect([told.status, told.document['Operation']]).toEqual([202, 'CreateCloudTenant'])
    expect(outcomeOf(told)).toEqual(done)
    const link = (told.document['Links'] as readonly Link[])[1]
    expect([link?.Rel, link?.Type, link?.Name]).toEqual(['Related', 'CloudTenant', 'ABC Company'])
    const tenant = await it_.read(link?.Href ?? '')
    expect(tenant).toMatchObject({
      Name: 'ABC Company',
      Password: null,
      LeaseOptions: { Enabled: true, ExpirationDate: '2099-12-31T00:00:00Z' },
      // Recorded on 9.5 U4, of one that has never come.
      LastResult: 'Success',
      LastActive: '1753-01-01T00:00:00Z',
      ThrottlingEnabled: true,
      ThrottlingSpeedLimit: 10,
      ThrottlingSpeedUnit: 'Mbps',
      PublicIpCount: 1,
      BackupCount: 0,
      MaxConcurrentTasks: 2,
    })
    expect(quotasOf(tenant)[0]?.RepositoryQuota).toMatchObject({ Quota: 307200, UsedQuota: 0 })
    const computes = tenant['ComputeResources'] as { CloudTenantComputeResources: Members[] }
    expect(computes.CloudTenantComputeResources[0]).toMatchObject({
      NetworkAppliance: null,
      ComputeResourceStats: {
        StorageResourceStats: {
          StorageResourceStats: [{ StorageUsageGb: 0, StorageLimitGb: 2000 }],
        },
      },
    })
    const id = await idOf('CloudTenant', 'ABC Company')
    const pools = JSON.stringify(await it_.read(`/cloud/tenants/${id}/gatewayPools`))
    expect(pools).toContain('Premium Pool')
    const pool = await idOf('CloudGatewayPool', 'Premium Pool')
    expect(JSON.stringify(await it_.read(`/cloud/gatewayPools/${pool}/tenants`))).toContain(id)
    expect(await it_.ids('CloudPublicIpAddress', 'CloudTenantName=="ABC Company"')).toHaveLength(1)
    expect((await logOn('ABC Company')).status).toBe(201)
  })

  it('by XML, of an organization of Cloud Director', async () => {
    const orion = await tenantNamed('OrionMedia')
    const { vCloudTenant } = orion['TenantType'] as { vCloudTenant: { OrganizationRef: string } }
    const [, root = ''] = /Organization:([^.]+)/.exec(vCloudTenant.OrganizationRef) ?? []
    const told = await it_.act(
      'POST /cloud/tenants',
      xml(
        'CreateCloudTenantSpec',
        '<Name>Nova</Name><Enabled>false</Enabled>',
        '<LeaseExpirationDate>2020-07-20T02:53:01Z</LeaseExpirationDate>',
        `<BackupServerUid>urn:veeam:BackupServer:${await server()}</BackupServerUid>`,
        '<MaxConcurrentTasks>10</MaxConcurrentTasks><TenantType>VCD</TenantType>',
        `<OrganizationRef>urn:vCloud:Organization:${root}.urn:vcloud:org:219b129b-0c99-4122-b7a4-e4c8aed05bd6</OrganizationRef>`,
        '<VCloudComputeResources><VCloudComputeResource>',
        `<VirtualDataCenterRef>urn:vCloud:OrgVdc:${root}.urn:vcloud:vdc:c20a16a7-2d09-4374-850d-84b1d6c9f7f3</VirtualDataCenterRef>`,
        '<UseNetworkFailoverResources>true</UseNetworkFailoverResources>',
        '<NetworkAppliance><Name>Appliance_vdc</Name><ProductionNetwork>VM Network</ProductionNetwork>',
        '<ObtainIPAddressAutomatically>false</ObtainIPAddressAutomatically><ManualIpAddressSettingsInfoType>',
        '<IpAddress>172.24.145.180</IpAddress><SubnetMask>255.255.240.0</SubnetMask><DefaultGateway>172.24.144.1</DefaultGateway>',
        '</ManualIpAddressSettingsInfoType></NetworkAppliance>',
        '</VCloudComputeResource></VCloudComputeResources>',
      ),
    )
    expect(told.message).toBe('')
    expect(outcomeOf(told)).toEqual(done)
    const id = await idOf('CloudTenant', 'Nova')
    const found = await it_.read(`/cloud/tenants/${id}/vcloudcomputeresources`)
    expect(found['CloudTenantVCloudComputeResources']).toMatchObject([
      {
        Id: 'c20a16a7-2d09-4374-850d-84b1d6c9f7f3',
        NetworkAppliance: { ManualIpAddressSettingsInfoType: { SubnetMask: '255.255.240.0' } },
      },
    ])
    const gone = await it_.act(
      `DELETE /cloud/tenants/${id}/vCloudComputeResources/c20a16a7-2d09-4374-850d-84b1d6c9f7f3`,
    )
    expect(outcomeOf(gone)).toEqual(done)
    expect(gone.document['Operation']).toBe('DeletevCloudTenantComputeResource')
  })

  it.each<[what: string, spec: Members, message: RegExp]>([
    ['name taken', { Name: 'bergmann logistics' }, /There is a tenant "Bergmann Logistics" already/],
    ['no name', { Name: ' ' }, /name of the tenant is empty/],
    ['no such server', { BackupServerUid: 'urn:veeam:BackupServer:00000000-0000-0000-0000-000000000000' }, /expected the UID of a BackupServer/],
    ['no tasks', { MaxConcurrentTasks: 0 }, /MaxConcurrentTasks is 0/],
    ['addresses', { PublicIpCount: 99 }, /public IP addresses are free/],
    ['organization missing', { TenantType: 'VCD' }, /OrganizationRef/],
    ['domain missing', { TenantType: 'ActiveDirectory' }, /Domain/],
    ['unit', { ThrottlingSpeedUnit: 'GBps' }, /expected one of Mbps, KBps, MBps/],
    ['repository', { Resources: { BackupResources: [{ Name: 'a', RepositoryUid: 'urn:veeam:Repository:00000000-0000-0000-0000-000000000000', QuotaMb: 2048 }] } }, /UID of a Repository/],
  ])('but not with %s', async (_what, spec, message) => {
    const before = await it_.ids('CloudTenant')
    const told = await it_.act('POST /cloud/tenants', {
      Name: 'Refused',
      BackupServerUid: `urn:veeam:BackupServer:${await server()}`,
      ...spec,
    })
    expect([told.status, told.message]).toEqual([400, expect.stringMatching(message)])
    expect(await it_.ids('CloudTenant')).toEqual(before)
  }) // prettier-ignore
})

describe('a tenant is changed', () => {
  it('by what was read of it, and by a part of that', async () => {
    const before = await tenantNamed('Alpine Dental Group')
    const path = `/cloud/tenants/${await idOf('CloudTenant', 'Alpine Dental Group')}`
    expect(outcomeOf(await it_.act(`PUT ${path}`, before))).toEqual(done)
    expect(await tenantNamed('Alpine Dental Group')).toEqual(before)
    const told = await it_.act(
      `PUT ${path}`,
      xml('CloudTenant', '<Password/><Description>New</Description><BackupCount>99</BackupCount><MaxConcurrentTasks>5</MaxConcurrentTasks>'),
    ) // prettier-ignore
    expect([told.status, told.document['Operation']]).toEqual([202, 'EditCloudTenant'])
    // Recorded on 9.5 U4.
    const [link] = (told.document['Links'] as readonly Link[]).slice(1)
    expect([link?.Rel, link?.Type, link?.Name]).toEqual(['Related', 'CloudTenant', 'Alpine Dental Group'])
    expect(link?.Href).toMatch(new RegExp(`/api${path}\\?format=Entity$`))
    const after = await tenantNamed('Alpine Dental Group')
    expect(after).toEqual({ ...before, Description: 'New', MaxConcurrentTasks: 5 })
  })

  it('its quota too, which those without one of their own share', async () => {
    const path = `/cloud/tenants/${await idOf('CloudTenant', 'Alpine Dental Group')}`
    const [quota] = quotasOf(await tenantNamed('Alpine Dental Group'))
    const put = (Quota: number) =>
      it_.act(`PUT ${path}`, {
        Resources: { CloudTenantResources: [{ Id: quota?.Id, RepositoryQuota: { Quota } }] },
      })
    const refused = await put(1024)
    expect([refused.status, refused.message]).toEqual([400, expect.stringContaining('are used')])
    expect(outcomeOf(await put(4_194_304))).toEqual(done)
    const subtenants = await it_.read(`${path}/subtenants`)
    const shares = (subtenants['CloudSubtenants'] as Members[]).map((it) => it['RepositoryQuota'])
    expect(shares).toContainEqual(expect.objectContaining({ Unlimited: true, QuotaMb: 4_194_304 }))
  })

  it('and is out when it is disabled, or its lease is over', async () => {
    const name = 'Ember Coffee Roasters'
    const path = `/cloud/tenants/${await idOf('CloudTenant', name)}`
    const { token } = await logOn(name)
    const ask = () => it_.em.ask('GET /api/cloud', { token, accept: 'application/json' })
    expect((await ask()).status).toBe(200)
    await it_.act(`PUT ${path}`, { Enabled: false })
    expect((await ask()).status).toBe(401)
    expect((await logOn(name)).status).toBe(401)
    const lease = { Enabled: true, ExpirationDate: '2026-01-14T00:00:00Z' }
    await it_.act(`PUT ${path}`, { Enabled: true, LeaseOptions: lease })
    expect((await logOn(name)).status).toBe(401)
    await it_.act(`PUT ${path}`, { LeaseOptions: { Enabled: false } })
    expect((await tenantNamed(name))['LeaseOptions']).toEqual({ Enabled: false })
    expect((await logOn(name)).status).toBe(201)
  })
})

describe('what a tenant may use', () => {
  it('quotas come, and go when they are not in use', async () => {
    const path = `/cloud/tenants/${await idOf('CloudTenant', 'Bergmann Logistics')}/resources`
    const repository = await idOf('Repository', 'Tenant Volume B')
    const told = await it_.act(
      `POST ${path}`,
      xml(
        'CreateCloudTenantResourceSpec',
        `<Name>Cloud repository 3</Name><RepositoryUid>urn:veeam:Repository:${repository}</RepositoryUid><QuotaMb>1024</QuotaMb><WanAcceleratorUid/>`,
      ),
    )
    const link = (told.document['Links'] as readonly Link[])[1]
    expect([link?.Type, link?.Name]).toEqual(['CloudTenantResource', 'Bergmann Logistics'])
    const made = await it_.read(link?.Href ?? '')
    expect(made['RepositoryQuota']).toMatchObject({
      DisplayName: 'Cloud repository 3',
      Quota: 1024,
    })
    const again = await it_.act(`POST ${path}`, {
      Name: 'cloud Repository 3',
      RepositoryUid: repository,
      QuotaMb: 1024,
    })
    expect([again.status, again.message]).toEqual([400, expect.stringContaining('already')])
    const small = await it_.act(`POST ${path}`, { Name: 'x', RepositoryUid: repository, QuotaMb: 1023 })
    expect([small.status, small.message]).toEqual([400, expect.stringContaining('1024 or more')])
    const [used] = quotasOf(await tenantNamed('Bergmann Logistics'))
    const refused = await it_.act(`DELETE ${path}/${used?.Id ?? ''}`)
    expect([refused.status, refused.message]).toEqual([400, expect.stringContaining('in use')])
    expect(outcomeOf(await it_.act(`DELETE ${path}/${String(made['Id'])}`))).toEqual(done)
    expect(quotasOf(await tenantNamed('Bergmann Logistics'))).toHaveLength(2)
  })

  it('hardware plans come, and go when there is no replica on them', async () => {
    const id = await idOf('CloudTenant', 'Greenfield Schools')
    const path = `/cloud/tenants/${id}/computeResources`
    const plan = await idOf('CloudHardwarePlan', 'Hyper-V Silver')
    const spec = { CloudHardwarePlanUid: plan, PlatformType: 'HyperV', UseNetworkFailoverResources: true }
    const told = await it_.act(`POST ${path}`, spec)
    expect([told.document['Operation'], ...outcomeOf(told)]).toEqual(['CreateCloudTenantResource', ...done])
    expect(JSON.stringify(await it_.read(`/cloud/hardwarePlans/${plan}/tenants`))).toContain(id)
    for (const [more, message] of [
      [{}, 'already'],
      [{ PlatformType: 'VMware' }, 'is for HyperV'],
      [{ CloudHardwarePlanUid: await idOf('CloudHardwarePlan', 'VMware Gold'), PlatformType: 'VMware' }, 'is for VMware'],
    ] as const) {
      const refused = await it_.act(`POST ${path}`, { ...spec, ...more })
      expect([refused.status, refused.message]).toEqual([400, expect.stringContaining(message)])
    } // prettier-ignore
    const { CloudTenantComputeResources: held } = await it_.read(path)
    const own = (held as { Id: string }[])[0]?.Id ?? ''
    expect(outcomeOf(await it_.act(`DELETE ${path}/${own}`))).toEqual(done)
    expect(JSON.stringify(await it_.read(`/cloud/hardwarePlans/${plan}/tenants`))).not.toContain(id)
    const other = `/cloud/tenants/${await idOf('CloudTenant', 'Delta Robotics')}/computeResources`
    const { CloudTenantComputeResources: theirs } = await it_.read(other)
    const refused = await it_.act(`DELETE ${other}/${(theirs as { Id: string }[])[0]?.Id ?? ''}`)
    expect([refused.status, refused.message]).toEqual([400, expect.stringContaining('in use')])
  })
})

describe('a tenant goes', () => {
  it.each([
    ['Greenfield Schools', '', 0],
    ['Bergmann Logistics', '?includeBackups=True', 4310],
  ])('%s, with all that cannot be without it', async (name, includeBackups, freedGb) => {
    const id = await idOf('CloudTenant', name)
    const session = await logOn(name)
    const volume = `/repositories/${await idOf('Repository', 'Tenant Volume A')}?format=Entity`
    const before = Number((await it_.read(volume))['FreeSpace'])
    const bad = await it_.act(`DELETE /cloud/tenants/${id}?includeBackups=perhaps`)
    expect(bad.status).toBe(400)
    const told = await it_.act(`DELETE /cloud/tenants/${id}${includeBackups}`)
    expect([told.document['Operation'], ...outcomeOf(told)]).toEqual(['DeleteCloudTenant', ...done])
    expect((await it_.read(`/cloud/tenants/${id}`))['status']).toBe(404)
    expect((await it_.read(`/cloud/tenants/${id}/subtenants`))['status']).toBe(404)
    expect((Number((await it_.read(volume))['FreeSpace']) - before) / 1024 ** 3).toBe(freedGb)
    for (const path of ['gatewayPools', 'tenants', 'replicas', 'cloudFailoverPlans', 'publicIpAddresses']) {
      const all = JSON.stringify(await it_.read(`/cloud/${path}?format=Entity`))
      expect([path, all.includes(id)]).toEqual([path, false])
    }
    expect((await it_.em.ask('GET /api/cloud', { token: session.token })).status).toBe(401)
    expect((await logOn(name)).status).toBe(401)
  }) // prettier-ignore
})
