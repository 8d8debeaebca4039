import type { FastifyReply, FastifyRequest } from 'fastify'
import { LONGEST } from '../../faults/effect.ts'
import { later } from './later.ts'

/**
 * Sends an answer whose bytes are broken on purpose, if that is the effect that happens to the request.
 * @param head the names and values of its headers. @returns whether it was sent.
 */
export function sendBroken(
  { world, method, activeFault }: FastifyRequest,
  { raw }: FastifyReply,
  status: number,
  head: string[],
  body: Buffer,
): boolean {
  const kind = activeFault?.effect.does?.kind
  const length = head.lastIndexOf('Content-Length') + 1
  // What has no body cannot have a broken one.
  if (length === 0 || method === 'HEAD' || body.length === 0) return false
  if (kind?.acts !== 'on bytes') return false
  raw.shouldKeepAlive = false
  kind.act({
    body,
    draw: world.simulation.chance.of(kind.name, activeFault?.name ?? ''),
    send(announced, bytes, then) {
      head[length] = String(announced)
      raw.writeHead(status, head)
      // The bytes are lent, and others' once they are sent.
      const own = Buffer.from(bytes)
      if (then === 'end') return void raw.end(own)
      // All of it has to be on its way before the connection is cut, or less would come.
      raw.write(own, () => {
        if (then === 'close') raw.socket?.end()
        else later(world, raw, LONGEST, () => raw.destroy())
      })
    },
  })
  return true
}
