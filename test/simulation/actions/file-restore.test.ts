import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openActor } from '../../support/actor.ts'

let em: Awaited<ReturnType<typeof openActor>>
let mount: string
let linuxMount: string
let file: { readonly Href: string; readonly Name: string; readonly Size: number }
beforeAll(async () => {
  em = await openActor()
  mount = await mounted('VmRestorePoint', 'vmRestorePoints')
  linuxMount = await mounted('VmRestorePoint', 'vmRestorePoints', { OsKind: 'Linux' })
  file = await fileOf(mount)
})
afterAll(() => em.close())

interface Link {
  readonly Rel: string
  readonly Href: string
}
const linkOf = (document: object, rel: string) =>
  (document as { Links: readonly Link[] }).Links.find(({ Rel }) => Rel === rel)?.Href ?? ''
async function mounted(type: string, path: string, body?: object): Promise<string> {
  const [point] = await em.ids(type)
  const { document } = await em.act(`POST /${path}/${point ?? ''}/mounts`, body)
  return linkOf(document, 'Related')
}
async function fileOf(there: string) {
  const { Files } = await em.read(`${there}/C:/Users?action=listFiles`)
  return (Files as { FileEntries: readonly (typeof file)[] }).FileEntries[0]!
}
const sessions = () => em.ids('RestoreSession', 'Type==FileLevelRestore')

const xml = (inside: string) => `<FileRestoreSpec xmlns="http://www.veeam.com/ent/v1.0">${inside}</FileRestoreSpec>`
const Overwrite = false
const GuestCredentials = { UserName: 'fileserver01\\administrator', Password: 'P@ssw0rd' }

describe.each([
  ['VmRestorePoint', 'vmRestorePoints', true],
  ['VmReplicaPoint', 'vmReplicaPoints', false],
  ['AgentRestorePoint', 'agents/agentRestorePoints', false],
])('files of a %s', (type, path, isLinked) => {
  it.each<[what: string, body: unknown]>([
    ['as JSON', { ToOriginalLocation: { GuestCredentials, Overwrite } }],
    [
      'as XML',
      xml(
        `<ToOriginalLocation Overwrite="false"><GuestCredentials><UserName>fileserver01\\administrator</UserName><Password>P@ssw0rd</Password></GuestCredentials></ToOriginalLocation>`,
      ),
    ],
  ])('are put back, asked %s', async (_, body) => {
    const before = await sessions()
    const { Href } = await fileOf(await mounted(type, path))
    const told = await em.act(`POST ${Href}?action=restore`, body)
    expect([told.status, told.document]).toMatchObject([
      202,
      { State: 'Finished', Operation: 'FileRestoreFromMountPoint', Result: { Message: 'Ok' } },
    ])
    const made = (await sessions()).filter((id) => !before.includes(id))
    expect(made).toHaveLength(1)
    const session = await em.read(`/restoreSessions/${made[0]!}?format=Entity`)
    expect(session).toMatchObject({ JobType: 'FileLevelRestore', State: 'Stopped', Result: 'Success' })
    expect(session['Name']).toBe(`FLR_[${session['VmDisplayName'] as string}]@2026-01-15 12:00:00`)
    expect(linkOf(session, 'Related') !== '').toBe(isLinked)
  })

  it('are downloaded where the task leads', async () => {
    const before = await sessions()
    const { Href, Size } = await fileOf(await mounted(type, path))
    for (const body of [{ ForDirectDownload: {} }, xml('<ForDirectDownload/>')]) {
      const { status, document } = await em.act(`POST ${Href}?action=restore`, body)
      const download = linkOf(document, 'Download')
      expect([status, download]).toEqual([202, `${Href}?action=download`])
      const url = download.replace(/^https?:\/\/[^/]+/, '')
      expect((await em.em.ask(`GET ${url}`, { token: em.token })).body).toHaveLength(Size)
    }
    expect(await sessions()).toEqual(before)
  })
})

it('a folder is put back as well', async () => {
  const body = { ToOriginalLocation: {} }
  expect((await em.act(`POST ${mount}/C:/Users?action=restore`, body)).status).toBe(202)
})

describe('refused, and nothing is restored:', () => {
  it.each<[what: string, path: () => string, body: unknown, status: number]>([
    ['both ways', () => file.Href, { ToOriginalLocation: {}, ForDirectDownload: {} }, 400],
    ['a folder to download', () => `${mount}/C:/Users`, { ForDirectDownload: {} }, 400],
    ['a file that is not there', () => `${mount}/C:/no.txt`, { ForDirectDownload: {} }, 404],
    ['permissions on Linux', () => `${linuxMount}/etc/ssh`, { ToOriginalLocation: { PermissionsOnly: true } }, 400],
    ['a mount that is not there', () => file.Href.replace(/mounts\/\d+/, 'mounts/77'), { ForDirectDownload: {} }, 404],
  ])('%s', async (_, path, body, status) => {
    const before = await sessions()
    expect((await em.act(`POST ${path()}?action=restore`, body)).status).toBe(status)
    expect(await sessions()).toEqual(before)
  }) // prettier-ignore
})
