import type { FastifyRequest } from 'fastify'
import type { AskedOperation } from '../../operations/operations.ts'
import { readParameters, valueOfParameter } from '../../query/parameters.ts'

/**
 * The operation that a request asks for; undefined if its path is none of EM's.
 * @param route the URL of its route, if it has one.
 */
export function askedOperation(
  { method, url, world }: FastifyRequest,
  route: string | undefined,
): AskedOperation | undefined {
  const action = url.includes('action=') ? valueOfParameter(readParameters(url), 'action') : undefined
  return world.operations.asked(method, url.split('?')[0] ?? '', route, action)
}
