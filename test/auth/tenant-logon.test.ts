import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { basic, openEm, type Em } from '../support/em.ts'

// A provider's tenants log on with the body of the request, and see what is theirs.

let em: Em
beforeAll(async () => {
  em = await openEm({ scenario: 'service-provider', now: '2026-01-15T12:00:00Z', clock: 'frozen' })
})
afterAll(() => em.close())

const xml = (inner: string) => `<LoginSpec xmlns="http://www.veeam.com/ent/v1.0">${inner}</LoginSpec>`
const ofTenant = (name: string, password = 'secret') =>
  xml(`<TenantCredentials><Username>${name}</Username><Password>${password}</Password></TenantCredentials>`)
const ofOrganization = (name: string, login = 'user01', password = 'secret') =>
  xml(
    `<VCloudOrganizationCredentials><OrganizationName>${name}</OrganizationName><Login>${login}</Login><Password>${password}</Password></VCloudOrganizationCredentials>`,
  )
const inJson = (spec: object) => JSON.stringify(spec)

const logOn = (body: string, authorization?: string) =>
  em.ask('POST /api/sessionMngr/?v=latest', {
    accept: 'application/json',
    headers: {
      'content-type': body.startsWith('<') ? 'application/xml' : 'application/json',
      ...(authorization !== undefined && { authorization }),
    },
    body,
  })
const tokenOf = async (name: string): Promise<string> =>
  String((await logOn(ofTenant(name))).headers['x-restsvcsessionid'])

interface Described {
  readonly UserName: string
  readonly SessionId: string
  readonly Links: readonly { readonly Rel: string; readonly Href: string; readonly Type: string }[]
}
interface Named {
  readonly Name: string
  readonly UID: string
}

const idOf = (name: string): string => {
  const rows = [...em.simulation.store.table('CloudTenant')] as unknown as readonly {
    readonly id: string
    readonly Name: string
  }[]
  return rows.find((row) => row.Name === name)?.id ?? ''
}
const bergmann = 'Bergmann Logistics'

describe('who may log on', () => {
  const administrator = basic('administrator', 'secret')
  it.each<[body: string, authorization: string | undefined, status: number, userName?: string]>([
    [ofTenant(bergmann), undefined, 201, bergmann],
    [ofTenant('BERGMANN LOGISTICS'), undefined, 201, 'BERGMANN LOGISTICS'],
    [ofTenant('Ember Coffee Roasters'), undefined, 201, 'Ember Coffee Roasters'],
    [ofTenant(bergmann), administrator, 201, 'administrator'],
    [ofOrganization('OrionMedia'), undefined, 201, 'user01'],
    [inJson({ TenantCredentials: { Username: bergmann, Password: 'x' } }), undefined, 201, bergmann],
    [
      inJson({
        VCloudOrganizationCredentials: {
          OrganizationName: 'OrionMedia',
          Login: 'a',
          Password: 'x',
        },
      }),
      undefined,
      201,
      'a',
    ],
    // A wrong password, of the tenant or of the user.
    [ofTenant(bergmann, 'wrong'), undefined, 401],
    [ofTenant(bergmann, ''), undefined, 401],
    [ofTenant(bergmann), basic('administrator', 'wrong'), 401],
    [ofOrganization('OrionMedia', 'user01', 'wrong'), undefined, 401],
    // Nobody, the disabled one, the one whose lease is over, an account of Active Directory, and each by the other's way.
    [ofTenant('Nobody & Sons'.replace('&', '&amp;')), undefined, 401],
    [ofTenant('Delta Robotics'), undefined, 401],
    [ofTenant('Cedar &amp; Sons Law'), undefined, 401],
    [ofTenant('fjord\\ingrid.dahl'), undefined, 401],
    [ofTenant('OrionMedia'), undefined, 401],
    [ofOrganization(bergmann), undefined, 401],
    // Half of it.
    [inJson({ TenantCredentials: { Username: bergmann } }), undefined, 400],
    [xml('<TenantCredentials />'), undefined, 400],
    [xml('<VMwareSSOToken>token</VMwareSSOToken>'), administrator, 501],
    // Bodies that name no tenant are as none.
    [inJson({ id: null }), administrator, 201, 'administrator'],
    [inJson({ TenantCredentials: null }), administrator, 201, 'administrator'],
    [inJson([]), administrator, 201, 'administrator'],
    [xml(''), administrator, 201, 'administrator'],
    [inJson({ id: null }), undefined, 401],
  ])('%s with %s: %i', async (body, authorization, status, userName) => {
    const answer = await logOn(body, authorization)
    expect(answer.status).toBe(status)
    if (userName !== undefined) expect((JSON.parse(answer.body) as Described).UserName).toBe(userName)
    expect(answer.body).not.toContain('secret')
  })
})

it('a tenant is shown the way to the cloud, and how to log off', async () => {
  const answer = await logOn(ofTenant(bergmann))
  const { Links, SessionId } = JSON.parse(answer.body) as Described
  const base = 'http://em.example.net:9399/api'
  expect(Links.map(({ Rel, Href, Type }) => [Rel, Href.slice(base.length), Type])).toEqual([
    ['Up', '/', 'EnterpriseManager'],
    ['Down', '/cloud', 'CloudConnectService'],
    ['Delete', `/logonSessions/${SessionId}`, 'LogonSession'],
  ])
  const token = String(answer.headers['x-restsvcsessionid'])
  const cloud = await em.ask('GET /api/cloud', { token, accept: 'application/json' })
  const { Links: shown } = JSON.parse(cloud.body) as Described
  expect(shown.map(({ Href }) => Href.slice(base.length))).toEqual([
    `/logonSessions/${SessionId}`,
    '/cloud/cloudFailoverPlans',
    '/cloud/vmReplicaPoints',
    '/cloud/replicas',
    '/cloud/cloudFailoverPlans?format=Entity',
    '/cloud/vmReplicaPoints?format=Entity',
    '/cloud/replicas?format=Entity',
  ])
})

describe('what a tenant may read', () => {
  it.each([
    ['/cloud/tenants/{own}', 200],
    ['/cloud/tenants/{own}?format=Entity', 200],
    ['/cloud/tenants/{own}/resources', 200],
    ['/cloud/tenants/{own}/computeResources', 200],
    ['/cloud/tenants/{own}/subtenants', 200],
    ['/cloud/tenants/{own}/freelicenseCounters', 200],
    ['/cloud/tenants/{other}', 403],
    ['/cloud/tenants/{other}/resources', 403],
    ['/cloud/tenants/{other}/subtenants', 403],
    ['/cloud/tenants/{other}/freelicenseCounters', 403],
    ['/cloud/tenants/{own}/gatewayPools', 403],
    ['/cloud/gateways', 403],
    ['/cloud/hardwarePlans', 403],
    ['/cloud/failoverSessions', 200],
    ['/cloud/publicIpAddresses', 403],
    ['/backupServers', 403],
    ['/repositories', 403],
    ['/jobs', 403],
    ['/querySvc', 403],
    ['/query?type=CloudTenant', 403],
    ['/lookupSvc', 403],
    ['/reports/summary', 403],
    ['/tasks', 200],
    ['/security', 403],
    ['/nowhere', 404],
    ['/logonSessions', 200],
  ])('%s: %i', async (path, status) => {
    const token = await tokenOf(bergmann)
    const asked = path.replace('{own}', idOf(bergmann)).replace('{other}', idOf('Alpine Dental Group'))
    const answer = await em.ask(`GET /api${asked}`, { token, accept: 'application/json' })
    expect(answer.status).toBe(status)
    if (status === 403) expect(JSON.parse(answer.body)).toMatchObject({ Message: 'Access denied' })
  })

  it('may change nothing', async () => {
    const token = await tokenOf(bergmann)
    for (const request of [`PUT /api/cloud/tenants/${idOf(bergmann)}`, 'POST /api/cloud/tenants'])
      expect((await em.ask(request, { token })).status).toBe(403)
  })
})

describe('two tenants who ask for the same thing', () => {
  it.each([
    ['/cloud/tenants', 'Refs'],
    ['/cloud/replicas', 'Refs'],
    ['/cloud/cloudFailoverPlans', 'Refs'],
    ['/cloud/vmReplicaPoints', 'Refs'],
    ['/cloud/tenants?format=Entity', 'CloudTenants'],
  ])('of %s see each their own', async (path, member) => {
    const namesFor = async (token: string) => {
      // Often enough for the answer to be remembered.
      for (let n = 0; n < 3; n++) await em.ask(`GET /api${path}`, { token, accept: 'application/json' })
      const { body } = await em.ask(`GET /api${path}`, { token, accept: 'application/json' })
      return (JSON.parse(body) as Record<string, readonly Named[]>)[member]!.map(({ UID }) => UID)
    }
    const all = await namesFor(await em.logOn())
    const bergmanns = await namesFor(await tokenOf(bergmann))
    const alpines = await namesFor(await tokenOf('Alpine Dental Group'))
    expect(bergmanns.length).toBeGreaterThan(0)
    expect(alpines.length).toBeGreaterThan(0)
    expect(bergmanns.filter((uid) => alpines.includes(uid))).toEqual([])
    expect(all).toEqual(expect.arrayContaining([...bergmanns, ...alpines]))
    expect(all.length).toBeGreaterThanOrEqual(bergmanns.length + alpines.length)
    expect(await namesFor(await tokenOf('Ember Coffee Roasters'))).toHaveLength(
      path.startsWith('/cloud/tenants') ? 1 : 0,
    )
  })

  it('may read one row of their own, and no other', async () => {
    const path = '/api/cloud/tenants/'
    const [own, other] = [await tokenOf(bergmann), await tokenOf('Alpine Dental Group')]
    const ask = async (token: string) => (await em.ask(`GET ${path}${idOf(bergmann)}`, { token })).status
    for (let n = 0; n < 4; n++) expect([await ask(own), await ask(other)]).toEqual([200, 403])
  })
})

it('a tenant who borrows the name of a user learns nothing of that user', async () => {
  const user = await em.logOn('administrator')
  const answer = await logOn(ofTenant(bergmann), basic('administrator', 'secret'))
  const { SessionId } = JSON.parse(answer.body) as Described
  const token = String(answer.headers['x-restsvcsessionid'])
  const userSession = Buffer.from(user, 'base64').toString()
  const list = await em.ask('GET /api/logonSessions', { token, accept: 'application/json' })
  expect(list.body).toContain(SessionId)
  expect(list.body).not.toContain(userSession)
  const asked = await em.ask(`GET /api/logonSessions/${userSession}`, { token })
  expect(asked.status).toBe(404)
  expect((await em.ask(`DELETE /api/logonSessions/${SessionId}`, { token })).status).toBe(204)
  expect((await em.ask('GET /api/cloud', { token })).status).toBe(401)
})

it('a tenant finds no dead link among what it may read', async () => {
  const token = await tokenOf(bergmann)
  const waiting = ['/api/cloud', `/api/cloud/tenants/${idOf(bergmann)}?format=Entity`]
  const statuses = new Map<string, number>()
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (statuses.has(path)) continue
    const { status, body } = await em.ask(`GET ${path}`, { token })
    statuses.set(path, status)
    const links = body.matchAll(/<Link Href="http:\/\/[^/]+([^"]+)"[^>]*Rel="(Up|Down|Alternate)"/g)
    if (status === 200) for (const [, href = ''] of links) waiting.push(href)
  }
  expect([...new Set(statuses.values())].sort()).toEqual([200, 403])
  const forbidden = [...statuses].flatMap(([path, status]) => (status === 403 ? [path] : []))
  expect(forbidden.every((path) => path.startsWith('/api/backupServers/'))).toBe(true)
})

it('the logon document of an administrator leads to the cloud, where there is a license', async () => {
  const links = async (from: Em) => {
    const token = await from.logOn()
    const { body } = await from.ask('GET /api/logonSessions', { token, accept: 'application/json' })
    const { LogonSessions } = JSON.parse(body) as { readonly LogonSessions: readonly Described[] }
    return (LogonSessions[0]?.Links ?? []).map(({ Type, Rel }) => Type ?? Rel)
  }
  const licensed = await links(em)
  expect(licensed).toHaveLength(69)
  expect(licensed.at(-1)).toBe('Delete')
  expect(licensed[licensed.indexOf('CloudConnectService') - 1]).toBe('BackupFileList')
  const other = await openEm({ scenario: 'default' })
  expect(await links(other)).toHaveLength(68)
  await other.close()
})
