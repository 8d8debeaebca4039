import type { FastifyRequest } from 'fastify'
import { detached } from '../words/detached.ts'
import { documentedAt, operationName } from './operations.ts'
import { readParameters, valueOf } from './parameters.ts'

/** What a request asks for, as it is documented. */
export interface AskedOperation {
  /** `/jobs/{id}`. */
  readonly route: string
  /** `JobStart`; absent if the path has no such method. */
  readonly operation?: string
}

/** Whether a route is the mock's own. */
export const isControl = (route: string | undefined): boolean =>
  route?.startsWith('/_mock') === true

const known = new Map<string, AskedOperation | undefined>()
/** So many are remembered; there are some six hundred routes, and what `?action=` may say is anything. */
const MOST = 5000
/** Letters of an action; none that is documented has half as many. */
const LONGEST = 64

/**
 * The documented operation that a request asks for; undefined if its path is not documented. Found once for each route.
 * @param route the URL of its route, if it has one.
 */
export function askedOperation(
  { method, url }: FastifyRequest,
  route: string | undefined,
): AskedOperation | undefined {
  const action = url.includes('action=') ? valueOf(readParameters(url), 'action') : undefined
  // A route has been found for all that is served; what is not is looked up by its path, which may be anything.
  if (route === undefined || (action?.length ?? 0) > LONGEST)
    return find(method, route ?? url.split('?')[0] ?? '', action)
  const key = `${method} ${route} ${action ?? ''}`
  if (known.has(key)) return known.get(key)
  const found = find(method, route, action)
  if (known.size >= MOST) known.clear()
  known.set(detached(key), found)
  return found
}

function find(method: string, path: string, action = ''): AskedOperation | undefined {
  if (!/^\/+api(\/|$)/i.test(path)) return undefined
  const documented = documentedAt(path.replace(/^\/+api/i, ''))
  if (documented === undefined) return undefined
  const { path: route, methods } = documented
  // HEAD asks for what GET would answer.
  const verb = method === 'HEAD' ? 'GET' : method
  const same = methods.filter((each) => each.split('?')[0] === verb)
  const chosen =
    same.find((each) => (each.split('?')[1] ?? '').toLowerCase() === action.toLowerCase()) ??
    same.find((each) => !each.includes('?'))
  return chosen === undefined ? { route } : { route, operation: operationName(chosen, route) }
}
