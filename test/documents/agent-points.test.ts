import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import { agentRestorePoint, backup, backupFile, restorePoint } from '../../src/resources/index.ts'
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
}
interface Link {
  readonly Href: string
  readonly Type: string | null
}
const read = async (path: string) => {
  const { status, body } = await em.ask(`GET /api/${path}`, { token, accept: accepts.json })
  expect([status, body]).toEqual([200, body])
  return JSON.parse(body) as Document
}

it.each([
  ['agents/agentRestorePoints', agentRestorePoint],
  ['agents/restorePoints', restorePoint],
  ['agents/backupFiles', backupFile],
  ['agents/backups', backup],
])('GET /%s lists those of computers alone', async (path, resource) => {
  const listed = (await read(`${path}?format=Entity`))[resource.plural] as readonly Document[]
  const rows = [...em.simulation.store.table(resource.name)] as readonly {
    readonly id: string
    readonly Platform?: string
  }[]
  const own = rows.filter(({ Platform = 'Agent' }) => Platform.startsWith('Agent'))
  expect(own.length).toBeGreaterThan(0)
  expect(listed.map(({ UID }) => String(UID).split(':').at(-1))).toEqual(own.map(({ id }) => id))
})

describe.each(['restorePoints', 'backupFiles'])('%s lead to what they hold', (path) => {
  it.each([
    ['AgentForWindows', 'AgentRestorePointReferenceList', 'agentRestorePoints'],
    ['HyperV', 'VmRestorePointReferenceList', 'vmRestorePoints'],
  ])('of platform %s', async (platform, type, place) => {
    const resource = path === 'restorePoints' ? restorePoint : backupFile
    const row = [...tableOf(em.simulation, resource)].find(({ Platform }) => Platform === platform)!
    for (const form of ['', '?format=Entity']) {
      const { Links } = await read(`${path}/${row.id}${form}`)
      const kinds = (Links as readonly Link[]).filter((it) => /(Vm|Agent)RestorePoint/.test(it.Type ?? ''))
      expect(kinds.map(({ Type, Href }) => [Type, Href.split('/').at(-1)])).toEqual([[type, place]])
    }
    const { Refs } = await read(`${path}/${row.id}/${place}`)
    expect((Refs as readonly unknown[]).length).toBeGreaterThan(0)
  })
})

it('lists the backups of agents with their repository, and nothing in an external one', async () => {
  const [external] = (await read('externalRepositories'))['Refs'] as readonly Document[]
  const id = String(external!['UID']).split(':').at(-1)
  expect(await read(`externalRepositories/${id}/backups`)).toEqual({ Refs: [] })
  const [row] = tableOf(em.simulation, backup).rowsAt([0])
  const { Refs } = await read(`repositories/${row!.up.Repository}/backups`)
  const names = (Refs as readonly Document[]).map(({ Name }) => Name)
  expect(names).toEqual(expect.arrayContaining(['Backup Job 1', 'Server Backup', 'Server Backup - branchsrv01']))
})

it('what jobs of agents and shares work on leads where it says', async () => {
  const [agents] = em.simulation.store.table('AgentBackupJob')
  const [shares] = em.simulation.store.table('NasJob')
  const { ObjectInAgentBackupJobs } = await read(`agents/jobs/${agents!.id}/includes`)
  expect(ObjectInAgentBackupJobs).toMatchObject([{ Name: 'Server Backup', Links: null }])
  const { NASObjects } = await read(`nas/jobs/${shares!.id}/includes`)
  expect(NASObjects).toMatchObject([
    { FileOrFolder: '\\\\filer01\\documents', Links: [{ Rel: 'Up' }, { Rel: 'Related' }] },
    { FileOrFolder: 'filer02:/export/projects', Links: [{ Rel: 'Up' }, { Rel: 'Related' }] },
  ])
})

it('figures of machines leave computers out', async () => {
  const before = await read('reports/summary/vms_overview')
  const points = tableOf(em.simulation, agentRestorePoint)
  for (const { id } of [...points]) points.remove(id)
  expect(points.size).toBe(0)
  expect(await read('reports/summary/vms_overview')).toEqual(before)
})
