import { describe, expect, it } from 'vitest'
import type { Resource } from '../../src/model/resource.ts'
import { struct, type Row } from '../../src/model/shape.ts'
import { resources } from '../../src/resources/index.ts'
import { writeAnswer, type Answer } from '../../src/wire/answer.ts'
import { containersOf, errorShape, listShape, queryResultShape } from '../../src/wire/documents.ts'
import type { Form, Language } from '../../src/wire/representation.ts'
import { RowCache } from '../../src/wire/row-cache.ts'
import { readElement } from './element.ts'
import { definition, estate, lookUp } from './estate.ts'
import { guidOf } from './shapes.ts'

const base = 'http://em:9399/api'
const rowCache = new RowCache(lookUp, () => 0)

const bytes = (answer: Answer, language: Language, hasMark = false) =>
  writeAnswer(answer, language, base, rowCache, hasMark)
const write = (answer: Answer, language: Language) => bytes(answer, language).toString()

const namespaces =
  'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://www.veeam.com/ent/v1.0"'

/** What is said in XML, without what every document starts with. */
const said = (answer: Answer) => {
  const xml = write(answer, 'xml')
  expect(xml).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?><\w/)
  return xml.replace(/^<\?.*?\?>/, '').replace(` ${namespaces}`, '‹ns›')
}

const point = definition('RestorePoint')
const listOf = (form: Form, rows: readonly Row[], resource = point): Answer => {
  const { name, shape } = listShape(resource, form)
  return { kind: 'document', name, shape, value: rows.length, rows: { resource, form, rows } }
}
const queryOf = (format: 'references' | 'entities', rows: readonly Row[], resource = point): Answer => ({
  kind: 'document',
  name: 'QueryResult',
  shape: queryResultShape(resource, format, containersOf(resources)),
  value: {
    Refs: rows.length,
    Entities: { [resource.container!]: rows.length },
    PagingInfo: {
      Links: [
        { Rel: 'First', Href: '/query?type=RestorePoint&pageSize=2&page=1' },
        { Rel: 'Last', Href: '/query?type=RestorePoint&pageSize=2&page=9' },
      ],
      PageNum: 1,
      PageSize: 2,
      PagesCount: 9,
    },
  },
  rows: { resource, form: format === 'entities' ? 'entity' : 'reference', rows },
})
const two = [estate.RestorePoint, { ...estate.RestorePoint, id: guidOf(60) }]
const written = (form: Form, language: Language) =>
  two.map((row) => rowCache.reader(point, form, language, base)(row).toString())

describe('a list', () => {
  it('of references', () => {
    const answer = listOf('reference', two)
    expect(said(answer)).toBe(`<EntityReferences‹ns›>${written('reference', 'xml').join('')}</EntityReferences>`)
    expect(write(answer, 'v12')).toBe(`{"Refs":[${written('reference', 'v12').join()}]}`)
    expect(write(answer, 'v13')).toBe(`{"refs":[${written('reference', 'v13').join()}]}`)
  })

  it('of entities has no PagingInfo', () => {
    const answer = listOf('entity', two)
    expect(said(answer)).toBe(`<RestorePoints‹ns›>${written('entity', 'xml').join('')}</RestorePoints>`)
    expect(write(answer, 'v12')).toBe(`{"RestorePoints":[${written('entity', 'v12').join()}]}`)
  })

  it('of nothing', () => {
    expect(said(listOf('reference', []))).toBe('<EntityReferences‹ns› />')
    expect(said(listOf('entity', []))).toBe('<RestorePoints‹ns› />')
    expect(write(listOf('reference', []), 'v12')).toBe('{"Refs":[]}')
    expect(write(listOf('entity', []), 'v13')).toBe('{"restorePoints":[]}')
  })

  it('of a megabyte and more, in any script', () => {
    const Description = 'Größe 容量 😀 '.repeat(20_000)
    const rows = Array.from({ length: 4 }, (_, n) => ({
      ...estate.BackupServer,
      id: guidOf(n),
      Description,
    }))
    const server = definition('BackupServer')
    const json = JSON.parse(write(listOf('entity', rows, server), 'v12')) as {
      readonly BackupServers: readonly { readonly Description: string }[]
    }
    expect(json.BackupServers.map((it) => it.Description === Description)).toEqual(rows.map(() => true))
    expect(readElement(write(listOf('entity', rows, server), 'xml')).children).toHaveLength(4)
  })
})

const paging =
  '"Links":[{"Rel":"First","Href":"http://em:9399/api/query?type=RestorePoint&pageSize=2&page=1","Name":null,"Type":null},{"Rel":"Last","Href":"http://em:9399/api/query?type=RestorePoint&pageSize=2&page=9","Name":null,"Type":null}],"PageNum":1,"PageSize":2,"PagesCount":9'
const pagingXml =
  '<PagingInfo PageNum="1" PageSize="2" PagesCount="9"><Links><Link Href="http://em:9399/api/query?type=RestorePoint&amp;pageSize=2&amp;page=1" Rel="First" /><Link Href="http://em:9399/api/query?type=RestorePoint&amp;pageSize=2&amp;page=9" Rel="Last" /></Links></PagingInfo>'

// The fifty, in EM's order; three of them are really spelt so. One whose place is not known comes behind them, in its own answer.
const containers =
  'Jobs FailoverPlans Backups Replicas Repositories RestorePoints VmRestorePoints VAppRestorePoints VmReplicaPoints BackupJobSessions ReplicaJobSessions ReplicaTaskSessions RestoreSessions HierarchyRoots BackupTaskSessions BackupServers ManagedServers EnterpiseRoles EnterpiseAccounts WanAccelerators CloudGateways CloudTenants CloudReplicas VCloudOrganizationConfigs BackupFiles VSphereSelfServiceConfigs CloudPublicIps CloudHardwarePlans CloudVmReplicaPoints AgentRestorePoints AgentBackupJob CloudGatewayPools CloudFailoverPlans ExternalRepositories VlanConfigurations CloudFailoverSessions AgentProtectionGroups DiscoveredComputers FileServers NASJobs CdpReplicas CdpReplicaVms CdpPolicies CdpReplicaSessions CdpReplicaTaskSessions VAppReplicaPoints VmCdpReplicas VAppCdpReplicas VAppCdpReplicaVms SystemSessions'.split(
    ' ',
  )

describe('the answer to a query', () => {
  it('of a type whose place nobody has recorded is whole, and the container in no other answer', () => {
    const { place, ...unknown } = definition('RestorePoint')
    expect(place).toBe(6)
    const known = resources.filter(({ name }) => name !== 'RestorePoint')
    const containers = containersOf([unknown, ...known])
    expect(containers).not.toContain('RestorePoints')
    const answer = { ...queryOf('entities', two), shape: queryResultShape(unknown, 'entities', containers) }
    expect(write(answer, 'xml')).toMatch(/<Entities><RestorePoints>.*<\/RestorePoints><\/Entities>/)
  })

  it('is not written without a place for its rows', () => {
    const answer = { ...queryOf('entities', two), shape: struct({}) }
    const message = 'Found QueryResult without a place for RestorePoint; its shape needs one rows().'
    expect(() => write(answer, 'xml')).toThrow(message)
    expect(() => write(answer, 'v12')).toThrow(message)
  })

  it('for references', () => {
    const answer = queryOf('references', two)
    expect(said(answer)).toBe(
      `<QueryResult‹ns›><Refs>${written('reference', 'xml').join('')}</Refs>${pagingXml}</QueryResult>`,
    )
    expect(write(answer, 'v12')).toBe(
      `{"Refs":{"Refs":[${written('reference', 'v12').join()}]},"Entities":null,"Resources":null,"Links":null,"PagingInfo":{${paging}}}`,
    )
  })

  it('for entities', () => {
    const answer = queryOf('entities', two)
    expect(said(answer)).toBe(
      `<QueryResult‹ns›><Entities><RestorePoints>${written('entity', 'xml').join('')}</RestorePoints></Entities>${pagingXml}</QueryResult>`,
    )
    const members = containers.map((name) =>
      name === 'RestorePoints'
        ? `"RestorePoints":{"RestorePoints":[${written('entity', 'v12').join()}]}`
        : `"${name}":null`,
    )
    expect(write(answer, 'v12')).toBe(
      `{"Refs":null,"Entities":{${members.join()}},"Resources":null,"Links":null,"PagingInfo":{${paging}}}`,
    )
  })

  it('with no hits has an empty container', () => {
    expect(said(queryOf('entities', []))).toContain('<Entities><RestorePoints /></Entities>')
    expect(said(queryOf('references', []))).toContain('<QueryResult‹ns›><Refs /><PagingInfo')
    expect(write(queryOf('entities', []), 'v12')).toContain('{"RestorePoints":[]}')
    expect(write(queryOf('references', []), 'v13')).toContain('{"refs":{"refs":[]},"entities":null')
  })

  const entities = (resources as readonly Resource[]).filter(
    ({ keyless, container }) => keyless === undefined && container !== undefined,
  )
  it.each(entities.map((it) => [it.name, it.container]))('has every container in order, for %s', (type, container) => {
    const json = JSON.parse(write(queryOf('entities', [], definition(type)), 'v12')) as {
      readonly Entities: Readonly<Record<string, unknown>>
    }
    expect(Object.keys(json.Entities)).toEqual([...new Set([...containers, container])])
    expect(Object.values(json.Entities).filter((it) => it !== null)).toHaveLength(1)
    expect(json.Entities[container!]).toEqual({ [definition(type).plural]: [] })
  })

  it('has every container in order in EM 13', () => {
    const json = JSON.parse(write(queryOf('entities', []), 'v13')) as {
      readonly entities: Readonly<Record<string, unknown>>
    }
    expect(Object.keys(json.entities).filter((name) => /^(v|nas|e)/.test(name))).toEqual([
      'vmRestorePoints', 'vAppRestorePoints', 'vmReplicaPoints', 'enterpiseRoles', 'enterpiseAccounts',
      'vCloudOrganizationConfigs', 'vSphereSelfServiceConfigs', 'externalRepositories', 'vlanConfigurations', 'nasJobs',
      'vAppReplicaPoints', 'vmCdpReplicas', 'vAppCdpReplicas', 'vAppCdpReplicaVms',
    ]) // prettier-ignore
  })
})

describe('the other answers', () => {
  const error: Answer = {
    kind: 'document',
    name: 'Error',
    shape: errorShape,
    value: { Message: 'Cannot find "job" <7>', StatusCode: 404 },
    status: 404,
  }
  const row = (rows: readonly Row[]): Answer => ({
    kind: 'row',
    row: { resource: point, form: 'entity', rows },
  })

  it('an error', () => {
    expect(said(error)).toBe('<Error Message="Cannot find &quot;job&quot; &lt;7&gt;" StatusCode="404"‹ns› />')
    expect(write(error, 'v12')).toBe(
      '{"FirstChanceExceptionMessage":null,"Message":"Cannot find \\"job\\" <7>","StackTrace":null,"Status":null,"StatusCode":404}',
    )
    expect(write(error, 'v13')).toMatch(/^\{"firstChanceExceptionMessage":null,"message":"Cannot/)
  })

  it('one row, as the root', () => {
    const [xml] = written('entity', 'xml')
    expect(said(row(two))).toBe(xml!.replace('><Links>', '‹ns›><Links>'))
    expect(write(row(two), 'v13')).toBe(written('entity', 'v13')[0])
  })

  it('nothing', () => {
    expect(bytes({ kind: 'nothing', status: 204 }, 'xml', true)).toHaveLength(0)
  })

  it.each<[string, Answer]>([
    ['a document', error],
    ['a list', listOf('entity', two)],
    ['an empty list', listOf('entity', [])],
    ['a row', row(two)],
  ])('%s starts with a byte order mark when asked, and only then', (_what, answer) => {
    for (const language of ['xml', 'v12', 'v13'] as const) {
      const mark = Buffer.from([0xef, 0xbb, 0xbf])
      expect(bytes(answer, language, true)).toEqual(Buffer.concat([mark, bytes(answer, language)]))
    }
  })
})
