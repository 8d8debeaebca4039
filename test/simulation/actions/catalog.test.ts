import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tableOf } from '../../../src/simulation/core/table-of.ts'
import { catalogVmRestorePoint } from '../../../src/resources/index.ts'
import { openActor } from '../../support/actor.ts'

interface Link {
  readonly Rel: string
  readonly Type: string | null
  readonly Href: string
  readonly Name: string | null
}

let actor: Awaited<ReturnType<typeof openActor>>
let point = ''
let id = ''
beforeAll(async () => {
  actor = await openActor({ scenario: 'default' })
  const row = [...tableOf(actor.em.simulation, catalogVmRestorePoint)].at(-1)!
  id = row.id
  point = `/catalog/vms/${row.up.CatalogVm}/vmRestorePoints/${id}`
})
afterAll(() => actor.close())

const linksOf = (document: Readonly<Record<string, unknown>>) => document['Links'] as readonly Link[]

/** The first file there is, deeper and deeper. */
async function findFile(href: string): Promise<string> {
  const listed = await actor.read(`${href}?action=listAll`)
  const { FileEntries } = listed['Files'] as { FileEntries: readonly { Href: string }[] }
  if (FileEntries[0] !== undefined) return FileEntries[0].Href
  const folders = listed['Directories'] as { DirectoryEntries: readonly { Href: string }[] }
  for (const folder of folders.DirectoryEntries) {
    const found = await findFile(folder.Href)
    if (found !== '') return found
  }
  return ''
}

describe('indexed files', () => {
  it('are browsed: the task leads to them', async () => {
    const { status, document } = await actor.act(`POST ${point}?action=browse`)
    expect([status, document['Operation'], document['Result']]).toEqual([
      200,
      'BrowseVM',
      { Message: null, Success: true },
    ])
    const [, down] = linksOf(document)
    expect([down?.Rel, down?.Type]).toEqual(['Down', 'FileSystemItemsList'])
    expect((await actor.read(down!.Href))['status']).toBe(200)
  })

  it('are restored one by one, from the point that the session leads to', async () => {
    const file = await findFile(`${point}/guestfs`)
    const { status, document } = await actor.act(`POST ${file}?action=restore`)
    expect([status, document['Operation'], document['Result']]).toEqual([
      202,
      'RestoreFile',
      { Message: 'Restore operations started successfully.', Success: true },
    ])
    const [, related, ...others] = linksOf(document)
    expect([related?.Type, related?.Name, others]).toEqual(['RestoreSession', 'Restore job session', []])
    const session = await actor.read(related!.Href)
    expect(session).toMatchObject({
      JobType: 'FileLevelRestore',
      Result: 'Success',
      RestoredObjRef: null,
      Name: expect.stringMatching(/^FLR_\[.+\]@2026-01-15 12:00:00/) as unknown,
    })
    expect(linksOf(session).map(({ Rel, Type }) => `${Rel} ${Type}`)).toContain('Related VmRestorePointReference')
    expect(linksOf(session).at(-1)?.Href).toContain(`/vmRestorePoints/${id}`)
  })

  it('of which there are none are not, and folders are', async () => {
    const listed = await actor.read(`${point}/guestfs?action=listAll`)
    const folders = listed['Directories'] as { DirectoryEntries: readonly { Href: string }[] }
    const folder = folders.DirectoryEntries[0]!.Href
    expect(await actor.act(`POST ${folder}?action=restore`)).toMatchObject({
      status: 202,
      document: { Result: { Success: true } },
    })
    const before = await actor.ids('RestoreSession')
    expect((await actor.act(`POST ${folder}/none.txt?action=restore`)).status).toBe(404)
    expect(await actor.ids('RestoreSession')).toEqual(before)
  })
})
