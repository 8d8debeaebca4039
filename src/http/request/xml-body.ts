import type { FastifyInstance, FastifyRequest } from 'fastify'
import { decodeText } from './decode-text.ts'

interface Options {
  /** Reads the text of a body; as XML if not given. */
  readonly read?: (text: string, request: FastifyRequest) => Promise<unknown>
}

/** Reads XML request bodies into a tree, as a Fastify plugin: `request.body` is the root element, or undefined for no body. */
export function xmlBody(server: FastifyInstance, { read = readXmlText }: Options, done: () => void): void {
  const types = ['application/xml', 'text/xml', /^[\w.-]+\/[\w.-]+\+xml(?:;|$)/]
  for (const type of types)
    server.addContentTypeParser(type, { parseAs: 'buffer' }, (request: FastifyRequest, body: Buffer) =>
      body.length === 0 ? Promise.resolve() : read(decodeText(body, request.headers['content-type']), request),
    )
  done()
}
// Fastify's own mark for a plugin whose effect is not confined to it (Fastify reference, Plugins).
Object.assign(xmlBody, { [Symbol.for('skip-override')]: true })

/** Few requests have such a body, and the reader takes a while to load. */
export async function readXmlText(text: string): Promise<unknown> {
  const { readXml } = await import('./read-xml.ts')
  return readXml(text)
}
