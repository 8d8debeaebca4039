import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { basic, openEm, type Em } from '../support/em.ts'
import { jobState } from '../../src/simulation/jobs/job-state.ts'

// How a body is read, whatever its Content-Type and its encoding are.

const now = '2026-01-15T12:00:00Z'
let v12: Em
let v13: Em
let strict: Em
beforeAll(async () => {
  const open = (more: object) => openEm({ scenario: 'default', now, clock: 'frozen', ...more })
  v12 = await open({})
  v13 = await open({ dialect: 'v13' })
  strict = await open({ strict: true })
})
afterAll(() => Promise.all([v12, v13, strict].map((em) => em.close())))

const ns = 'xmlns="http://www.veeam.com/ent/v1.0"'
const xml = `<Job ${ns}><Description>Größe</Description></Job>`
const json = '{"Description":"Größe"}'
const form = 'application/x-www-form-urlencoded'

/** Edits a job, and tells the status and what its description is then. */
async function edit(em: Em, body: string | Buffer, headers: Readonly<Record<string, string>>) {
  const token = await em.logOn()
  const [id = ''] = em.simulation.state(jobState).jobs.keys()
  const sent = await em.server.inject({
    method: 'PUT',
    url: `/api/jobs/${id}`,
    headers: { host: 'localhost', 'x-restsvcsessionid': token, ...headers },
    payload: body,
  })
  em.simulation.clock.advance(10e6)
  const read = await em.ask(`GET /api/jobs/${id}?format=Entity`, { token, accept: 'application/json' })
  const { Description } = JSON.parse(read.body) as { readonly Description?: string }
  return { status: sent.statusCode, told: sent.body, Description }
}

const accepted = { status: 202, Description: 'Größe' }

describe('a body is read by what it is', () => {
  it.each<[headers: Readonly<Record<string, string>>, body: string]>([
    [{ 'content-type': 'application/xml' }, xml],
    [{ 'content-type': 'application/json', accept: 'application/json' }, json],
    [{}, xml],
    [{}, json],
    [{ accept: 'application/json' }, json],
    [{ accept: 'application/xml' }, json],
    [{ 'content-type': '' }, xml],
    [{ 'content-type': 'nonsense' }, json],
    [{ 'content-type': 'text/plain' }, json],
    [{ 'content-type': 'application/octet-stream' }, xml],
    [{ 'content-type': form }, xml],
    [{ 'content-type': form }, json],
    [{ 'content-type': 'application/xml' }, `\n ${json}`],
    [{ 'content-type': 'application/json' }, ` ${xml}`],
  ])('%j %s', async (headers, body) => {
    expect(await edit(v12, body, headers)).toMatchObject(accepted)
  })

  it.each<[why: string, headers: Readonly<Record<string, string>>, body: string, status: number, says: string]>([
    ['XML where JSON is accepted, as 9.5 does', { 'content-type': 'text/xml', accept: 'application/json' }, xml, 400, 'Node [root] does not exist.'],
    ['the same without a type', { accept: 'text/xml, application/json' }, xml, 400, 'Node [root] does not exist.'],
    ['neither, of a type', { 'content-type': 'image/png' }, 'x', 415, 'A body of type &quot;image/png&quot; cannot be read. Send application/xml or application/json.'],
    ['neither, of none', {}, 'Description=x', 400, 'The body cannot be read: it is neither XML nor JSON.'],
    ['XML that is cut off', {}, '<Job><Desc', 400, 'The XML body is not acceptable'],
    ['JSON that is cut off', {}, '{"Desc', 400, 'The JSON body cannot be read'],
  ])('%s: %j %s is %i', async (_, headers, body, status, says) => {
    expect(await edit(v12, body, headers)).toMatchObject({ status, told: expect.stringContaining(says) as string })
  }) // prettier-ignore

  it.each([xml, json])('13 refuses a form (recorded): %s', async (body) => {
    expect(await edit(v13, body, { 'content-type': form })).toMatchObject({ status: 415 })
    expect(await edit(v13, body, {})).toMatchObject({ status: 202 })
  })

  it.each([{}, { 'content-type': 'text/plain' }, { 'content-type': form }])(
    '--strict wants a type that says it: %j',
    async (headers) => {
      expect(await edit(strict, json, headers)).toMatchObject({ status: 415 })
    },
  )
})

describe('a body is read in the encoding that it has', () => {
  const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>${xml}`
  const utf16 = (text: string) => Buffer.from(text, 'utf16le')
  it.each<[why: string, body: Buffer, type?: string]>([
    ['UTF-8 with its mark', Buffer.from(`\ufeff${xml}`)],
    ['UTF-16 with its mark', utf16(`\ufeff${declared('utf-16')}`)],
    ['UTF-16 with its mark, big end first', utf16(`\ufeff${declared('utf-16')}`).swap16()],
    ['UTF-16 without a mark, as .NET sends a text', utf16(declared('utf-16')), 'application/xml; charset=utf-16'],
    ['UTF-8 that says utf-16, as .NET writes to a text', Buffer.from(declared('utf-16'))],
    ['UTF-8 that says utf-16 in the header too', Buffer.from(declared('utf-16')), 'application/xml; charset=utf-16'],
    ['UTF-8 of an unknown name', Buffer.from(declared('klingon'))],
    ['Latin 1 by the declaration', Buffer.from(declared('iso-8859-1'), 'latin1')],
    ['Latin 1 by the header', Buffer.from(xml, 'latin1'), 'text/xml; charset=iso-8859-1'],
    ['JSON in UTF-16', utf16(`\ufeff${json}`), 'application/json'],
    ['JSON in UTF-8 with its mark', Buffer.from(`\ufeff${json}`), 'application/json'],
  ])('%s', async (_, body, type = 'application/xml') => {
    expect(await edit(v12, body, { 'content-type': type })).toMatchObject(accepted)
  }) // prettier-ignore
})

describe('a logon', () => {
  const authorization = basic('administrator', 'secret')
  const logOn = (em: Em, headers: Readonly<Record<string, string>>, body = '') =>
    em.ask('POST /api/sessionMngr/?v=latest', { headers: { authorization, ...headers }, body })

  it.each<[headers: Readonly<Record<string, string>>, body: string]>([
    [{}, ''],
    [{ 'content-type': '' }, ''],
    [{ 'content-type': 'undefined' }, ''],
    [{ 'content-type': form }, ''],
    [{ 'content-type': 'application/json' }, '{}'],
    [{ 'content-type': 'application/json' }, '{"id":null}'],
    [{ 'content-type': 'text/xml' }, '<LogonSpec />'],
    [{ 'content-type': 'multipart/form-data; boundary=x' }, ''],
  ])('%j %j is taken by 12 and 13', async (headers, body) => {
    expect((await logOn(v12, headers, body)).status).toBe(201)
    expect((await logOn(v13, headers, body)).status).toBe(201)
  })

  it('with a form is taken by 12, and refused by 13', async () => {
    expect((await logOn(v12, { 'content-type': form }, 'grant_type=password')).status).toBe(201)
    expect((await logOn(v13, { 'content-type': form }, 'grant_type=password')).status).toBe(415)
  })

  it.each(['v1_2', 'v1_3', 'v1_4', 'v1_5', 'v1_6', 'v1_7', 'latest', 'V1_4'])(
    'asks for %s, whatever is listed',
    async (version) => {
      const request = `POST /api/sessionMngr/?v=${version}`
      expect((await v12.ask(request, { headers: { authorization } })).status).toBe(201)
      const root = await v12.ask('GET /api/')
      expect([...root.body.matchAll(/SupportedVersion Name="(\w+)"/g)].map(([, name]) => name)).toEqual(
        ['v1_5', 'v1_6', 'v1_7'],
      )
    },
  ) // prettier-ignore
})
