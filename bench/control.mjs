// The control: a bare Fastify, as installed, that sends ready bytes. Told over IPC what to answer, it tells its port.
import { fastify } from 'fastify'

process.once('message', async (answers) => {
  const server = fastify()
  for (const [route, bodies] of Object.entries(answers)) {
    server.get(route, (request, reply) => {
      const type = request.headers.accept
      reply.type(type).send(bodies[type])
    })
  }
  await server.listen({ host: '127.0.0.1', port: 0 })
  process.send(server.server.address().port)
})
