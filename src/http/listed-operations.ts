import { placesOf } from '../life/action.ts'
import { actions } from '../life/actions/index.ts'
import type { Houses } from './houses.ts'
import { alike, operations } from './operations.ts'
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
  const server = await makeServer(houses)
  await server.close()
  const routes = new Set(houses.routes.map(({ method, url }) => routeKey(method, url)))
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

const routeKey = (method: string, path: string): string => `${method} ${alike(path)}`
