import type { FastifyInstance } from 'fastify'
import { sendReady } from './answer.ts'
import type { House } from './house.ts'
import { reading } from './request-path.ts'

const healthy = {
  status: 200,
  headers: { 'Content-Type': 'application/json; charset=utf-8' },
  body: Buffer.from('{"status":"ok"}'),
}

/** Adds what only a mock has. Bodies are JSON, nothing needs a logon. */
export function addControlRoutes(server: FastifyInstance, house: House): void {
  server.route({
    method: reading,
    url: '/_mock/health',
    handler: (request, reply) => sendReady(house, request, reply, healthy),
  })
}
