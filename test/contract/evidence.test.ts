import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Resource } from '../../src/model/resource.ts'
import type { Row } from '../../src/model/shape.ts'
import { cloudFailoverPlan, fileServer, job, nasJob } from '../../src/resources/index.ts'
import { accepts, openEm, type Em } from '../support/em.ts'

// What is known of real servers and no page of the reference shows, with what it is known by.

let em: Em
let token: string
beforeAll(async () => {
  em = await openEm({ scenario: 'docs' })
  token = await em.logOn()
})
afterAll(() => em.close())

const read = async (path: string, language: 'xml' | 'json') => {
  const { status, body } = await em.ask(`GET /api${path}`, { token, accept: accepts[language] })
  expect([path, status]).toEqual([path, 200])
  return body
}
const first = ({ name }: Resource): Row => [...em.simulation.store.table(name)][0]!
const entity = (resource: Resource) => `/${resource.path}/${first(resource).id}?format=Entity`
/** What XML has within an element, without attributes. */
const inside = (xml: string, element: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${element}\\b[^>]*>(.*?)</${element}>`, 'g'))].map(([, inner = '']) =>
    inner.replaceAll(/ \w+="[^"]*"/g, ''),
  )

describe('recorded on 10', () => {
  it.each([
    [
      'a mask is a class with a list in it',
      '"InclusionMask":{"Extensions":["*.*"]},"ExclusionMask":{"Extensions":["\\\\\\\\filer01\\\\documents\\\\.snapshot",',
    ],
    ['no mask is null', '"InclusionMask":{"Extensions":["*.*"]},"ExclusionMask":null,'],
    [
      'a NAS job has no options for versions of files',
      '"LongtermRetentionEnabled":false,"KeepFileVersionsHistoryOptions":null,"AdvancedStorageOptions":{',
    ],
    ['its schedule ends in members of a resource', '"ImmediateCopyMode":null,"Links":null,"Href":null,"Type":null},'],
    ['a time of day carries the offset of the server', ':00:00+00:00","TimeOffsetUtc":0'],
  ])('%s', async (_what, part) => {
    expect(await read(entity(nasJob), 'json')).toContain(part)
  })

  it('an object of a NAS job is the same alone', async () => {
    const { Includes } = JSON.parse(await read(entity(nasJob), 'json')) as {
      readonly Includes: { readonly NASObjects: readonly Readonly<Record<string, unknown>>[] }
    }
    const listed = JSON.parse(await read(`/nas/jobs/${first(nasJob).id}/includes`, 'json')) as {
      readonly NASObjects: typeof Includes.NASObjects
    }
    const masks = (objects: typeof Includes.NASObjects) =>
      objects.map(({ InclusionMask, ExclusionMask }) => ({ InclusionMask, ExclusionMask }))
    expect(masks(listed.NASObjects)).toEqual(masks(Includes.NASObjects))
  })

  it('in XML all of that is as the example has it', async () => {
    const xml = await read(entity(nasJob), 'xml')
    expect(inside(xml, 'InclusionMask')).toEqual(Array(2).fill('<Extension>*.*</Extension>'))
    expect(inside(xml, 'ExclusionMask')).toEqual([
      '<Extension>\\\\filer01\\documents\\.snapshot</Extension><Extension>\\\\filer01\\documents\\~snapshot</Extension>',
    ])
    expect(xml).not.toContain('KeepFileVersionsHistoryOptions')
  })

  it.each(['', '?format=Entity'])(
    'the session of a NAS job (%s) leads to it among all jobs, where it is found too',
    async (format) => {
      const { id } = first(nasJob)
      const [session] = em.simulation.store.table('BackupJobSession').under('NasJob', id)
      const path = `/backupSessions/${session!.id}${format}`
      const { Links } = JSON.parse(await read(path, 'json')) as { readonly Links: unknown }
      expect(Links).toContainEqual({
        Rel: 'Up',
        Type: 'JobReference',
        Href: `http://em.example.net:9399/api/jobs/${id}`,
        Name: 'Shared Files Backup',
      })
      expect(await read(path, 'xml')).toMatch(
        new RegExp(`/api/jobs/${id}" Name="[^"]*" Type="JobReference" Rel="Up" />`),
      )
      for (const form of ['', '?format=Entity'])
        expect(await read(`/jobs/${id}${form}`, 'json')).toBe(await read(`/nas/jobs/${id}${form}`, 'json'))
    },
  )

  it('what is listed among all jobs has no NAS job, and neither has what is below or is done there', async () => {
    const { id } = first(nasJob)
    expect(await read('/jobs', 'json')).not.toContain(id)
    for (const request of [`GET /api/jobs/${id}/backupSessions`, `POST /api/jobs/${id}?action=start`])
      expect([request, (await em.ask(request, { token })).status]).toEqual([request, 404])
  })

  it('a file server has its members in this order', async () => {
    const members = Object.keys(JSON.parse(await read(entity(fileServer), 'json')) as object)
    expect(members.slice(0, 7)).toEqual([
      'ServerType', 'HierarchyObjRef', 'SmbServerOptions', 'NfsServerOptions', 'FileServerOptions',
      'ProcessingOptions', 'NASServerAdvancedOptions',
    ]) // prettier-ignore
  })
})

it('schema of 9.0, and clients made from a live 9.5: a cloud failover plan holds CloudFailoveredVm', async () => {
  const xml = await read(entity(cloudFailoverPlan), 'xml')
  expect(inside(xml, 'Includes')[0]).toMatch(
    /^(<CloudFailoveredVm><FailoverPlanVMId>[^/]*<\/FailoverPlanVMId>.*?<\/CloudFailoveredVm>)+$/,
  )
  expect(await read(entity(cloudFailoverPlan), 'json')).toContain(
    '"Includes":{"CloudFailoveredVms":[{"FailoverPlanVMId":',
  )
})

it('pages of 12 and 13: what a job works on has no Order, which 9 was recorded with', async () => {
  const copy = [...em.simulation.store.table(job.name)].find((row) => JSON.stringify(row).includes('"LinkedJobUid"'))
  for (const path of [
    entity(job),
    `/jobs/${first(job).id}/includes`,
    `/jobs/${copy!.id}?format=Entity`,
    `/jobs/${copy!.id}/linkedJobs`,
  ])
    for (const language of ['xml', 'json'] as const) {
      const body = await read(path, language)
      expect(body).toContain('ObjectInJobId')
      expect(body).not.toContain('Order')
    }
})

it('13 spells all of it in its own way', async () => {
  const own = await openEm({ scenario: 'docs', dialect: 'v13' })
  const logon = await own.logOn()
  const ask = async (path: string) => (await own.ask(`GET /api${path}`, { token: logon, accept: accepts.json })).body
  const share = await ask(entity(nasJob))
  for (const part of [
    '"inclusionMask":{"extensions":["*.*"]},"exclusionMask":null,',
    '"keepFileVersionsHistoryOptions":null,',
    '"links":null,"href":null,"type":null},',
  ])
    expect(share).toContain(part)
  expect(await ask(entity(cloudFailoverPlan))).toContain('"includes":{"cloudFailoveredVms":[{')
  expect(await ask(entity(job))).toContain('"includedIndexingFolders":[],')
  await own.close()
})
