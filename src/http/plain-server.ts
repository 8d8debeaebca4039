import type { FastifyInstance } from 'fastify'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { LONGEST } from '../faults/effect.ts'
import { refuseBroken } from './faults/broken-request.ts'
import { withNet } from './request/last-net.ts'
import type { Log } from '../log/log.ts'

/** Milliseconds after which a connection ends on which nothing moves, be it that nobody reads: more than anything takes that is waited for. */
const SILENCE = LONGEST + 30_000

/** How Node's HTTP servers are set up for the clients there are. */
export const httpOptions = {
  // As some PHP clients send both Content-Length: 0 and Transfer-Encoding: chunked.
  insecureHTTPParser: true,
  // A missing Host is answered by base-url.ts, as an Error document.
  requireHostHeader: false,
  // A whole filter may stand in a URL, and a token of any length must get a 401 rather than a broken connection.
  maxHeaderSize: 256 << 10,
} as const

/** A plain HTTP server for the application, not yet listening. */
export function plainServer(application: FastifyInstance, log: Log): Server {
  return guard(createServer(httpOptions, listenerOf(application, log)))
}

/** What answers requests, with a last net around every answer. */
export const listenerOf =
  (application: FastifyInstance, log: Log): RequestListener =>
  (request, response) =>
    withNet(response, log, () => application.routing(request, response))

/** What no HTTP parser can read is answered too, as EM's Error document. */
export function guard<S extends Server>(server: S): S {
  server.timeout = SILENCE
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => refuseBroken(error, socket))
  return server
}
