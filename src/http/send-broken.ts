import type { FastifyReply, FastifyRequest } from 'fastify'
import { LONGEST } from '../control/effect.ts'
import { later } from './later.ts'

/** Sends an answer whose bytes are broken on purpose: half of them, others, none any more, or fewer than announced. */
export function sendBroken(
  { house, method, taken }: FastifyRequest,
  { raw }: FastifyReply,
  status: number,
  head: string[],
  body: Buffer,
): boolean {
  const how = taken?.effect.breaks
  const length = head.lastIndexOf('Content-Length') + 1
  // What has no body cannot have a broken one.
  if (length === 0 || method === 'HEAD' || body.length === 0) return false
  if (how !== 'half' && how !== 'garbage' && how !== 'stall' && how !== 'wrongLength') return false
  raw.shouldKeepAlive = false
  if (how === 'garbage') {
    const draw = house.world.chance.of('garbage', taken?.name ?? '')
    const noise = Buffer.from(Array.from({ length: 64 }, () => draw.integer(128, 255)))
    head[length] = String(noise.length)
    raw.writeHead(status, head)
    raw.end(noise)
    return true
  }
  if (how === 'wrongLength') head[length] = String(body.length + 10)
  raw.writeHead(status, head)
  const sent = how === 'wrongLength' ? body : Buffer.from(body.subarray(0, body.length >> 1))
  const cut = () => raw.destroy()
  // All of it has to be on its way before the connection is cut, or less than half would come.
  raw.write(Buffer.from(sent), () => {
    if (how === 'stall') later(house, raw, LONGEST, cut)
    else raw.socket?.end()
  })
  return true
}
