import { afterAll, beforeAll, expect, it } from 'vitest'
import { actorOf, openActor } from '../../support/actor.ts'

let it_: Awaited<ReturnType<typeof openActor>>
let bergmann: string
let quota: string
beforeAll(async () => {
  it_ = await openActor({ scenario: 'service-provider' })
  bergmann = (await it_.ids('CloudTenant', 'Name=="Bergmann Logistics"'))[0] ?? ''
  const { CloudTenantResources: held } = await it_.read(`/cloud/tenants/${bergmann}/resources`)
  quota = (held as { Id: string }[])[0]?.Id ?? ''
})
afterAll(() => it_.close())

type Members = Readonly<Record<string, unknown>>
const all = async (): Promise<readonly Members[]> =>
  (await it_.read(`/cloud/tenants/${bergmann}/subtenants`))['CloudSubtenants'] as Members[]
const named = async (name: string) => (await all()).find((it) => it['Name'] === name)
const xml = (name: string, inner: string) => `<${name} xmlns="http://www.veeam.com/ent/v1.0">${inner}</${name}>`

it('a subtenant comes, is changed and goes', async () => {
  const path = `/cloud/tenants/${bergmann}/subtenants`
  const made = await it_.act(
    `POST ${path}`,
    xml(
      'CloudSubtenantCreateSpec',
      `<Name>User 02</Name><Description>Laptop</Description><Password>12345678</Password><Enabled>true</Enabled><TenantResourceId>${quota}</TenantResourceId><QuotaName>User2Quota</QuotaName><QuotaMb>10240</QuotaMb><UnlimitedQuota>false</UnlimitedQuota>`,
    ),
  )
  expect([made.status, made.document['Operation'], made.message]).toEqual([202, 'AddCloudSubtenant', ''])
  const before = await named('User 02')
  expect(before).toMatchObject({
    Description: 'Laptop',
    Password: '',
    Enabled: true,
    RepositoryQuota: {
      DisplayName: 'User2Quota',
      QuotaMb: 10240,
      UsedQuotaMb: 0,
      Unlimited: false,
    },
  })
  const one = `${path}/${String(before?.['Id'])}`
  expect((await it_.act(`PUT ${one}`, before)).message).toBe('')
  expect(await named('User 02')).toEqual(before)
  const edited = await it_.act(
    `PUT ${one}`,
    xml(
      'CloudSubtenant',
      '<Name>User 02</Name><Password/><Enabled>false</Enabled><RepositoryQuota Unlimited="false"><QuotaMb>20480</QuotaMb></RepositoryQuota>',
    ),
  )
  expect([edited.document['Operation'], edited.message]).toEqual(['EditCloudSubtenant', ''])
  const after = await named('User 02')
  expect(after).toMatchObject({ Enabled: false, RepositoryQuota: { QuotaMb: 20480 } })
  const held = await it_.act(`DELETE /cloud/tenants/${bergmann}/resources/${quota}`)
  expect(held.status).toBe(400)
  expect((await it_.act(`DELETE ${one}`)).document['Operation']).toBe('DeleteCloudSubtenant')
  expect(await named('User 02')).toBe(undefined)
})

it.each<[what: string, more: Members, message: RegExp]>([
  ['a name that is taken', { Name: 'depot nord' }, /There is a subtenant "Depot Nord" already/],
  ['no such quota', { TenantResourceId: 'none' }, /TenantResourceId/],
  ['less than 1 GB', { QuotaMb: 512 }, /1024 or more/],
  ['more than its tenant has', { QuotaMb: 99_999_999 }, /its tenant has/],
  ['a limit and no figure', { QuotaMb: null }, /QuotaMb of "A" is missing/],
])('not with %s', async (_what, more, message) => {
  const before = await all()
  const spec = {
    Name: 'A',
    Password: 'p',
    TenantResourceId: quota,
    QuotaMb: 2048,
    UnlimitedQuota: false,
  }
  const told = await it_.act(`POST /cloud/tenants/${bergmann}/subtenants`, { ...spec, ...more })
  expect([told.status, told.message]).toEqual([400, expect.stringMatching(message)])
  expect(await all()).toEqual(before)
})

it('a tenant sees to its own subtenants, and to nobody else’s', async () => {
  const answer = await it_.em.ask('POST /api/sessionMngr/?v=latest', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      TenantCredentials: { Username: 'Bergmann Logistics', Password: 'secret' },
    }),
  })
  const tenant = actorOf(it_.em, String(answer.headers['x-restsvcsessionid']))
  const spec = { Name: 'Own', Password: 'p', TenantResourceId: quota, UnlimitedQuota: true }
  const made = await tenant.act(`POST /cloud/tenants/${bergmann}/subtenants`, spec)
  expect([made.status, made.document['State'], made.message]).toEqual([202, 'Finished', ''])
  const [other = ''] = await it_.ids('CloudTenant', 'Name=="Greenfield Schools"')
  expect((await tenant.act(`POST /cloud/tenants/${other}/subtenants`, spec)).status).toBe(403)
  expect((await tenant.act(`PUT /cloud/tenants/${bergmann}`, { Description: 'x' })).status).toBe(403)
  const [elsewhere = ''] = await it_.ids('CloudTenant', 'Name=="OrionMedia"')
  const refused = await it_.act(`POST /cloud/tenants/${elsewhere}/subtenants`, spec)
  expect([refused.status, refused.message]).toEqual([400, expect.stringContaining('standalone')])
})
