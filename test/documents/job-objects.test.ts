import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EntityOf } from '../../src/model/resource.ts'
import type { job as definition } from '../../src/resources/index.ts'
import { accepts, openEm, type Em } from '../support/em.ts'
import { readElement } from '../wire/element.ts'
import { guidOf } from '../wire/shapes.ts'

type Job = EntityOf<typeof definition>

let em: Em
let token: string
let job: string
let copyJob: string
let object: string
beforeAll(async () => {
  em = await openEm({ scenario: 'docs' })
  token = await em.logOn()
  const rows = [...em.simulation.store.table<Job>('Job')]
  const named = (name: string) => rows.find(({ Name }) => Name === name)!
  job = named('Backup Job 1').id
  copyJob = named('Periodic Backup Copy Job').id
  object = named('Backup Job 1').JobInfo.BackupJobInfo!.Includes[0]!.ObjectInJobId
})
afterAll(() => em.close())

const told = (path: string) => path.replace('{job}', job).replace('{copyJob}', copyJob).replace('{object}', object)
const ask = (path: string, accept = accepts.json, as = token) => em.ask(`GET /api${told(path)}`, { token: as, accept })
const read = async (path: string) => {
  const { status, body } = await ask(path)
  expect([status, body]).toEqual([200, body])
  return JSON.parse(body.replaceAll('http://em.example.net:9399/api', '')) as Record<string, unknown[]>
}

describe('what a job works on', () => {
  it('is listed with what leads from it', async () => {
    const { ObjectInJobs: objects } = await read('/jobs/{job}/includes')
    expect(objects).toHaveLength(3)
    expect(objects![0]).toMatchObject({
      ObjectInJobId: object,
      Name: 'dbserver01',
      DisplayName: 'dbserver01',
      GuestProcessingOptions: { WindowsCredentialsId: '00000000-0000-0000-0000-000000000000' },
      Links: [
        { Rel: 'Delete', Href: told('/jobs/{job}/includes/{object}'), Name: 'dbserver01', Type: 'ObjectInJob' },
        { Rel: 'Up', Href: told('/jobs/{job}?format=Entity'), Name: 'Backup Job 1', Type: 'Job' },
      ],
      Href: told('/jobs/{job}/includes/{object}'),
      Type: 'ObjectInJob',
    }) // prettier-ignore
    expect(Object.keys(objects![0]!)).toEqual([
      'ObjectInJobId', 'HierarchyObjRef', 'Name', 'DisplayName', 'GuestProcessingOptions', 'Links', 'Href', 'Type',
    ]) // prettier-ignore
  })

  it('is the same alone', async () => {
    const { ObjectInJobs: objects } = await read('/jobs/{job}/includes')
    expect(await read('/jobs/{job}/includes/{object}')).toEqual(objects![0])
  })

  it('is an ObjectInJob among ObjectsInJob in XML', async () => {
    const list = readElement((await ask('/jobs/{job}/includes', accepts.xml)).body)
    const [one] = list.children
    expect([list.name, one?.name, one?.attributes.map(([name]) => name)]).toEqual([
      'ObjectsInJob',
      'ObjectInJob',
      ['Href', 'Type'],
    ])
    expect(one?.children[0]?.name).toBe('Links')
  })

  it('has one form, and format is read by nothing', async () => {
    const { body, headers } = await ask('/jobs/{job}/includes?format=Entity')
    expect(body).toBe((await ask('/jobs/{job}/includes')).body)
    expect(headers['x-mock-unread']).toBe('format')
  })
})

describe('what a copy job copies', () => {
  it('is listed with what leads from it', async () => {
    const [id, at] = await read('/jobs/{copyJob}/linkedJobs').then(({ LinkedJobObjects: linked }) => {
      const { ObjectInJobId: own } = linked![0] as { readonly ObjectInJobId: string }
      const here = told(`/jobs/{copyJob}/linkedJobs/${own}`)
      expect(linked).toEqual([
        {
          ObjectInJobId: own,
          LinkedJobUid: `urn:veeam:Job:${job}`,
          Links: [
            { Rel: 'Up', Href: told('/jobs/{copyJob}?format=Entity'), Name: 'Periodic Backup Copy Job', Type: 'Job' },
            { Rel: 'Delete', Href: here, Name: null, Type: null },
          ],
          Href: here,
          Type: 'LinkedJobObject',
        },
      ]) // prettier-ignore
      return [own, here] as const
    })
    expect(await read(at)).toMatchObject({ ObjectInJobId: id, Type: 'LinkedJobObject' })
  })
})

it.each([
  ['/jobs/{copyJob}/includes', 'ObjectInJobs'],
  ['/jobs/{job}/linkedJobs', 'LinkedJobObjects'],
  ['/jobs/{job}/linkedBackupRepositories', 'LinkedBackupRepositories'],
])('GET %s is an empty list', async (path, key) => {
  expect(await read(path)).toEqual({ [key]: [] })
})

it.each([
  ['/jobs/99999/includes', 400, ' ID 99999 is invalid. Type: Job'],
  [`/jobs/${guidOf(9)}/includes`, 404, `Cannot find job [${guidOf(9)}]`],
  [`/jobs/urn:veeam:Backup:{job}/includes`, 400, ' ID urn:veeam:Backup:{job} is invalid. Type: Job'],
  ['/jobs/{job}/includes/1', 400, ' ID 1 is invalid. Type: ObjectInJob'],
  [`/jobs/{job}/includes/${guidOf(9)}`, 404, `Cannot find object in job [${guidOf(9)}]`],
  [`/jobs/{copyJob}/linkedJobs/${guidOf(9)}`, 404, `Cannot find linked job [${guidOf(9)}]`],
])('GET %s is %i: %s', async (path, status, message) => {
  const answer = await ask(path)
  const { Message } = JSON.parse(answer.body) as { readonly Message: string }
  expect([answer.status, Message]).toEqual([status, told(message)])
})

it.each(['portal-user', 'restore-operator'])('is not for a %s, who may not list jobs', async (user) => {
  const as = await em.logOn(user)
  const paths = ['includes', 'includes/{object}', 'linkedJobs', 'linkedBackupRepositories']
  for (const path of paths) expect((await ask(`/jobs/{job}/${path}`, accepts.json, as)).status).toBe(403)
})
