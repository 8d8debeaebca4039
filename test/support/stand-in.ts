import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What a stand-in was asked, in one line, with the body and what `X-Mock-…` says behind it. */
interface Heard {
  readonly line: string
  readonly body: string
  readonly token: string | undefined
  readonly world: string | undefined
}

type Said = readonly [status: number, body?: unknown]

/** A server on a free port that answers as `answer` says, 200 and `{}` unless told, and keeps what it was asked. */
export async function standIn(answer: (line: string) => Said = () => [200]) {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { method = '', url = '', headers } = request
      const [token, world] = [headers['x-mock-token'], headers['x-mock-world']].map((value) =>
        value === undefined ? undefined : String(value),
      )
      heard.push({ line: `${method} ${url}`, body, token, world })
      const [status, content = {}] = answer(`${method} ${url}`)
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(typeof content === 'string' ? content : JSON.stringify(content))
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  const close = async () => {
    server.close()
    await once(server, 'close')
  }
  return { url, heard, close, [Symbol.asyncDispose]: close }
}
