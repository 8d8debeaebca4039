import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepts, basic, openEm, type Em } from '../support/em.ts'

const json = { accept: accepts.json }
const messageOf = ({ body }: { readonly body: string }) => (JSON.parse(body) as { Message: string }).Message

describe('--strict', () => {
  let em: Em
  let token: string
  beforeAll(async () => {
    em = await openEm({ strict: true, legacyVersions: true })
    token = await em.logOn()
  })
  afterAll(() => em.close())

  it.each([
    ['GET /api/?nonsense=1', 'Nothing reads "nonsense" of GET /api/.'],
    ['GET /api/jobs?fromat=Entity&sort=Name', 'Nothing reads "fromat", "sort" of GET /api/jobs.'],
    ['GET /api/query?type=Job&sortBy=Name', 'Nothing reads "sortBy" of GET /api/query.'],
    ['GET /api/query?type=Job&filter=Nmae==x', 'Did you mean Name?'],
  ])('%s is a 400: %s', async (request, says) => {
    const answer = await em.ask(request, { ...json, token })
    expect(answer.status).toBe(400)
    expect(messageOf(answer)).toContain(says)
  })

  it('refuses before it acts', async () => {
    const { body } = await em.ask('GET /api/jobs', { ...json, token })
    const [job] = (JSON.parse(body) as { Refs: { Href: string }[] }).Refs
    const { pathname } = new URL(job!.Href)
    const answer = await em.ask(`POST ${pathname}?action=start&now=1`, { ...json, token })
    expect(answer.status).toBe(400)
    expect((await em.ask('GET /api/tasks', { ...json, token })).body).not.toContain('task-1')
  })

  it('refuses a logon with a version that only old clients ask for', async () => {
    const headers = { authorization: basic('administrator', 'secret') }
    const logOn = (v: string) => em.ask(`POST /api/sessionMngr/?v=${v}`, { ...json, headers })
    expect(messageOf(await logOn('v1_4'))).toContain('v1_4 is deprecated')
    expect((await logOn('v1_5')).status).toBe(201)
  })
})

it('--strict-links wants a URL to be read before it is asked', async () => {
  const em = await openEm({ strictLinks: true })
  const token = await em.logOn()
  const asked = { ...json, token }
  const { id } = [...em.simulation.store.table('Repository')][0]!
  const one = `GET /api/repositories/${id}?format=Entity`
  const built = await em.ask(one, asked)
  expect(built.status).toBe(400)
  expect(messageOf(built)).toContain('it was built, and --strict-links wants it read')
  expect((await em.ask('GET /api/repositories', asked)).status).toBe(200)
  expect((await em.ask(one, asked)).status).toBe(200)
  await em.close()
})
