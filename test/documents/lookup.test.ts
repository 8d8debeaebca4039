import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepts, openEm, type Em } from '../support/em.ts'

let em: Em
let token: string
/** By platform: VMware, Hyper-V, vCloud. */
let roots: readonly string[]
beforeAll(async () => {
  em = await openEm({ scenario: 'docs' })
  token = await em.logOn()
  roots = [...em.simulation.store.table('HierarchyRoot')].map(({ id }) => id)
})
afterAll(() => em.close())

const told = (path: string) => path.replace('{vc}', roots[0]!).replace('{hv}', roots[1]!).replace('{vcd}', roots[2]!)
const ask = (path: string) => em.ask(`GET /api${told(path)}`, { token, accept: accepts.json })
const itemsAt = async (path: string) => {
  const { status, body } = await ask(path)
  expect([status, body]).toEqual([200, body])
  const { HierarchyItems } = JSON.parse(body) as {
    readonly HierarchyItems: readonly { readonly ObjectName: string; readonly ObjectRef: string }[]
  }
  return HierarchyItems
}

it('the service leads to a lookup for every root and kind of object', async () => {
  const { body } = await ask('/lookupSvc')
  const { Links } = JSON.parse(body) as {
    readonly Links: readonly {
      readonly Rel: string
      readonly Href: string
      readonly Type: string
    }[]
  }
  const at = 'http://em.example.net:9399/api/lookup?host=urn:veeam:HierarchyRoot:'
  expect(Links[0]).toMatchObject({ Rel: 'Up', Type: 'LogonSession' })
  expect(Links.slice(1).map(({ Rel, Href, Type }) => [Rel, Href, Type])).toEqual([
    ['Down', told(`${at}{vc}&name=*&type=Vm`), 'HierarchyItemList'],
    ['Down', told(`${at}{vc}&name=*&type=Tag`), 'HierarchyItemList'],
    ['Down', told(`${at}{vc}&name=*&type=StoragePod`), 'HierarchyItemList'],
    ['Down', told(`${at}{hv}&name=*&type=Vm`), 'HierarchyItemList'],
    ['Down', told(`${at}{vcd}&name=*&type=Vm`), 'HierarchyItemList'],
  ])
})

describe('a lookup', () => {
  const vc = 'host=urn:veeam:HierarchyRoot:{vc}'
  const machines = ['dbserver01', 'srv04', 'fileserver01', 'crm01', 'webserver01', 'oracle03']
  it.each([
    [`${vc}&name=*&type=Vm`, machines],
    [`${vc}&name=*&type=VM`, machines],
    [vc, machines],
    ['host={vc}&type=Vm', machines],
    ['host=urn%3aveeam%3aHierarchyRoot%3a{vc}&name=crm01&type=Vm', ['crm01']],
    [`${vc}&name=CRM01&type=Vm`, ['crm01']],
    [`${vc}&name=*server*&type=Vm`, ['dbserver01', 'fileserver01', 'webserver01']],
    [`${vc}&name=*e*e*1&type=Vm`, ['dbserver01', 'fileserver01', 'webserver01']],
    [`${vc}&name=srv*&type=Vm`, ['srv04']],
    [`${vc}&name=*3&type=Vm`, ['oracle03']],
    [`${vc}&name=crm01*crm01&type=Vm`, []],
    [`${vc}&name=crm&type=Vm`, []],
    [`${vc}&name=*&type=Tag`, []],
    ['host=urn:veeam:HierarchyRoot:{hv}&name=*&type=Vm', ['sqlsrv03', 'fs02']],
  ])('for %s finds %j', async (query, names) => {
    expect((await itemsAt(`/lookup?${query}`)).map(({ ObjectName }) => ObjectName)).toEqual(names)
  })

  it('says what was found, and finds it again by its reference', async () => {
    const [item] = await itemsAt(`/lookup?${vc}&name=crm01&type=Vm`)
    expect(item).toEqual({
      ObjectRef: expect.stringMatching(told('^urn:VMware:Vm:{vc}\\.vm-\\d+$')) as string,
      ObjectType: 'Vm',
      ObjectName: 'crm01',
      Links: null,
      Href: null,
      Type: 'HierarchyItem',
    })
    expect(await itemsAt(`/lookup?hierarchyRef=${item!.ObjectRef}`)).toEqual([item])
    expect(await itemsAt('/lookup?hierarchyRef=urn:VMware:Vm:nowhere.vm-1')).toEqual([])
  })

  it.each([
    ['/lookup?name=*&type=Vm', /^A lookup needs a host/],
    ['/lookup?host=', /^A lookup needs a host/],
    ['/lookup?host=vcenter', /^There is no host vcenter to look up in/],
    ['/lookup?host=urn:veeam:Job:{vc}', /^There is no host urn:veeam:Job/],
  ])('%s is refused', async (path, message) => {
    const { status, body } = await ask(path)
    expect(status).toBe(400)
    expect((JSON.parse(body) as { readonly Message: string }).Message).toMatch(message)
  })

  it('names what it did not read', async () => {
    expect((await ask(`/lookup?${vc}&nmae=a`)).headers['x-mock-unread']).toBe('nmae')
  })
})
