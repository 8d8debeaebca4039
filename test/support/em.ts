import { openWorlds } from '../../src/embed/open-server.ts'
import { makeServer } from '../../src/http/app.ts'
import { resolveOptions, type UncheckedOptions } from '../../src/config/options.ts'
import { holdToDocument } from './conform.ts'
import { holdToShape } from './control-shapes.ts'

export type Language = 'xml' | 'json'

export interface Asked {
  readonly accept?: string
  readonly token?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** The wire without sockets: an application, its world, and a way to ask it. The `docs` estate unless told otherwise. */
export async function openEm(options: UncheckedOptions = {}) {
  const worlds = await openWorlds(resolveOptions({ scenario: 'docs', ...options }))
  const { main: world } = worlds
  world.simulation.catchUp()
  const server = await makeServer(worlds)

  const ask = async (request: string, { accept, token, headers = {}, body }: Asked = {}) => {
    const [method = '', url = ''] = request.split(/ (.*)/s)
    const answer = await server.inject({
      method: method as 'GET',
      url,
      headers: {
        host: url.includes('/_mock') ? 'localhost:9399' : 'em.example.net:9399',
        ...(accept !== undefined && { accept }),
        ...(token !== undefined && { 'x-restsvcsessionid': token }),
        ...headers,
      },
      ...(body !== undefined && { payload: body }),
    })
    holdToShape(method, url, answer.statusCode, answer.body)
    const isOfEm = /^(\/w\/[^/]+)?\/+api(\/|\?|$)/i.test(url)
    if (isOfEm && /json/.test(String(answer.headers['content-type'])))
      holdToDocument(worlds, { method, url, status: answer.statusCode, body: answer.body })
    return {
      status: answer.statusCode,
      headers: answer.headers,
      raw: answer.raw.res,
      body: answer.body,
    }
  }

  const logOn = async (user = 'administrator', version = 'latest') => {
    const answer = await ask(`POST /api/sessionMngr/?v=${version}`, {
      headers: { authorization: basic(user, 'secret') },
    })
    return String(answer.headers['x-restsvcsessionid'])
  }

  return {
    worlds,
    world,
    get simulation() {
      return world.simulation
    },
    server,
    ask,
    logOn,
    close: () => server.close(),
  }
}

export type Em = Awaited<ReturnType<typeof openEm>>

export const basic = (name: string, password: string): string =>
  `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`

export const accepts: Readonly<Record<Language, string>> = {
  xml: 'application/xml',
  json: 'application/json',
}
