import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** The sockets below those of TLS. */
const below = new WeakMap<Socket, Socket>()

const addressOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress ?? ''} ${remotePort ?? ''}`

/** Has `cutOff` find the sockets below those of an HTTPS server: Node tells of both, but not which belong together. */
export function knowCarriers(server: Server): void {
  const waiting = new Map<string, Socket>()
  server.on('connection', (carrier: Socket) => {
    const address = addressOf(carrier)
    waiting.set(address, carrier)
    carrier.once('close', () => waiting.delete(address))
  })
  server.on('secureConnection', (secure: Socket) => {
    const carrier = waiting.get(addressOf(secure))
    if (carrier !== undefined) below.set(secure, carrier)
  })
}

/** Ends a connection with a reset. Only TCP has one: TLS has to be cut off below. */
export const cutOff = (socket: Socket): void => void (below.get(socket) ?? socket).resetAndDestroy()
