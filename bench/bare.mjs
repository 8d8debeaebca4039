// The control of the start: the least that answers with Fastify, as installed. `node bare.mjs <port>`.
import { fastify } from 'fastify'

const server = fastify()
server.get('/api/', () => 'here')
await server.listen({ host: '127.0.0.1', port: Number(process.argv[2]) })
