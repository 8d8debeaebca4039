import { maskWritten, unescapeAll } from './mask-text.ts'
import { isSecret, MASK, maskIds, maskLogons } from './secrets.ts'

/** A header, parameter or member as it may be shown. */
export const maskNamed = (name: string, value: string): string => (isSecret(name) ? MASK : maskBody(value))

/** A path without the ids of logon sessions, however these are spelled: who knows one can make its token. */
export const maskPath = (path: string): string => (isPlain(path) ? path : maskIdsIn(path, maskText(maskSegments(path))))

/** Most paths have nothing that any rule below or in `secrets.ts` hides, which is sooner seen than done. */
const isPlain = (path: string): boolean =>
  /^[\w/.-]*$/.test(path) && !/logonsession|sessionmngr/i.test(path) && !/[A-Za-z\d]{48}/.test(path)

/** A URL as it was asked for, with its query string, without secrets. What is none stays as it is spelled. */
export function maskUrl(url: string): string {
  const [path = '', ...query] = url.split('?')
  if (query.length === 0) return maskPath(path)
  const pairs = query
    .join('?')
    .split('&')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=')
      const given = decode(value.join('='))
      const shown = maskNamed(decode(name), given)
      return shown === given ? maskText(pair) : `${maskText(name)}=${shown}`
    })
  return maskIdsIn(url, `${maskPath(path)}?${pairs.join('&')}`)
}

/** What is shown of a URL that speaks of logons is without ids: each may be one of theirs. */
export const maskIdsIn = (url: string, shown: string): string =>
  /logonsession|sessionmngr/i.test(unescapeAll(url)) ? maskIds(shown) : shown

/** The text of a body, XML, JSON or a form, whole or cut off, without secrets. */
export function maskBody(text: string): string {
  const json = /^\s*[[{]/.test(text) ? parse(text) : undefined
  return json === undefined ? maskText(text) : JSON.stringify(json)
}

/** Any text, such as a sentence that quotes a request, without secrets. */
export const maskText = (text: string): string => maskLogons(maskWritten(text))

function parse(text: string): unknown {
  try {
    return JSON.parse(text, (name, value: unknown) =>
      isSecret(name) ? MASK : typeof value === 'string' ? maskText(value) : value,
    )
  } catch {
    return undefined
  }
}

function maskSegments(path: string): string {
  let isId = false
  return path
    .split('/')
    .map((segment) => {
      if (segment === '') return segment
      const shown = isId ? MASK : segment
      isId = /^logonsessions?$/i.test(unescapeAll(segment))
      return shown
    })
    .join('/')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
