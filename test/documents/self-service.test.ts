import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import {
  managedServer,
  restorePoint,
  vCloudOrganizationConfig,
  vSphereSelfServiceConfig,
} from '../../src/resources/index.ts'
import { frozen, small } from '../seed/worlds.ts'
import { accepts, openEm, type Em } from '../support/em.ts'

let em: Em
let token: string
beforeAll(async () => {
  em = await openEm({ scenario: 'docs' })
  token = await em.logOn()
})
afterAll(() => em.close())

interface Document {
  readonly [member: string]: unknown
  readonly Links: readonly { readonly Rel: string; readonly Href: string; readonly Type?: string }[]
}
const read = async (path: string) => {
  const { status, body } = await em.ask(`GET /api${path}`, { token, accept: accepts.json })
  return { status, body, json: JSON.parse(body) as Document }
}

it.each([
  ['/vCloud', undefined, '/vCloud/orgConfigs'],
  ['/selfService/vSphere', 'VSphereSelfService', '/selfService/vSphere/Configs'],
])('%s leads to what is configured', async (path, type, configs) => {
  const { json } = await read(path)
  expect(json['Type'] ?? undefined).toBe(type)
  expect(json.Links.map(({ Rel, Href }) => [Rel, Href.split('/api')[1]])).toEqual([
    ['Down', configs],
    ['Down', `${configs}?format=Entity`],
    ['Create', configs],
  ])
})

it.each([
  ['/vCloud/orgConfigs', 'VCloudOrganizationConfigs'],
  ['/selfService/vSphere/Configs', 'VSphereSelfServiceConfigs'],
])('%s have their job settings below them too', async (path, plural) => {
  const configs = (await read(`${path}?format=Entity`)).json[plural] as readonly Document[]
  expect(configs.length).toBeGreaterThan(2)
  for (const config of configs) {
    const down = config.Links.find(({ Rel }) => Rel === 'Down')!
    const { json } = await read(down.Href.split('/api')[1]!)
    expect(json).toMatchObject(config['JobSettings'] as object)
    expect(json['Type']).toBe(down.Type)
  }
  expect((await read(`${path}/7/backupJobSettings`)).status).toBe(400)
})

describe('who may help themselves', () => {
  const vCloud = { platform: 'vCloud', objects: [{ name: 'a', vApp: 'A' }] } as const

  it.each<[what: string, job: Parameters<typeof small>[1], organizations: number, accounts: number]>([
    ['Hyper-V has no self-service', { platform: 'HyperV' }, 1, 0],
    ['accounts of a vCenter', {}, 1, 3],
    ['organizations of a Cloud Director', vCloud, 3, 0],
  ])('%s', (_, job, organizations, accounts) => {
    const simulation = frozen(small(1, job))
    const configs = [...tableOf(simulation, vCloudOrganizationConfig)]
    expect(configs).toHaveLength(organizations)
    expect(configs.at(-1)).toMatchObject({ Name: 'Other organizations', RepositoryUid: '' })
    expect(tableOf(simulation, vSphereSelfServiceConfig).size).toBe(accounts)
    for (const { HostUid, UsedQuotaMb, QuotaGb } of configs.slice(0, -1)) {
      const host = tableOf(simulation, managedServer).get(HostUid)
      expect(host?.ManagedServerType).toBe('VcdSystem')
      expect(UsedQuotaMb).toBeLessThan(QuotaGb * 1024)
    }
  })
})

it('restore points lead to vApps where there may be some', async () => {
  for (const { id, Platform } of tableOf(em.simulation, restorePoint)) {
    const { body } = await read(`/restorePoints/${id}`)
    expect(body.includes('/vAppRestorePoints')).toBe(Platform === 'vCloud')
  }
})

describe('mounts', () => {
  const nobody = '00000000-0000-0000-0000-000000000000'
  const types = ['VmRestorePoint', 'VmReplicaPoint', 'AgentRestorePoint'] as const

  it.each(types)('of a %s: none before they are made', async (type) => {
    const resource = em.simulation.store.register.find(type)!
    const [row] = em.simulation.store.table(type)
    const here = `/${resource.path}/${row!.id}/mounts`
    expect((await read(here)).body).toBe(`{"${type}Mounts":[]}`)
    for (const [path, status] of [
      [`${here}/1`, 404],
      [`${here}/1/C:/Users`, 404],
      [`/${resource.path}/${nobody}/mounts`, 404],
      [`/${resource.path}/7/mounts`, 400],
    ] as const)
      expect([path, (await read(path)).status]).toEqual([path, status])
  })
})
