import { describe, expect, it } from 'vitest'
import type { LogonSession } from '../../src/auth/logon-sessions.ts'
import type { Link } from '../../src/model/shape.ts'
import { versionsOf } from '../../src/auth/versions.ts'
import { describeLogonSession, describeLogonSessions } from '../../src/documents/logon-session.ts'
import { queryService } from '../../src/documents/query-service.ts'
import { serviceRoot } from '../../src/documents/service-root.ts'
import { writeAnswer, type Answer } from '../../src/wire/answer.ts'
import type { Language } from '../../src/wire/representation.ts'
import { RowCache } from '../../src/wire/row-cache.ts'
import { readElement } from '../wire/element.ts'
import { guidOf } from '../wire/shapes.ts'

const rowCache = new RowCache(
  () => undefined,
  () => 0,
)
const write = (answer: Answer, language: Language) =>
  writeAnswer(answer, language, 'https://em:9398/api', rowCache, false).toString()

const namespaces =
  'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://www.veeam.com/ent/v1.0"'
const session: LogonSession = {
  id: guidOf(1),
  userName: 'EXAMPLE\\ana',
  role: 'Portal User',
  version: 'v1_7',
}
/** The links that a logon with a version is told, a line each. */
const told = (version: string): readonly string[] => {
  const json = write(describeLogonSession({ ...session, version }), 'v12')
  const { Links } = JSON.parse(json.replaceAll(guidOf(1), '*')) as { readonly Links: Link[] }
  return Links.map(({ Rel, Href, Name, Type }) =>
    [Rel, Href.slice('https://em:9398/api'.length), Type, Name].filter(Boolean).join(' '),
  )
}

describe('the service root', () => {
  const version = (v: string) =>
    `<SupportedVersion Name="${v}"><Links><Link Href="https://em:9398/api/sessionMngr/?v=${v}" Type="LogonSession" Rel="Create" /></Links></SupportedVersion>`

  it('in XML', () => {
    expect(write(serviceRoot(versionsOf(false)), 'xml')).toBe(
      `<?xml version="1.0" encoding="utf-8"?><EnterpriseManager ${namespaces}>` +
        '<Links><Link Href="https://em:9398/api/logonSessions" Type="LogonSessionList" Rel="Down" /><Link Href="https://em:9398/api/sessionMngr/?v=latest" Type="LogonSession" Rel="Create" /></Links>' +
        `<SupportedVersions>${['v1_5', 'v1_6', 'v1_7'].map(version).join('')}</SupportedVersions></EnterpriseManager>`,
    )
  })

  it('in JSON', () => {
    expect(write(serviceRoot(['v1_7']), 'v12')).toBe(
      '{"SupportedVersions":{"SupportedVersions":[{"Links":[{"Rel":"Create","Href":"https://em:9398/api/sessionMngr/?v=v1_7","Name":null,"Type":"LogonSession"}],"Name":"v1_7"}]},' +
        '"Links":[{"Rel":"Down","Href":"https://em:9398/api/logonSessions","Name":null,"Type":"LogonSessionList"},{"Rel":"Create","Href":"https://em:9398/api/sessionMngr/?v=latest","Name":null,"Type":"LogonSession"}],' +
        '"Href":null,"Type":null}',
    )
  })
})

describe('the links of a logon', () => {
  it.each([
    ['v1_7', 68],
    ['v1_6', 68],
    ['v1_5', 54],
    ['v1_2', 54],
  ])('of %s are %i, Delete last', (version, count) => {
    const links = told(version)
    expect(links).toHaveLength(count)
    expect(links[0]).toBe('Up / EnterpriseManager')
    expect(links[count - 1]).toBe('Delete /logonSessions/*')
    expect(new Set(links).size).toBe(count)
  })

  it('of v1_5 are those of v1_7 without what came later', () => {
    const [old, all] = [told('v1_5'), told('v1_7')]
    expect(old).toEqual(all.filter((link) => old.includes(link)))
    const later = all.filter((link) => !old.includes(link))
    expect(later.every((link) => /cdp|vAppReplica|systemSessions/.test(link))).toBe(true)
  })

  it.each([
    [1, 'Down /backupServers BackupServerReferenceList'],
    [13, 'Down /catalog/vms CatalogVmReferenceList'],
    [14, 'Down /backupSessions BackupJobSessionReferenceList'],
    [18, 'Down /replicaTaskSessions ReplicaTaskSessionReferenceList'],
    [19, 'Down /security EnterpriseSecuritySettings'],
    [22, 'Down /externalRepositories ExternalRepositoryReferenceList'],
    [27, 'Down /cdpReplica/vms VmCdpReplicaReferenceList'],
    [29, 'Down /systemSessions BackupJobSessionReferenceList'],
    [30, 'Down /tasks TaskList'],
    [32, 'Down /lookupSvc LookupService'],
    [33, 'Down /reports/summary Report Summary'],
    [34, 'Down /backupServers?format=Entity BackupServerList'],
    [36, 'Create /backupServers?action=create'],
    [54, 'Down /vCloud VCloudService'],
    [56, 'Down /agents AgentsService'],
    [57, 'Down /selfService/vSphere VSphereSelfService'],
    [59, 'Down /nas NasService'],
    [66, 'Down /systemSessions?format=Entity BackupJobSessionList'],
  ])('of v1_7 have at %i: %s', (index, link) => {
    expect(told('v1_7')[index]).toBe(link)
  })
})

describe('a logon session', () => {
  it('in XML', () => {
    const { name, attributes, children } = readElement(write(describeLogonSession(session), 'xml'))
    expect(name).toBe('LogonSession')
    expect(attributes.slice(0, 2)).toEqual([
      ['Href', `https://em:9398/api/logonSessions/${guidOf(1)}`],
      ['Type', 'LogonSession'],
    ])
    expect(children.map((child) => [child.name, child.text])).toEqual([
      ['Links', ''],
      ['UserName', 'EXAMPLE\\ana'],
      ['SessionId', guidOf(1)],
    ])
  })

  it('in JSON', () => {
    const json = JSON.parse(write(describeLogonSession(session), 'v12')) as object
    expect(Object.keys(json)).toEqual(['UserName', 'SessionId', 'Links', 'Href', 'Type'])
    expect(json).toMatchObject({
      UserName: 'EXAMPLE\\ana',
      SessionId: guidOf(1),
      Href: `https://em:9398/api/logonSessions/${guidOf(1)}`,
      Type: 'LogonSession',
    })
  })

  it('keeps the status and headers of its making', () => {
    const headers = { 'Set-Cookie': 'a=b' }
    expect(describeLogonSession(session, { status: 201, headers })).toMatchObject({
      status: 201,
      headers,
    })
  })

  it('is listed under LogonSessions', () => {
    const answer = describeLogonSessions([session, { ...session, id: guidOf(2) }])
    const list = readElement(write(answer, 'xml'))
    expect([list.name, ...list.children.map(({ name }) => name)]).toEqual([
      'LogonSessions',
      'LogonSession',
      'LogonSession',
    ])
    expect(JSON.parse(write(answer, 'v12'))).toMatchObject({
      LogonSessions: [{ SessionId: guidOf(1) }, { SessionId: guidOf(2) }],
    })
    expect(write(answer, 'v13')).toMatch(/^\{"logonSessions":\[\{"userName":/)
  })
})

describe('the query service', () => {
  const { attributes, name, children } = readElement(write(queryService(guidOf(1)), 'xml'))
  const links = children[0]!.children.map((link) => Object.fromEntries(link.attributes))

  it('is a QuerySvc of type QueryService', () => {
    expect([name, ...attributes.slice(0, 2)]).toEqual([
      'QuerySvc',
      ['Href', 'https://em:9398/api/querySvc'],
      ['Type', 'QueryService'],
    ])
  })

  it('leads up to the session, then to forty queries', () => {
    expect(links).toHaveLength(41)
    expect(links[0]).toEqual({
      Href: `https://em:9398/api/logonSessions/${guidOf(1)}`,
      Type: 'LogonSession',
      Rel: 'Up',
    })
    expect(links.slice(1).every(({ Rel }) => Rel === 'Down')).toBe(true)
  })

  it.each([
    [1, 'VmRestorePoint', 'name', 'VmRestorePointList'],
    [4, 'Task', 'TaskUid', 'TaskList'],
    [5, 'Job', 'name', 'JobList'],
    [14, 'BackupJobSession', 'name', 'BackupJobSessionList'],
    [22, 'Passwords', 'BackupServerUid', 'PasswordKeyList'],
    [23, 'Credentials', 'BackupServerUid', 'CredentialsList'],
    [40, 'VAppReplicaPoint', 'name', 'VAppReplicaPointList'],
  ])('has at %i the query for %s', (index, type, sort, listType) => {
    expect(links[index]).toEqual({
      Href: `https://em:9398/api/query?type=${type}&format=Entities&sortAsc=${sort}&pageSize=15&page=1`,
      Type: listType,
      Rel: 'Down',
    })
  })
})
