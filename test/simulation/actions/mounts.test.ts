import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seconds } from '../../../src/clock/duration.ts'
import { dropMounts, mountTypes } from '../../../src/simulation/backups/mounts.ts'
import type { Resource } from '../../../src/model/resource.ts'
import { accepts } from '../../support/em.ts'
import { actorOf, openActor } from '../../support/actor.ts'
import { reachState } from '../../../src/simulation/infrastructure/reach-state.ts'
import { workState } from '../../../src/simulation/core/work-state.ts'

let em: Awaited<ReturnType<typeof openActor>>
beforeAll(async () => {
  em = await openActor()
})
afterAll(() => em.close())

interface Link {
  readonly Rel: string
  readonly Href: string
  readonly Name?: string
  readonly Type?: string
}
interface Document {
  readonly Links: readonly Link[]
  readonly FSRoots: { readonly DirectoryEntries: readonly { Path: string; Href: string }[] }
  readonly Files: { readonly FileEntries: readonly { Href: string; Name: string; Size: number }[] }
}
const read = async (path: string) => (await em.read(path)) as unknown as Document
const relatedOf = ({ document }: { readonly document: object }) =>
  (document as unknown as Document).Links.find(({ Rel }) => Rel === 'Related')!

const types = mountTypes.map((type) => {
  const role = type.name.replace(/Mount$/, '')
  return [type.name, role, type.path.replace(/\/\{.*/, '')] as const
})
/** Where the nth point of a type is mounted. */
const mountsOf = (role: string, nth = 0): string => {
  const row = [...em.em.simulation.store.table(role)][nth]!
  const { path } = em.em.simulation.store.register.find(role) as Resource
  return `/${path}/${row.id}/mounts`
}

describe.each(types)('a %s', (type, role) => {
  it('is made, listed, browsed and taken away', async () => {
    const here = mountsOf(role)
    const told = await em.act(`POST ${here}`)
    expect([told.status, told.message, told.document['Operation']]).toEqual([202, '', 'MountRestorePoint'])
    const link = relatedOf(told)
    const [, point = '', number = ''] = /([\da-f-]{36})\/mounts\/(\d+)$/.exec(link.Href) ?? []
    expect([link.Type, link.Name]).toEqual([type, `${point}@${number}`])

    const mount = await read(link.Href)
    expect(mount.FSRoots.DirectoryEntries.map(({ Path }) => Path)).toEqual(['C:', 'E:'])
    expect(await em.read(here)).toEqual({ status: 200, [`${type}s`]: [without(mount)] })
    const [root] = mount.FSRoots.DirectoryEntries
    const { Files } = await read(`${root!.Href}/Users?action=listFiles&pageSize=2&page=1`)
    expect(Files.FileEntries).toHaveLength(2)

    const gone = await em.act(`DELETE ${mount.Links.find(({ Rel }) => Rel === 'Delete')!.Href}`)
    expect(gone.status).toBe(204)
    for (const path of [link.Href, root!.Href, `${root!.Href}/Users?action=listAll`])
      expect((await em.read(path))['status']).toBe(404)
    expect((await em.act(`DELETE ${link.Href}`)).status).toBe(404)
    expect(await em.read(here)).toEqual({ status: 200, [`${type}s`]: [] })
    const task = await read(`/tasks/${told.document['TaskId'] as string}`)
    expect(task.Links.map(({ Rel }) => Rel)).toEqual(['Delete'])
  })
})

const without = (document: object) => Object.fromEntries(Object.entries(document).filter(([name]) => name !== 'status'))

const xml = (inside: string, root = 'VmRestorePointMountSpec') =>
  `<${root} xmlns="http://www.veeam.com/ent/v1.0">${inside}</${root}>`
const windows = ['C:', 'E:']
const linux = ['/etc', '/home', '/opt', '/srv', '/usr', '/var']

it.each<[body: unknown, roots: readonly string[]]>([
  [undefined, windows],
  [{}, windows],
  [{ OsKind: 'Windows' }, windows],
  [{ osKind: 'Linux' }, linux],
  [xml('<OsKind>Linux</OsKind>'), linux],
  [xml('<OsKind>Windows</OsKind>', 'MountSpec'), windows],
  [xml(''), windows],
])('%j shows %j', async (body, roots) => {
  const { document } = await em.act(`POST ${mountsOf('VmRestorePoint', 1)}`, body)
  const { FSRoots } = await read(relatedOf({ document }).Href)
  expect(FSRoots.DirectoryEntries.map(({ Path }) => Path)).toEqual(roots)
})

it.each([
  [{ OsKind: 'BeOS' }, 400],
  [xml('<OsKind>BeOS</OsKind>'), 400],
])('%j is refused with %i, and nothing is mounted', async (body, status) => {
  const here = mountsOf('VmRestorePoint', 2)
  expect((await em.act(`POST ${here}`, body)).status).toBe(status)
  expect(await em.read(here)).toEqual({ status: 200, VmRestorePointMounts: [] })
})

it('a point is mounted as often as somebody asks, each time under another number', async () => {
  const here = mountsOf('VmRestorePoint', 3)
  const hrefs = [await em.act(`POST ${here}`), await em.act(`POST ${here}`)].map((told) => relatedOf(told).Href)
  expect(new Set(hrefs).size).toBe(2)
  await em.act(`DELETE ${hrefs[0]!}`)
  expect((await em.read(hrefs[1]!))['status']).toBe(200)
  const again = relatedOf(await em.act(`POST ${here}`)).Href
  expect(hrefs).not.toContain(again)
})

it.each(['portal-user', 'restore-operator'])('%s may mount too, and sees his own', async (user) => {
  const here = mountsOf('VmRestorePoint', 4)
  const mine = relatedOf(await em.act(`POST ${here}`)).Href
  const token = await em.em.logOn(user)
  const other = actorOf(em.em, token)
  expect(await other.read(here)).toEqual({ status: 200, VmRestorePointMounts: [] })
  for (const path of [mine, `${mine}/C:`, `${mine}/C:/Users?action=listAll`])
    expect((await other.read(path))['status']).toBe(404)
  expect((await other.act(`DELETE ${mine}`)).status).toBe(404)
  expect((await em.read(mine))['status']).toBe(200)

  const told = await other.act(`POST ${here}`)
  const theirs = relatedOf(told).Href
  expect(theirs).toMatch(/mounts\/1$/)
  const session = (await other.read('/logonSessions'))['LogonSessions'] as readonly { Href: string }[]
  const table = em.em.simulation.store.table('VmRestorePointMount')
  const before = table.size
  await other.act(`DELETE ${session.at(-1)!.Href}`)
  expect(table.size).toBe(before - 1)
})

it('what is mounted goes with its point', async () => {
  const here = mountsOf('VmRestorePoint', 5)
  const { Href } = relatedOf(await em.act(`POST ${here}`))
  dropMounts(em.em.simulation, here.split('/')[2]!)
  expect((await em.read(Href))['status']).toBe(404)
})

it('a point of a server that is not reached cannot be mounted', async () => {
  const { simulation } = em.em
  const here = mountsOf('VmRestorePoint', 6)
  for (const { id } of simulation.store.table('BackupServer')) simulation.state(reachState).unreached.add(id)
  expect((await em.act(`POST ${here}`)).message).toMatch(/^The backup server of ".*" cannot be reached\.$/)
  simulation.state(reachState).unreached.clear()
})

it('a file is as long as it is listed to be, and the same in every mount of the point', async () => {
  const here = mountsOf('VmRestorePoint', 7)
  const bytes = await Promise.all(
    [await em.act(`POST ${here}`), await em.act(`POST ${here}`)].map(async (told) => {
      const { Files } = await read(`${relatedOf(told).Href}/C:/Users?action=listFiles`)
      const file = Files.FileEntries[0]!
      const path = file.Href.replace(/^https?:\/\/[^/]+/, '')
      const answer = await em.em.ask(`GET ${path}?action=download`, { token: em.token, accept: accepts.json })
      expect(answer.status).toBe(200)
      expect(answer.headers['content-type']).toBe('application/octet-stream')
      expect(answer.headers['content-length']).toBe(String(file.Size))
      expect(answer.headers['content-disposition']).toBe(`attachment; filename="${file.Name}"`)
      expect(answer.body).toHaveLength(file.Size)
      return answer.body
    }),
  )
  expect(bytes[0]).toBe(bytes[1])
})

it.each([
  ['/C:/Users?action=download', 400],
  ['/C:/Users/nothing.txt?action=download', 404],
  ['/C:/Users?action=list', 400],
  ['/C:/Users?action=listAll&page=0', 400],
  ['/X:', 404],
])('%s is %i', async (path, status) => {
  const { Href } = relatedOf(await em.act(`POST ${mountsOf('VmRestorePoint')}`))
  expect((await em.read(Href + path))['status']).toBe(status)
})

it.each([
  ['POST', '/vmRestorePoints/00000000-0000-0000-0000-000000000000/mounts', 404],
  ['POST', '/vmRestorePoints/7/mounts', 400],
  ['DELETE', '/mounts/7', 404],
])('%s %s is %i', async (method, path, status) => {
  const here = mountsOf('VmRestorePoint').replace(/\/mounts$/, '')
  const asked = path.startsWith('/mounts') ? here + path : path
  expect((await em.act(`${method} ${asked}`)).status).toBe(status)
})

it('a mount takes as long as any task', async () => {
  const { simulation } = em.em
  simulation.state(workState).moves = { moves: 'time' }
  const here = mountsOf('VmRestorePoint', 8)
  const { document } = await em.act(`POST ${here}`)
  expect([document['State'], (document['Links'] as readonly Link[]).length]).toEqual(['Running', 1])
  expect(await em.read(here)).toEqual({ status: 200, VmRestorePointMounts: [] })
  simulation.clock.advance(seconds(10))
  const { State, Links } = await em.read(`/tasks/${document['TaskId'] as string}`)
  expect([State, (Links as readonly Link[]).length]).toEqual(['Finished', 2])
  simulation.state(workState).moves = { moves: 'instant' }
})
