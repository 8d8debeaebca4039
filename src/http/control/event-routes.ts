import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ServerResponse } from 'node:http'
import { clearInterval, setInterval } from 'node:timers'
import { ClockControl } from '../../simulation/core/clock-control.ts'
import { errors } from '../../model/api-error.ts'
import { answerControl } from './answer-control.ts'
import { corsHeaders } from '../request/cors.ts'
import { writeEvent } from '../../worlds/events.ts'
import { guardControl } from './guard.ts'
import type { World } from '../../worlds/world.ts'
import { isGone } from '../request/request-path.ts'
import { readParameters, valueOfParameter } from '../../query/parameters.ts'

/** Milliseconds. The world moves when it is looked at, and whoever listens looks so often. */
const GLANCE = 1000
/** After so many glances with nothing to tell, a comment is sent: proxies cut off what is silent, often after 30 seconds. */
const SILENT_GLANCES = 15

/** Adds `GET /_mock/events`: what happens in a world while it happens, as server-sent events. */
export function addEventRoutes(server: FastifyInstance): void {
  server.route({
    method: 'GET',
    url: '/events',
    config: { isOpen: true },
    exposeHeadRoute: false,
    handler: (request, reply) =>
      answerControl(request, reply, async () => {
        const { world, headers } = request
        // A page's EventSource cannot send headers.
        guardControl(request, world.settings, valueOfParameter(readParameters(request.url), 'token'))
        const { raw } = reply
        // What is over by now is no news: it is let happen before anybody listens.
        await world.lock.do(world.catchingUp(), isGone(reply))
        if (raw.destroyed) return undefined
        if (world.events.isFull)
          throw errors.badRequest('A hundred listen to this world already; end some of them first.')
        reply.hijack()
        raw.writeHead(200, {
          'Content-Type': 'text/event-stream; charset=utf-8',
          'Cache-Control': 'no-cache',
          ...corsHeaders(headers, world.settings),
        })
        const { glance, stop } = follow(world, raw, lastEventOf(request))
        const timer = setInterval(glance, GLANCE)
        timer.unref()
        raw.on('close', () => {
          stop()
          clearInterval(timer)
        })
        return undefined
      }),
  })
}

/** What a client that was cut off has seen last, as browsers say it. */
function lastEventOf({ headers }: FastifyRequest): number | undefined {
  const last = headers['last-event-id']
  return typeof last === 'string' && /^\d{1,15}$/.test(last) ? Number(last) : undefined
}

type Sink = Pick<ServerResponse, 'write' | 'end'>

/**
 * Sends what is told until it is stopped, or the world closes: first what was missed since the last event that was
 * seen, and how the clock stands. What comes while it reads waits in the world, once for all who listen.
 * @returns what looks at the world, to be called again and again, and what ends it.
 */
export function follow(world: World, sink: Sink, seen?: number) {
  const { events } = world
  let silent = 0
  let isReading = false
  let last = seen ?? events.last
  const send = (text: string) => {
    silent = 0
    isReading = true
    sink.write(text, () => {
      isReading = false
      hear()
    })
  }
  const hear = () => {
    if (isReading || last === events.last) return
    const { text, last: next } = events.after(last) ?? missedAfter(last, events.last)
    last = next
    send(text)
  }
  hear()
  send(writeEvent(last, 'clock', new ClockControl(world).read()))
  const stop = events.add({
    get last() {
      return last
    },
    hear,
    end: () => sink.end(),
  })
  const glance = () => {
    if (world.lock.isFree) void world.lock.do(world.catchingUp())
    if (++silent >= SILENT_GLANCES && !isReading) send(': nothing happens\n\n')
  }
  return { glance, stop }
}

const missedAfter = (seen: number, last: number) => ({
  text: writeEvent(last, 'missed', { after: seen }),
  last,
})
