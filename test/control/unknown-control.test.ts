import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEm, type Em } from '../support/em.ts'

let em: Em
beforeAll(async () => (em = await openEm()))
afterAll(() => em.close())

const where = 'GET /_mock/control.json describes all that is.'

describe('below /_mock, what is not there is told in JSON', () => {
  it.each([
    ['GET /_mock/clok', `Nothing is served at /_mock/clok. Did you mean GET /_mock/clock? ${where}`],
    ['POST /_mock/clock/advnace', `Nothing is served at /_mock/clock/advnace. Did you mean POST /_mock/clock/advance? ${where}`],
    ['POST /_mock/snapshots/one/restor', `Nothing is served at /_mock/snapshots/one/restor. Did you mean POST /_mock/snapshots/{name}/restore? ${where}`],
    ['GET /_mock/something/else/entirely', `Nothing is served at /_mock/something/else/entirely. ${where}`],
    ['GET /_mock', `Nothing is served at /_mock/. ${where}`],
    ['GET /w/checkout/_mock/clok', `Nothing is served at /_mock/clok. Did you mean GET /_mock/clock? ${where}`],
  ])('%s: 404, %s', async (request, message) => {
    const answer = await em.ask(request, { accept: 'application/xml' })
    expect([answer.status, JSON.parse(answer.body)]).toEqual([404, { message }])
  }) // prettier-ignore

  it.each([
    ['DELETE /_mock/clock', 'GET, HEAD, PUT', 'DELETE is not served at /_mock/clock; GET, PUT is.'],
    ['GET /_mock/reset', 'POST', 'GET is not served at /_mock/reset; POST is.'],
    ['PUT /_mock/clock/next', 'POST', 'PUT is not served at /_mock/clock/next; POST is.'],
    ['PUT /_mock/snapshots/one', 'GET, HEAD, POST, DELETE', 'PUT is not served at /_mock/snapshots/one; GET, POST, DELETE is.'],
    ['OPTIONS /_mock/health', 'GET, HEAD', 'OPTIONS is not served at /_mock/health; GET is.'],
    ['POST /_mock/EVENTS', 'GET', 'POST is not served at /_mock/EVENTS; GET is.'],
    ['HEAD /_mock/events', 'GET', undefined],
  ])('%s: 405, Allow: %s', async (request, allow, says) => {
    const answer = await em.ask(request, { body: request.startsWith('P') ? '<a/>' : undefined } as object)
    expect([answer.status, answer.headers['allow']]).toEqual([405, allow])
    if (says !== undefined) expect(JSON.parse(answer.body)).toEqual({ message: `${says} ${where}` })
  }) // prettier-ignore

  it('is EM’s own with --no-control', async () => {
    const bare = await openEm({ control: false })
    const answer = await bare.ask('GET /_mock/clock')
    expect([answer.status, answer.headers['content-type']]).toEqual([404, 'application/xml; charset=utf-8'])
    await bare.close()
  })
})

describe('a body below /_mock is JSON', () => {
  const body = '{"mode":"frozen"}'
  it.each([
    ['application/json'],
    ['application/json; charset=utf-8'],
    ['application/merge-patch+json'],
    // As curl -d says that it is, unless told otherwise.
    ['application/x-www-form-urlencoded'],
    [undefined],
  ])('of the type %s', async (type) => {
    const headers = type === undefined ? {} : { 'content-type': type }
    expect(await em.ask('PUT /_mock/clock', { headers, body })).toMatchObject({ status: 200 })
  })

  it.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/jsonx'])(
    'not of the type %s',
    async (type) => {
      const answer = await em.ask('PUT /_mock/clock', { headers: { 'content-type': type }, body })
      expect([answer.status, JSON.parse(answer.body)]).toEqual([
        415,
        { message: `A body of type "${type}" cannot be read. Send application/json.` },
      ])
    },
  )

  it('and answers end as lines do', async () => {
    for (const request of ['GET /_mock/health', 'GET /_mock/clok', 'GET /_mock/metrics'])
      expect((await em.ask(request)).body).toMatch(/[^\n]\n$/)
  })
})

it.each([
  ['POST /_mock/reset?what=faults', 'Found the parameter "what"; POST /_mock/reset reads none. What it is told stands in the body, as JSON.'],
  ['GET /_mock/clock?now=1', 'Found the parameter "now"; GET /_mock/clock reads none.'],
])('what nothing reads is refused: %s', async (request, message) => {
  const answer = await em.ask(request)
  expect([answer.status, JSON.parse(answer.body)]).toEqual([400, { message }])
}) // prettier-ignore
