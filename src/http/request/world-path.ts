import type { IncomingMessage } from 'node:http'

/** The worlds that paths name, by request. */
const named = new WeakMap<IncomingMessage, string>()

const inWorld = /^\/w\/([^/?]+)(?=[/?]|$)/

/**
 * The URL without the world that it names: `/w/checkout-test/api/jobs` is `/api/jobs` there. Which world it is, `worldIn`
 * tells afterwards.
 */
export function withoutWorld(request: IncomingMessage): string {
  const { url = '/' } = request
  if (!url.startsWith('/w/')) return url
  const [prefix, name] = inWorld.exec(url) ?? []
  if (prefix === undefined || name === undefined) return url
  named.set(request, name)
  return url.slice(prefix.length) || '/'
}

/** The world that the path of a request has named, if it has. */
export const worldIn = (request: IncomingMessage): string | undefined => named.get(request)

/** What comes before `/api` in the URLs of that world. */
export function prefixOf(request: IncomingMessage): string {
  const name = worldIn(request)
  return name === undefined ? '' : `/w/${name}`
}
