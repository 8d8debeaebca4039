import type { FastifyInstance } from 'fastify'
import { refuse } from '../model/refusal.ts'
import { xmlBody } from './xml-body.ts'

/** Says how request bodies are read. An empty body of any type is no body: clients log on with empty forms (WebRequest, Zabbix). */
export function addBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser(
    /^application\/(?:[\w.-]+\+)?json\b/,
    { parseAs: 'string' },
    (request, body, done) => {
      if (body.length === 0) return done(null, undefined)
      if (request.routeOptions.config.isText === true) return done(null, body)
      request.sent = body.toString()
      if (request.sent.trimStart().startsWith('<')) return done(refuse.noRoot())
      try {
        done(null, JSON.parse(request.sent))
      } catch (error) {
        done(refuse.badRequest(`The JSON body cannot be read: ${(error as Error).message}.`))
      }
    },
  )
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    const type = request.headers['content-type']
    if (body.length === 0 || type === undefined) return done(null, undefined)
    done(refuse.unsupportedMediaType(type.slice(0, 100)))
  })
  void server.register(xmlBody)
}
