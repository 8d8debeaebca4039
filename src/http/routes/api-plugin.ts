import type { FastifyInstance, FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import { workOf } from '../../clock/sliced.ts'
import { sendError } from '../request/answer.ts'
import { apiRoutes } from './api-routes.ts'
import { addBodies } from '../request/bodies.ts'
import { breakRequest } from '../faults/break-request.ts'
import { answerPreflights } from '../request/cors.ts'
import type { Worlds } from '../../worlds/worlds.ts'
import { sendAndJournal } from '../request/journal-request.ts'
import { isGone } from '../request/request-path.ts'
import { refuseUnknown } from './unknown-path.ts'

/**
 * What EM serves, as a Fastify plugin: bodies in XML and JSON, errors as EM's Error document, faults, and a journal of all
 * that is asked. What leads nowhere is asked of EM too, so it has no prefix.
 */
export const apiPlugin =
  (worlds: Worlds): FastifyPluginCallback =>
  (own: FastifyInstance, _options, done) => {
    addBodies(own)
    own.addHook('onRequest', answerPreflights(worlds.settings, sendAndJournal))
    own.addHook('onRequest', (request, reply, goOn) => {
      const inTurn = () => whenFree(request, reply, () => breakRequest(request, reply, goOn), goOn)
      return worlds.outgoing.isFull ? worlds.outgoing.whenRoom(reply.raw, inTurn) : inTurn()
    })
    // What leads nowhere is told so before its body is read.
    own.addHook('onRequest', (request, _reply, goOn) => goOn(request.is404 ? refuseUnknown(request) : undefined))
    own.setErrorHandler(sendError)
    own.setNotFoundHandler((request) => {
      throw refuseUnknown(request)
    })
    for (const route of apiRoutes()) own.route(route)
    done()
  }

/** Goes on with a request when nobody is at work in its world, so that all that is seen of that is from one moment. */
function whenFree(
  { world: { lock } }: FastifyRequest,
  reply: FastifyReply,
  goOn: () => void,
  fail: (error: Error) => void,
): void {
  if (lock.isFree) return goOn()
  void Promise.resolve(lock.do(workOf(goOn), isGone(reply))).catch(fail)
}
