import type { FastifyInstance } from 'fastify'
import { createServer as createTlsServer, Server as TlsServer } from 'node:https'
import type { Server } from 'node:http'
import { Server as NetServer, type AddressInfo, type Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { knowCarriers } from './faults/carriers.ts'
import type { Log } from '../log/log.ts'
import { guard, httpOptions, listenerOf, plainServer } from './plain-server.ts'
import { readCertificate, type Pem } from '../tls/tls.ts'
import { createSecureContext, type SecureContext } from 'node:tls'
import { once, type Authority } from '../tls/authority.ts'

interface Ports {
  readonly host: string
  readonly httpPort: number | 'off'
  readonly httpsPort: number | 'off'
  readonly tlsCert?: string | undefined
  readonly tlsKey?: string | undefined
  /** Milliseconds. */
  readonly stopTimeout: number
}

/** The open ports of one server. */
export interface Listening {
  readonly httpUrl: string | undefined
  readonly httpsUrl: string | undefined
  close(): Promise<void>
}

/** Opens the ports. Rejects with Node's own error (`EADDRINUSE`), or a SettingsError for unusable PEM files; nothing stays open then. */
export async function listen(
  application: FastifyInstance,
  ports: Ports,
  authority: Authority | undefined,
  log: Log,
): Promise<Listening> {
  const open: Server[] = []
  const close = async () => {
    await Promise.all(open.map((server) => closeServer(server, ports.stopTimeout)))
    await application.close()
  }
  try {
    const httpUrl = await openPort(open, 'http', ports.httpPort, ports.host, () => plainServer(application, log))
    const given = ports.httpsPort === 'off' ? undefined : await certificateFor(ports, authority)
    const httpsUrl = await openPort(open, 'https', ports.httpsPort, ports.host, () =>
      tlsServer(application, log, authority, given),
    )
    return { httpUrl, httpsUrl, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The certificate that the server begins with: one of the user's own, or one of the authority's where it cannot come later. */
async function certificateFor({ tlsCert, tlsKey }: Ports, authority: Authority | undefined): Promise<Pem | undefined> {
  if (tlsCert !== undefined && tlsKey !== undefined) return readCertificate(tlsCert, tlsKey)
  return takesCertificateLater ? undefined : authority?.leaf()
}

async function openPort(
  open: Server[],
  scheme: string,
  port: number | 'off',
  host: string,
  make: () => Server,
): Promise<string | undefined> {
  if (port === 'off') return undefined
  const server = make()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  open.push(server)
  const address = server.address() as AddressInfo
  return `${scheme}://${urlHost(host)}:${address.port}`
}

/** Not so in Bun. */
const takesCertificateLater = 'setSecureContext' in TlsServer.prototype

/** Where to reach a server that listens at an address: every address is reached by loopback too. */
const urlHost = (host: string): string =>
  host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host

/**
 * HTTPS. A certificate of the authority's is made when the first connection needs it: it takes as long as all the rest of the
 * start (`bench/`), and many runs never use HTTPS.
 */
function tlsServer(
  application: FastifyInstance,
  log: Log,
  authority: Authority | undefined,
  given: Pem | undefined,
): Server {
  const byName = authority && { SNICallback: contextFor(authority) }
  const server = guard(createTlsServer({ ...httpOptions, ...given, ...byName }, listenerOf(application, log)))
  knowCarriers(server)
  if (authority === undefined || given !== undefined) return server
  const accept = server.listeners('connection')
  const begin = once(async () => server.setSecureContext(await authority.leaf()))
  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    socket.on('error', () => socket.destroy())
    begin().then(
      () => {
        for (const take of accept) void Reflect.apply(take, server, [socket])
      },
      () => socket.destroy(),
    )
  })
  return server
}

/** A certificate for whatever name a client calls the server by; the usual one if that is no name. */
function contextFor(authority: Authority) {
  const contexts = new WeakMap<Pem, SecureContext>()
  return (name: string, done: (error: Error | null, context?: SecureContext) => void): void => {
    const leaf = authority.leafFor(name)
    if (leaf === undefined) return done(null)
    leaf.then(
      (pem) => {
        const context = contexts.get(pem) ?? createSecureContext(pem)
        contexts.set(pem, context)
        done(null, context)
      },
      () => done(null),
    )
  }
}

/** Refuses new connections and waits for what is in flight. @param longest milliseconds. */
async function closeServer(server: Server, longest: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    // Not http's own close(), which drops connections whose request has come but is not read yet; Bun has no other.
    const isNetServer: boolean = server instanceof NetServer
    if (isNetServer) NetServer.prototype.close.call(server, () => resolve())
    else server.close(() => resolve())
  })
  // Two turns of the event loop: one to read what has come, one to begin on it.
  await setImmediate()
  await setImmediate()
  const patience = AbortSignal.timeout(longest)
  patience.addEventListener('abort', () => server.closeAllConnections())
  // What is answered from here on keeps no connection.
  server.keepAliveTimeout = 1
  server.closeIdleConnections()
  await closed
}
