import { stderr } from 'node:process'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { follow } from '../../src/http/control/event-routes.ts'
import { openEm, type Em } from '../support/em.ts'

const canary = 'CANARY'
const id = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff'
const token = Buffer.from(id).toString('base64')
const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const utf32 = (text: string) => Buffer.from([...text].flatMap((each) => [...Buffer.from(each), 0, 0, 0]))

let em: Em
let lines = ''
let events = ''
beforeEach(async () => {
  lines = events = ''
  vi.spyOn(stderr, 'write').mockImplementation((text) => Boolean((lines += String(text))))
  em = await openEm({ scenario: 'empty', log: 'debug' })
  const write = (text: string, done: () => void) => {
    events += text
    done()
  }
  follow(em.world, { write, end: () => undefined } as never)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await em.close()
})

/** Everything that tells of requests, once it tells of the one that was made last. */
async function told(): Promise<string> {
  await vi.waitUntil(() => lines.includes('"request"'))
  const journal = await em.ask('GET /_mock/requests')
  const har = await em.ask('GET /_mock/requests?as=har')
  for (const text of [journal.body, har.body, events]) expect(text).toContain('/api/')
  return [lines, journal.body, har.body, events].join('\n')
}

it.each([
  `/api/logonSessions/${canary}`,
  `/api//LogonSessions//${canary}?format=Entity`,
  `/api/logonSession/${canary}`,
  `/api/%6cogonSessions/${canary}`,
  `/api/%256cogonSessions/${canary}`,
  `/api/logonSessions%2F${id}`,
  `/api/logonSessions;a=1/${id}`,
  `/api/logonSessions%5c${id}`,
  `/api/sessionMngr/${id}`,
  `/api/jobs/${token}`,
  `/api/query?type=LogonSession&filter=UID==${id}`,
  `/api/jobs?href=/logonSessions/${canary}`,
  `/api/jobs?href=%2FlogonSessions%2F${canary}`,
  `/api/jobs?token=${canary}`,
  `/api/jobs?%74oken=${canary}`,
  `/api/jobs?a=1;pwd=${canary}`,
  `/api/jobs?X-RestSvcSessionId=${canary}&b=1`,
  `/api/jobs?X-RestSvcSessionId=${token}`,
  `/api/jobs?body=%7B%22Pwd%22%3A%22${canary}`,
  `/api/jobs?filter=Password==%22${canary}%22`,
  `/api/jobs?url=https://joe:${canary}@host/`,
])('nothing tells the secret of the URL %s', async (url) => {
  await em.ask(`GET ${url}`)
  expect(await told()).not.toMatch(new RegExp(`${canary}|${id}|${token}`, 'i'))
})

it.each([
  ['Authorization', `Basic ${Buffer.from(`joe:${canary}`).toString('base64')}`],
  ['Authorization', `Bearer ${canary}`],
  ['X-RestSvcSessionId', canary],
  ['Cookie', `X-RestSvcSessionId=${canary}`],
  ['X-Mock-Token', canary],
  ['User-Agent', `tool (Authorization: Bearer ${canary})`],
  ['Content-Type', `text/plain; token=${canary}`],
])('nothing tells the secret of the header %s: %s', async (name, value) => {
  await em.ask('POST /api/sessionMngr/?v=latest', { headers: { [name]: value } })
  const text = await told()
  for (const secret of [canary, Buffer.from(`joe:${canary}`).toString('base64')]) expect(text).not.toContain(secret)
})

const json = JSON.stringify({
  Name: 'a',
  DbPwd: canary,
  Pass: canary,
  List: [{ ApiKey: { v: canary } }],
  Tokens: [canary, canary],
  AccessToken: 'x,"' + canary,
  More: JSON.stringify({ Password: `"${canary}` }),
  Url: `https://joe:${canary}@host/`,
})
const xml = `<Spec Password="${canary}"><Pwd a=">">${canary}</Pwd><v:Password>a<v:Password/>b</v:Password><Secret><![CDATA[</Secret>${canary}]]></Secret><Token><Token>1</Token>${canary}</Token><Href>/logonSessions/${canary}</Href></Spec>`
const form = `user=a&pwd=${canary}&pass%77ord=a'${canary},${canary}&body=%7B%22Password%22%3A%22${canary}%22%7D`

it.each([
  ['application/json', json],
  ['application/json', `{"Pass\\u0077ord":"${canary}`],
  ['application/json', `{Pwd: ${canary}, 'Token': '${canary}'`],
  ['application/xml', xml],
  ['application/x-www-form-urlencoded', form],
  ['text/plain', `Authorization: Basic ${canary}\r\nX-Mock-Token: ${canary}`],
])('nothing tells the secrets of a body of %s: %s', async (type, body) => {
  const kinds = [Buffer.from(body), utf16(body), utf32(body)]
  for (const bytes of kinds)
    await em.server.inject({
      method: 'POST',
      url: '/api/jobs/1?action=edit',
      headers: { host: 'localhost', 'content-type': type },
      payload: bytes,
    })
  expect(await told()).not.toContain(canary)
})

it.each([json, xml, form])('nothing tells the secrets of a body cut off anywhere: %s', async (body) => {
  const parts = Array.from({ length: body.length }, (_, end) => body.slice(0, end))
  for (const part of parts) em.world.journal.add({ time: 0, method: 'POST', url: '/api/', world: '', status: 200, mediaType: 'xml', body: part })
  const { body: page } = await em.ask('GET /_mock/requests?pageSize=2000')
  await vi.waitUntil(() => lines.includes('"request"'))
  expect(page).toContain('/api/')
  expect(page).not.toContain(canary.slice(0, 4))
}) // prettier-ignore
