import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEm, type Em } from '../support/em.ts'

let em: Em
let token: string
beforeAll(async () => {
  em = await openEm({ scenario: 'docs' })
  token = await em.logOn()
})
afterAll(() => em.close())

interface Session {
  readonly Name: string
  readonly UID: string
  readonly JobName: string
  readonly Result: string
  readonly CreationTimeUTC: string
  readonly VmDisplayName: string
}
interface Result {
  readonly Refs: { readonly Refs: readonly unknown[] } | null
  readonly Entities: Readonly<Record<string, Readonly<Record<string, readonly Session[]>> | null>> | null
  readonly PagingInfo: {
    readonly PageNum: number
    readonly PageSize: number
    readonly PagesCount: number
    readonly Links: readonly { readonly Rel: string; readonly Href: string }[]
  }
}

const ask = (query: string, accept = 'application/json') => em.ask(`GET /api/query?${query}`, { token, accept })
const result = async (query: string) => JSON.parse((await ask(query)).body) as Result
const sessions = async (query: string, container = 'BackupJobSessions') =>
  (await result(`${query}&format=Entities`)).Entities?.[container]?.[container] ?? []

describe('the requests of the reference, in the docs estate', () => {
  it('failed sessions of a day', async () => {
    const rows = await sessions(
      'type=BackupJobSession&filter=Result==Failed;CreationTime>="2025-08-15T06:00:00Z";CreationTime<="2025-08-16T13:00:00Z"',
    )
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) {
      expect(row.Result).toBe('Failed')
      expect(row.CreationTimeUTC >= '2025-08-15T06:00:00Z' && row.CreationTimeUTC <= '2025-08-16T13:00:00Z').toBe(true)
    }
  })

  it.each(['JobName=="Backup Job 2"', 'JobName==Backup Job 2', 'jobname=="backup job 2"'])(
    'failures of a job: %s',
    async (name) => {
      const rows = await sessions(`type=BackupJobSession&filter=${name};Result==Failed`)
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) expect(row.JobName).toBe('Backup Job 2')
    },
  )

  it('the newest three failed tasks of a machine', async () => {
    const rows = await sessions(
      'type=BackupTaskSession&filter=Result==Failed;VmDisplayName==dbserver01&sortDesc=CreationTime&pageSize=3&page=1',
      'BackupTaskSessions',
    )
    expect(rows.map(({ VmDisplayName }) => VmDisplayName)).toEqual(['dbserver01', 'dbserver01', 'dbserver01'])
    const times = rows.map(({ CreationTimeUTC }) => CreationTimeUTC)
    expect(times).toEqual([...times].sort().reverse())
  })

  it('one session by its id', async () => {
    const answer = await em.ask('GET /api/backupSessions/a057c2c3-f3bd-4ab4-9fb7-24058cccb4f6?format=Entity', { token })
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('UID="urn:veeam:BackupJobSession:a057c2c3-f3bd-4ab4-9fb7-24058cccb4f6"')
  })
})

describe('paging', () => {
  it('names the pages around, echoing the request in its own order', async () => {
    const { PagingInfo } = await result('filter=Result>="Success"&pageSize=2&type=backupJobSession&page=2')
    const to = (page: number) =>
      `http://em.example.net:9399/api/query?filter=Result%3e%3d%22Success%22&pageSize=2&type=backupJobSession&page=${page}`
    expect(PagingInfo.PageNum).toBe(2)
    expect(PagingInfo.Links.map(({ Rel, Href }) => [Rel, Href])).toEqual([
      ['First', to(1)],
      ['Previous', to(1)],
      ['Next', to(3)],
      ['Last', to(PagingInfo.PagesCount)],
    ])
  })

  it('adds what the request did not say', async () => {
    const { PagingInfo } = await result('type=BackupServer')
    expect(PagingInfo.Links.map(({ Href }) => Href.split('?')[1])).toEqual([
      'type=BackupServer&pageSize=100&page=1',
      'type=BackupServer&pageSize=100&page=1',
    ])
  })

  it('shows every row once, over all pages', async () => {
    const pages = (await result('type=BackupTaskSession&pageSize=50')).PagingInfo.PagesCount
    const seen: string[] = []
    for (let page = 1; page <= pages; page++) {
      seen.push(
        ...(
          await sessions(
            `type=BackupTaskSession&pageSize=50&sortAsc=Result&sortDesc=Name&page=${page}`,
            'BackupTaskSessions',
          )
        ).map(({ UID }) => UID),
      )
    }
    expect(new Set(seen).size).toBe(em.simulation.store.table('BackupTaskSession').size)
    expect(seen.length).toBe(new Set(seen).size)
  })

  it('of nothing is one empty page, with its container', async () => {
    const { Entities, PagingInfo } = await result('type=BackupJobSession&format=Entities&filter=JobName==nobody')
    expect(Entities?.['BackupJobSessions']).toEqual({ BackupJobSessions: [] })
    expect([PagingInfo.PageNum, PagingInfo.PagesCount]).toEqual([1, 1])
  })
})

it('carries all fifty containers of Entities', async () => {
  const { Entities, Refs } = await result('type=Job&format=Entities')
  expect(Object.keys(Entities ?? {})).toHaveLength(50)
  expect(Refs).toBeNull()
})

it('names what nothing read', async () => {
  const answer = await ask('type=Job&JobType==Backup&colour=red&amp;page=2')
  expect(answer.status).toBe(200)
  expect(answer.headers['x-mock-unread']).toBe('JobType, colour, amp%3Bpage')
})

it.each([
  ['type=Jop', 'There is no type Jop. Did you mean Job?'],
  ['type=Job&filter=Nam==a', 'Did you mean Name?'],
  ['type=BackupJobSession&filter=Result==Fialed', 'Result is one of None, Success, Warning, Failed.'],
])('%s is refused with the diagnosis: %s', async (query, message) => {
  const answer = await ask(query, 'application/xml')
  expect(answer.status).toBe(400)
  expect(answer.body).toContain(message)
})

it('spells names and escapes as 13 does when told to', async () => {
  const v13 = await openEm({ dialect: 'v13' })
  const page = await v13.ask('GET /api/query?type=BackupServer&filter=Name>="a"&format=Entities', {
    token: await v13.logOn(),
    accept: 'application/json',
  })
  const document = JSON.parse(page.body) as {
    readonly entities: {
      readonly backupServers: { readonly backupServers: readonly { readonly uid: string }[] }
    }
    readonly pagingInfo: { readonly links: readonly { readonly href: string }[] }
  }
  expect(document.entities.backupServers.backupServers[0]?.uid).toMatch(/^urn:veeam:BackupServer:/)
  expect(document.pagingInfo.links[0]?.href).toContain('filter=Name%3E%3D%22a%22')
  await v13.close()
})
