import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { clearInterval, setInterval } from 'node:timers'
import { StoryTime } from '../life/story-time.ts'
import { refuse } from '../model/refusal.ts'
import { answerControl } from './answer-control.ts'
import { guardControl } from './guard.ts'

/** Milliseconds. The world moves when it is looked at, and whoever listens looks so often. */
const GLANCE = 1000
/** Bytes that may wait for who reads slowly, before it is given up: a year at once is told at once. */
const PATIENCE = 32 << 20

/** Adds `GET /_mock/events`: what happens in a world while it happens, as server-sent events. */
export function addEventRoutes(server: FastifyInstance): void {
  server.get('/_mock/events', (request, reply) =>
    answerControl(request, reply, () => {
      guardControl(request, request.house.settings)
      if (request.house.events.isFull)
        throw refuse.badRequest('A hundred listen to this world already; end some of them first.')
      stream(request, reply)
      return undefined
    }),
  )
}

/** Sends what is told until who listens has gone, or the world closes. */
function stream({ house }: FastifyRequest, reply: FastifyReply): void {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache',
  })
  const send = (kind: string, facts: object) => {
    if (raw.writableLength > PATIENCE) raw.destroy()
    else raw.write(`event: ${kind}\ndata: ${JSON.stringify(facts)}\n\n`)
  }
  send('clock', new StoryTime(house).read())
  const stop = house.events.add(send, () => raw.end())
  const glance = setInterval(() => house.world.settle(), GLANCE)
  glance.unref()
  raw.on('close', () => {
    stop()
    clearInterval(glance)
  })
}
