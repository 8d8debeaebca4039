import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Reads XML request bodies into a tree, as a Fastify plugin: `request.body` is the root element, or undefined for no body. */
export function xmlBody(server: FastifyInstance, _options: object, done: () => void): void {
  const types = ['application/xml', 'text/xml', /^[\w.-]+\/[\w.-]+\+xml(?:;|$)/]
  for (const type of types) {
    server.addContentTypeParser(
      type,
      { parseAs: 'string' },
      async (request: FastifyRequest, body: string | Buffer) => {
        if (body.length === 0) return undefined
        request.sent = body.toString()
        // Few requests have such a body, and the reader takes a while to load.
        const { readXml } = await import('./read-xml.ts')
        return readXml(request.sent)
      },
    )
  }
  done()
}
// Fastify's own mark for a plugin whose effect is not confined to it (Fastify reference, Plugins).
Object.assign(xmlBody, { [Symbol.for('skip-override')]: true })
