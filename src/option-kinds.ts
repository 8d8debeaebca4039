// The kinds of value that only one option has, each with the sentence that teaches its form.
import { nearest } from './words/nearest.ts'
import { roles, type User } from './logon/roles.ts'
import { readPace, type Pace } from './clock/clock.ts'
import { milliseconds } from './clock/duration.ts'
import { readDuration } from './clock/read-duration.ts'
import { one, oneOf, refuse, text, type Kind, type Reading } from './option-values.ts'

const address = String.raw`[\w-]+(\.[\w-]+)*\.?|[0-9a-f]*:[0-9a-f:.]+(%\w+)?`

export const host = text(
  'an address or a host name without a port, such as 127.0.0.1, 0.0.0.0 or ::1',
  new RegExp(`^(${address})$`, 'i'),
)

export const certificateName = text(
  'a host name or an address, such as em.example.test or 10.0.0.5',
  new RegExp(String.raw`^(\*\.)?(${address})$`, 'i'),
)

export const publicUrl: Kind<string> = one((word) => {
  const url = webUrl(word)
  return url === undefined || url.search !== '' || url.hash !== ''
    ? refuse(word, 'an http or https URL without a query, such as https://em.example.test:9398')
    : { value: url.href.replace(/\/+$/, '') }
})

export const origin: Kind<string> = one((word) => {
  const url = webUrl(word)
  if (word === 'null') return { value: word } // What a browser sends for a page from a file.
  return url?.pathname === '/' && url.search === ''
    ? { value: url.origin }
    : refuse(word, 'an origin such as http://localhost:5173; left out, every origin is allowed')
})

/** What a header can carry as it is; it is never shown again, not even when it is refused. */
export const token: Kind<string> = one((word) =>
  /^[!-~]{1,200}$/.test(word)
    ? { value: word }
    : refuse('…', 'a text of 1 to 200 ASCII characters without spaces'),
)

const story = text('the name of a scenario or the path of a scenario file')

/** A name or a path; a program may hand over a whole scenario, which is read where it is begun. */
export const scenario: Kind<string | object> = {
  ...story,
  take: (value) => (isRecord(value) ? { value } : story.take(value)),
}

export const worldName = text(
  'a name of 1 to 64 letters, digits, dots, dashes and underscores',
  /^[\w.-]{1,64}$/,
)

/** An instant as text, always with its zone: without one it is UTC, whatever the machine's is. */
export const moment: Kind<string> = one((word) => {
  const found =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/i.exec(word)
  const [, day = '', time = '00:00', zone = 'Z'] = found ?? []
  // Date.parse lets 30 February through as 2 March.
  const isDay = !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
  const at = Date.parse(`${day}T${time}${zone.toUpperCase()}`)
  return isDay && !Number.isNaN(at)
    ? { value: new Date(at).toISOString() }
    : refuse(word, 'an ISO 8601 date and time, such as 2025-08-16T13:30:00Z')
})

export const pace: Kind<Pace> = one(takePace, (value) =>
  takePace(isRecord(value) ? `${String(value['rate'])}x` : String(value)),
)

function takePace(word: string): Reading<Pace> {
  const value = readPace(word)
  return value === undefined
    ? refuse(
        word,
        'real, frozen, or a speed such as 60x',
        nearest(word.toLowerCase(), ['real', 'frozen']),
      )
    : { value }
}

/** In milliseconds; a program may hand over milliseconds or the text. */
export const duration: Kind<number> = one(takeDuration, (value) =>
  typeof value === 'number' && value > 0 && value < Infinity
    ? { value }
    : takeDuration(String(value)),
)

function takeDuration(word: string): Reading<number> {
  const length = readDuration(word)
  return length === undefined
    ? refuse(word, 'a time such as 90s, 15m, 1h or PT15M')
    : { value: length / milliseconds(1) }
}

export const user: Kind<User> = one(readUser, (value) => {
  if (!isRecord(value)) return readUser(String(value))
  const { name, password, role = roles[0] } = value
  return toUser(asText(name), asText(password), asText(role))
})

// A third part is always a role, so that a misspelt one is not taken for the end of a password.
function readUser(word: string): Reading<User> {
  const [name = '', ...rest] = word.split(':')
  const role = rest.length > 1 ? rest.pop() : roles[0]
  return toUser(name.trim(), rest.join(':'), role ?? '')
}

function toUser(name: string, password: string, roleWord: string): Reading<User> {
  const shown = `${name}:${password === '' ? '' : '…'}` // Never the password.
  const plain = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '')
  const role = roles.find((candidate) => plain(candidate) === plain(roleWord))
  if (name === '' || name.includes(':') || password === '')
    return refuse(shown, 'name:password or name:password:role, neither of them empty')
  if (role !== undefined) return { value: { name, password, role } }
  const expected = `the role ${oneOf(roles)} after the last colon`
  return refuse(`${shown}:${roleWord}`, expected, nearest(roleWord, roles))
}

function webUrl(word: string): URL | undefined {
  const url = /^https?:\/\//i.test(word) && URL.canParse(word) ? new URL(word) : undefined
  return url?.username === '' && url.password === '' ? url : undefined
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
