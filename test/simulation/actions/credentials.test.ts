import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openActor } from '../../support/actor.ts'

let admin: Awaited<ReturnType<typeof openActor>>
let server: string
beforeAll(async () => {
  admin = await openActor({ scenario: 'default' })
  server = (await admin.ids('BackupServer'))[0] ?? ''
})
afterAll(() => admin.close())

const xmlns = 'xmlns="http://www.veeam.com/ent/v1.0"'
const logon = { Username: 'VEEAM\\Administrator', Description: 'Made by REST', Password: '1234' }

describe.each([
  [
    'credentials',
    logon,
    `<CredentialsInfoSpec ${xmlns}><Username>VEEAM\\Administrator</Username><Description>Made by REST</Description><Password>1234</Password></CredentialsInfoSpec>`,
    { Id: '', ...logon, Username: 'VEEAM\\Other' },
    `<CredentialsInfo ${xmlns}><Username>VEEAM\\Other</Username></CredentialsInfo>`,
    { Username: 'VEEAM\\Other', Description: 'Made by REST', Password: '' },
  ],
  [
    'passwords',
    { Hint: 'My favorite book', Password: '1234' },
    `<PasswordKeyInfoSpec ${xmlns}><Hint>My favorite book</Hint><Password>1234</Password></PasswordKeyInfoSpec>`,
    { Hint: 'My password' },
    `<PasswordKeyInfoSpec ${xmlns}><Hint>My password</Hint></PasswordKeyInfoSpec>`,
    { Hint: 'My password', LastModificationDate: '2026-01-15T12:00:00Z' },
  ],
])('/backupServers/{id}/%s', (collection, asJson, asXml, edit, editXml, is) => {
  it.each([
    ['XML', asXml, editXml],
    ['JSON', asJson, edit],
  ])('are made, changed and deleted, and no password is shown (%s)', async (_, spec, change) => {
    const made = await admin.act(`POST /backupServers/${server}/${collection}?action=create`, spec)
    expect([made.status, made.message]).toEqual([201, ''])
    const href = made.location ?? ''
    expect(href).toContain(`/api/backupServers/${server}/${collection}/`)
    expect((await admin.act(`PUT ${href}`, change)).status).toBe(204)
    const found = await admin.read(href)
    expect(found).toMatchObject({ status: 200, ...is })
    expect(JSON.stringify(found)).not.toContain('1234')
    expect((await admin.act(`DELETE ${href}`)).status).toBe(204)
    expect((await admin.read(href))['status']).toBe(404)
  })
})

describe('what is in use stays', () => {
  it('credentials of a share, and the password of a job', async () => {
    const { simulation } = admin.em
    const shares = simulation.store.table<never>('FileServer') as Iterable<{
      SmbServerOptions?: { CredentialsId: string }
      up: { BackupServer: string }
    }>
    const share = [...shares].find(({ SmbServerOptions }) => SmbServerOptions !== undefined)
    const used = `/backupServers/${share?.up.BackupServer}/credentials/${share?.SmbServerOptions?.CredentialsId}`
    const { status, message } = await admin.act(`DELETE ${used}`)
    expect([status, message]).toEqual([400, expect.stringMatching(/cannot be deleted: FileServer/)])
    expect((await admin.read(used))['status']).toBe(200)
  })
})

it('an empty password is refused', async () => {
  const path = `/backupServers/${server}/passwords?action=create`
  expect((await admin.act(`POST ${path}`, { Password: '' })).status).toBe(400)
  expect((await admin.act(`POST ${path}`, { Hint: 'none' })).status).toBe(400)
})
