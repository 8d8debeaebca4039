/** Letters of a user's name with its domain: Windows has no longer ones, and every session keeps its own. */
const LONGEST = 512

/** What an Authorization header says; undefined if it is not well-formed HTTP Basic (RFC 7617, UTF-8). */
export function readBasic(
  header: string | undefined,
): { readonly name: string; readonly password: string } | undefined {
  const encoded = /^basic +([A-Za-z0-9+/=_-]+) *$/i.exec(header ?? '')?.[1]
  if (encoded === undefined) return undefined
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return colon < 0 || colon > LONGEST ? undefined : { name: text.slice(0, colon), password: text.slice(colon + 1) }
}

/**
 * The tokens a request carries: the cookie wins over the header (em_rest http_authentication).
 * @param cookie the Cookie header. @param header the X-RestSvcSessionId header.
 */
export function readToken(cookie: string | undefined, header: string | undefined): string | undefined {
  const found = cookie === undefined ? undefined : /(?:^|;)\s*X-RestSvcSessionId=([^;]*)/i.exec(cookie)?.[1]
  return found?.trim() ?? header?.trim()
}
