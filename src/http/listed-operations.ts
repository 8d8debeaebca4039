import { placesOf } from '../life/action.ts'
import { actions } from '../life/actions/index.ts'
import type { Houses } from './houses.ts'
import { operations } from './operations.ts'
import { makeServer } from './server.ts'

export interface ListedOperation {
  readonly method: string
  /** As it is documented, below `/api`, with the action: `/jobs/{id}?action=start`. */
  readonly path: string
  /** `JobStart`. */
  readonly name: string
  /** `501` is answered to what is not built yet. */
  readonly state: 'served' | '501'
}

/** Every documented operation, and whether a route takes it. */
export async function listOperations(houses: Houses): Promise<readonly ListedOperation[]> {
  const routes = new Set<string>()
  const server = await makeServer(houses, (method, url) => routes.add(routeKey(method, url)))
  await server.close()
  const deeds = new Set<string>()
  const divided = new Set<string>()
  for (const each of actions)
    for (const { path, word = '' } of placesOf(each)) {
      const key = routeKey(each.method, `/api${path}`)
      divided.add(key)
      deeds.add(`${key}?${word}`)
    }
  const isServed = (method: string, path: string, action = ''): boolean => {
    const key = routeKey(method, `/api${path}`)
    return deeds.has(`${key}?${action}`) || (action === '' && routes.has(key) && !divided.has(key))
  }
  return operations().map(({ method, path, action, name }) => ({
    method,
    path: action === undefined ? path : `${path}?action=${action}`,
    name,
    state: isServed(method, path, action) ? 'served' : '501',
  }))
}

/** Routes and documents name their parameters differently, and `*` is whatever path is left. */
const routeKey = (method: string, path: string): string =>
  `${method} ${path
    .toLowerCase()
    .replace(/:\w+|\{\w+\}|\*/g, '{}')
    .replace(/\/$/, '')}`
