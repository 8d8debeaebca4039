import type { FastifyRequest } from 'fastify'
import { errors, type ApiError } from '../../model/api-error.ts'
import { baseUrl } from '../request/base-url.ts'
import { permitNoTenant } from '../../worlds/permit.ts'
import { knowSession } from '../request/request-path.ts'

/** What is not routed has other methods (405), or is unknown (404). Throws a 401 ApiError for what is there, if nobody is known to ask. */
export function refuseUnknown(request: FastifyRequest): ApiError {
  const path = request.url.split('?')[0] ?? ''
  const { method, world } = request
  const { operations } = world
  baseUrl(request.raw, world.settings)
  const place = /^\/+api(\/|$)/i.test(path) ? operations.at(path.replace(/^\/+api/i, '')) : undefined
  if (place === undefined && isOfBackupServer(path))
    return errors.ofBackupServer(method, path.slice(0, 200), operations.nearestPath(path.replace(/^\/+api\/+v1/i, '')))
  if (place === undefined)
    return errors.noSuchPath(method, path.slice(0, 200), operations.nearestPath(path.replace(/^\/+api/i, '')))
  permitNoTenant(knowSession(request))
  const allowed = [...new Set(place.operations.map((each) => each.method))]
  return errors.methodNotAllowed(method, place.path, allowed)
}

/** Whether a path is of the REST API of Backup & Replication itself (its reference: `/api/v1/…`, `/api/oauth2/token`). */
const isOfBackupServer = (path: string): boolean => /^\/+api\/+(?:v1|oauth2)(?:\/|$)/i.test(path)
