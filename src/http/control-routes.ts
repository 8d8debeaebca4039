import type { FastifyInstance } from 'fastify'
import { sendBytes } from './answer.ts'
import type { House } from './house.ts'

/** Adds what only a mock has. Bodies are JSON, nothing needs a logon. */
export function addControlRoutes(server: FastifyInstance, house: House): void {
  server.route({
    method: ['GET', 'HEAD'],
    url: '/_mock/health',
    handler: (request, reply) => {
      const body = Buffer.from('{"status":"ok"}')
      sendBytes(house, request, reply, 200, body, {
        'Content-Type': 'application/json; charset=utf-8',
      })
    },
  })
}
