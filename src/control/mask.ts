const MASK = '***'
const secretName = /pass(?:word|wd|phrase)|secret|token|authorization|cookie|restsvcsessionid/i
const logonPath = 'logonsessions'

/** Whether what goes by this name is not to be shown. */
const isSecret = (name: string): boolean => secretName.test(name)

/** A header, parameter or member as it may be shown. */
export const maskNamed = (name: string, value: string): string =>
  isSecret(name) ? MASK : maskUrls(value)

/** A path without the ids of logon sessions, however these are spelled: who knows one can make its token. */
export function maskPath(path: string): string {
  let isId = false
  return path
    .split('/')
    .map((segment) => {
      if (segment === '') return segment
      const shown = isId ? MASK : segment
      isId = decode(segment).toLowerCase() === logonPath
      return shown
    })
    .join('/')
}

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
      return shown === given ? pair : `${name}=${shown}`
    })
  return `${maskPath(path)}?${pairs.join('&')}`
}

/** The text of a body, XML, JSON or a form, whole or cut off, without secrets. */
export function maskBody(text: string): string {
  const json = /^\s*[[{]/.test(text) ? parse(text) : undefined
  return json === undefined ? maskWritten(text) : JSON.stringify(json)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text, (name, value: unknown) =>
      isSecret(name) ? MASK : typeof value === 'string' ? maskUrls(value) : value,
    )
  } catch {
    return undefined
  }
}

/** Bounded, so that no text takes long. */
const word = String.raw`[\w.:-]{0,60}(?:pass(?:word|wd|phrase)|secret|token|authorization|cookie|restsvcsessionid)[\w.:-]{0,60}`
/** What begins with a list or an object in JSON that is cut off hides all that follows. */
const member = new RegExp(
  String.raw`("${word}"\s*:\s*)("(?:[^"\\]|\\.)*"?|[[{][\s\S]*|[^,}\]\s]+)`,
  'gi',
)
const element = new RegExp(String.raw`(<(${word})(?:\s[^<>]*)?(?<!/)>)[\s\S]*?(</\2\s*>|$)`, 'gi')
const attribute = new RegExp(String.raw`(\s${word}\s*=\s*)("[^"]*"?|'[^']*'?)`, 'gi')
const field = new RegExp(String.raw`((?:^|[&?;])${word}=)[^&\s"'<>]*`, 'gi')

const maskWritten = (text: string): string =>
  maskUrls(
    text
      .replace(member, `$1"${MASK}"`)
      .replace(attribute, `$1"${MASK}"`)
      .replace(element, `$1${MASK}$3`)
      .replace(field, `$1${MASK}`),
  )

const maskUrls = (text: string): string =>
  text
    .replace(/(:\/\/[^/\s:@"'<>]*:)[^/\s@"'<>]*@/g, `$1${MASK}@`)
    .replace(/(logonsessions\/+|urn:veeam:logonsession:)[^/?#\s"'<>&]+/gi, `$1${MASK}`)

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
