import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import { catalogVm, catalogVmRestorePoint } from '../../src/resources/index.ts'
import { accepts, openEm, type Em } from '../support/em.ts'

let em: Em
let token: string
beforeAll(async () => {
  em = await openEm({ scenario: 'docs' })
  token = await em.logOn()
})
afterAll(() => em.close())

interface Entry {
  readonly Path: string
  readonly Name: string
  readonly Href: string
  readonly Type: string
  readonly Size: number
  readonly ModifiedDateUTC: string
  readonly Links: readonly { readonly Rel: string; readonly Href: string }[]
}
interface Listing {
  readonly Message: string
  readonly FileEntry: Entry | null
  readonly DirectoryEntry: Entry | null
  readonly Files: { readonly FileEntries: readonly Entry[] }
  readonly Directories: { readonly DirectoryEntries: readonly Entry[] }
  readonly PagingInfo: {
    readonly PagesCount: number
    readonly Links: readonly { readonly Rel: string; readonly Href: string }[]
  } | null
}

const base = 'http://em.example.net:9399'
/** Where the files of a machine are, as they were in one of its points: the last if not told otherwise. */
const filesOf = (machine: string, nth = -1) => {
  const points = tableOf(em.simulation, catalogVmRestorePoint).under('CatalogVm', machine)
  return `/api/catalog/vms/${machine}/vmRestorePoints/${points.at(nth)!.id}/guestfs`
}
const read = async (path: string) => {
  const answer = await em.ask(`GET ${path.replace(base, '')}`, { token, accept: accepts.json })
  return { status: answer.status, json: JSON.parse(answer.body) as Listing }
}
const foldersAt = async (path: string) =>
  (await read(`${path}?action=listDirs`)).json.Directories.DirectoryEntries.map((it) => it.Path)
const filesAt = async (path: string) => (await read(`${path}?action=listFiles`)).json.Files.FileEntries

it('the estate has machines of both families', () => {
  expect([...tableOf(em.simulation, catalogVm)].map(({ id }) => id).sort()).toEqual([
    'dbserver01',
    'srv04',
    'webserver01',
  ])
})

describe('folders', () => {
  it.each([
    ['srv04', '', ['C:', 'E:']],
    ['srv04', '/', ['C:', 'E:']],
    ['srv04', '/C:/Users', ['C:/Users/Administrator', 'C:/Users/Public', 'C:/Users/service']],
    ['srv04', '/c:/USERS/', ['C:/Users/Administrator', 'C:/Users/Public', 'C:/Users/service']],
    ['webserver01', '/var', ['/var/lib', '/var/log', '/var/spool']],
  ])('%s%s', async (machine, path, folders) => {
    expect(await foldersAt(filesOf(machine) + path)).toEqual(folders)
  })

  it('and their files lead to themselves, as deep as they go', async () => {
    const waiting = [filesOf('srv04')]
    let count = 0
    for (let here = waiting.pop(); here !== undefined && count < 150; here = waiting.pop()) {
      const { json } = await read(`${here}?action=listAll`)
      for (const each of [...json.Directories.DirectoryEntries, ...json.Files.FileEntries]) {
        const { status, json: one } = await read(each.Href)
        expect([status, one.DirectoryEntry ?? one.FileEntry]).toEqual([200, each])
        if (each.Type === 'DirectoryEntry') waiting.push(each.Href)
        count++
      }
    }
    expect(count).toBeGreaterThan(50)
  })
})

describe('files', () => {
  const folder = '/C:/Users/Administrator/Documents'

  it.each([
    ['srv04', '/C:/Documents'],
    ['webserver01', '/srv/www'],
  ])('of %s%s were written before they were backed up', async (machine, path) => {
    const [point] = tableOf(em.simulation, catalogVmRestorePoint).under('CatalogVm', machine)
    const files = await filesAt(filesOf(machine, 0) + path)
    expect(files.length).toBeGreaterThan(0)
    for (const { ModifiedDateUTC, Size } of files) {
      expect(Date.parse(ModifiedDateUTC) * 1000).toBeLessThanOrEqual(point!.BackupDateUTC)
      expect(Size).toBeGreaterThan(0)
    }
  })

  it('are the same in every point, but for those written since', async () => {
    const names = (files: readonly Entry[]) => files.map((it) => `${it.Path} ${it.Size}`)
    const [then, now] = await Promise.all([0, -1].map((n) => filesAt(filesOf('srv04', n) + folder)))
    expect(names(then!)).toEqual(names(now!))
    for (const [n, file] of now!.entries()) expect(file.ModifiedDateUTC >= then![n]!.ModifiedDateUTC).toBe(true)
  })

  it('come in pages, each of them once', async () => {
    const whole = await filesAt(filesOf('srv04') + folder)
    const paged: Entry[] = []
    let next: string | undefined = `${filesOf('srv04')}${folder}?action=listFiles&pageSize=2`
    while (next !== undefined) {
      const { json } = await read(next)
      expect(json.PagingInfo!.PagesCount).toBe(Math.ceil(whole.length / 2))
      paged.push(...json.Files.FileEntries)
      next = json.PagingInfo!.Links.find(({ Rel }) => Rel === 'Next')?.Href
    }
    expect(paged).toEqual(whole)
  })
})

it.each([
  ['/X:', 404, 'Cannot find file system entry [X:]'],
  ['/C:/nothing?action=listAll', 404, 'Cannot find file system entry [C:/nothing]'],
  ['/C:?action=list', 400, 'Found action=list; a folder answers listAll, listDirs, listFiles.'],
  ['?action=listAll&page=0', 400, 'Found page=0; it is a whole number from 1 to 2147483647.'],
  ['?action=listAll&pageSize=x', 400, 'Found pageSize=x; it is a whole number from 1 to 2147483647.'],
])('%s is %i', async (path, status, says) => {
  const answer = await read(filesOf('srv04') + path)
  expect([answer.status, answer.json.Message]).toEqual([status, says])
})

it('a file has no listing', async () => {
  const [file] = await filesAt(`${filesOf('srv04')}/C:/Documents`)
  const answer = await read(`${file!.Href}?action=listAll`)
  expect(answer.status).toBe(400)
  expect(answer.json.Message).toBe(`${file!.Path} is a file, which has no listAll.`)
})

it.each([
  ['another machine', 'webserver01', 404],
  ['a machine that is not in the catalog', 'nobody', 404],
])('the point of %s is not found', async (_, machine, status) => {
  expect((await read(filesOf('srv04').replace('srv04', machine))).status).toBe(status)
})
