import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Row } from '../../src/model/shape.ts'
import { accepts, openEm, type Em } from '../support/em.ts'

let em: Em
let token: string
beforeAll(async () => {
  em = await openEm({ scenario: 'default', now: '2026-01-15T12:00:00Z', clock: 'frozen' })
  token = await em.logOn()
})
afterAll(() => em.close())

interface Named extends Row {
  readonly Name: string
}
const idOf = (type: string, name: string) =>
  [...em.simulation.store.table<Named>(type)].find(({ Name }) => Name === name)!.id
const account = (name: string) => `/security/accounts/${idOf('EnterpriseAccount', name)}`
const ask = (path: string, accept = accepts.json, as = token) => em.ask(`GET /api${path}`, { token: as, accept })
const read = async (path: string) => {
  const { status, body } = await ask(path)
  expect([status, body]).toEqual([200, body])
  return JSON.parse(body.replaceAll('http://em.example.net:9399/api', '')) as Record<string, Record<string, unknown>[]>
}
const nowhere = '00000000-0000-0000-0000-000000000000'

describe('what an account has', () => {
  it.each([
    ['BUILTIN\\Administrators', ['Portal Administrator']],
    ['EXAMPLE\\portal-user', ['File Restore Operator', 'VM Restore Operator', 'Exchange Restore Operator', 'SQL Restore Operator', 'Portal User']],
    ['EXAMPLE\\restore-operator', ['VM Restore Operator', 'File Restore Operator']],
    ['EXAMPLE\\Help Desk', ['File Restore Operator', 'SQL Restore Operator']],
  ])('%s: roles', async (name, roles) => {
    const { EnterpriseAccountInRoles: held } = await read(`${account(name)}/roles`)
    expect(held!.map(({ RoleName }) => RoleName)).toEqual(roles)
    for (const each of held!) expect(await read(String(each['Href']))).toEqual(each)
  }) // prettier-ignore

  it.each([
    ['BUILTIN\\Administrators', true, []],
    ['EXAMPLE\\restore-operator', false, [['VMware', 'vcenter01.example.net'], ['vCloud', 'vcd01.example.net'], ['Hyperv', 'hvcluster02.example.net']]],
  ])('%s: scopes', async (name, all, expected) => {
    expect(await read(`${account(name)}?format=Entity`)).toMatchObject({ AllowRestoreAllVms: all })
    const { EnterpriseAccountHierarchyScopes: scopes } = await read(`${account(name)}/scopes`)
    expect(scopes!.map((it) => [it['Platform'], it['HierarchyRootName']])).toEqual(expected)
    for (const each of scopes!) expect(await read(String(each['Href']))).toEqual(each)
  }) // prettier-ignore

  it('is refused with 400 for what is no id, and 404 for an unknown one', async () => {
    const known = account('EXAMPLE\\portal-user')
    for (const part of ['roles', 'scopes'])
      for (const [path, status] of [
        [`${known}/${part}/7`, 400],
        [`${known}/${part}/${nowhere}`, 404],
        [`/security/accounts/7/${part}`, 400],
        [`/security/accounts/${nowhere}/${part}`, 404],
      ] as const)
        expect([path, (await ask(path)).status]).toEqual([path, status])
  })
})

it.each(['portal-user', 'restore-operator'])('%s sees nothing of it', async (user) => {
  const as = await em.logOn(user)
  const known = account('EXAMPLE\\portal-user')
  const role = idOf('EnterpriseRole', 'Portal User')
  for (const path of [
    '/security',
    '//SECURITY/',
    '/security/roles',
    `/security/roles/${role}`,
    '/security/accounts?format=Entity',
    known,
    `${known}/roles`,
    `${known}/roles/${role}`,
    `${known}/scopes`,
  ])
    expect([path, (await ask(path, accepts.json, as)).status]).toEqual([path, 403])
  expect((await ask('/security', accepts.json, '')).status).toBe(401)
})

describe('what a backup server keeps', () => {
  const server = (name: string) => `/backupServers/${idOf('BackupServer', name)}`

  it.each([
    ['vbr01.example.net', ['EXAMPLE\\svc-backup', 'root', 'backup@vsphere.local']],
    ['vbr02.example.net', ['EXAMPLE\\svc-backup', 'EXAMPLE\\svc-hyperv']],
  ])('%s: credentials, never with a password', async (name, users) => {
    const { CredentialsInfos: found } = await read(`${server(name)}/credentials`)
    const names = found!.map(({ Username }) => Username)
    expect(names.filter((it) => it !== 'EXAMPLE\\svc-shares')).toEqual(users)
    for (const each of found!) {
      expect(each).toMatchObject({ Password: '', Type: 'Credentials' })
      expect(await read(String(each['Href']))).toEqual(each)
    }
  })

  it('are the credentials that shares name', async () => {
    const { FileServers: shares } = await read('/nas/fileServers?format=Entity')
    const named = shares!.flatMap((share) => {
      const { CredentialsId: id } = (share['SmbServerOptions'] ?? {}) as Record<string, string>
      const up = (share['Links'] as { readonly Href: string }[])[0]!.Href
      return id === undefined ? [] : [`${up}/credentials/${id}`]
    })
    expect(named).not.toEqual([])
    for (const path of named) expect(await read(path)).toMatchObject({ Description: 'File shares' })
  })

  it('has passwords, changed in the last ninety days', async () => {
    const { PasswordKeyInfos: found } = await read(`${server('vbr01.example.net')}/passwords`)
    expect(found!.length).toBeGreaterThan(0)
    for (const each of found!) {
      const age = Date.parse('2026-01-15T12:00:00Z') - Date.parse(String(each['LastModificationDate']))
      expect(age >= 0 && age < 90 * 86_400_000).toBe(true)
      expect(Object.keys(each)).toEqual([
        'Id', 'Hint', 'LastModificationDate', 'Links', 'Href', 'Type',
      ]) // prettier-ignore
      expect(await read(String(each['Href']))).toEqual(each)
    }
  })

  it.each(['credentials', 'passwords'])('refuses unknown %s', async (path) => {
    const known = server('vbr01.example.net')
    expect((await ask(`${known}/${path}/7`)).status).toBe(400)
    expect((await ask(`${known}/${path}/${nowhere}`)).status).toBe(404)
    expect((await ask(`/backupServers/${nowhere}/${path}`)).status).toBe(404)
  })
})
