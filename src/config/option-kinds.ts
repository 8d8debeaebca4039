// The kinds of value that only one option has, each with the sentence that teaches its form.
import { nearest } from '../text/nearest.ts'
import { roles, type User } from '../auth/roles.ts'
import { saysWorldName, worldName as nameOfWorld } from '../auth/world-of-user.ts'
import { readPace, type Pace } from '../clock/clock.ts'
import { milliseconds } from '../clock/duration.ts'
import { dateOf } from '../clock/instant.ts'
import { readDuration, sayDuration } from '../clock/read-duration.ts'
import { readSimulatedStart } from '../clock/read-instant.ts'
import { one, oneOf, refuse, textOption, type Kind, type OptionReading } from './option-values.ts'

const address = String.raw`[\w-]+(\.[\w-]+)*\.?|[0-9a-f]*:[0-9a-f:.]+(%\w+)?`

export const host = textOption(
  'an address or a host name without a port, such as 127.0.0.1, 0.0.0.0 or ::1',
  new RegExp(`^(${address})$`, 'i'),
)

export const certificateName = textOption(
  'a host name or an address, such as em.example.test or 10.0.0.5',
  new RegExp(String.raw`^(\*\.)?(${address})$`, 'i'),
)

export const publicUrl: Kind<string> = one('string', (word) => {
  const url = webUrl(word)
  return url === undefined || url.search !== '' || url.hash !== ''
    ? refuse(word, 'an http or https URL without a query, such as https://em.example.test:9398')
    : { value: url.href.replace(/\/+$/, '') }
})

export const origin: Kind<string> = one('string', (word) => {
  const url = webUrl(word)
  if (word === 'null') return { value: word } // What a browser sends for a page from a file.
  return url?.pathname === '/' && url.search === ''
    ? { value: url.origin }
    : refuse(word, 'an origin such as http://localhost:5173; left out, every origin is allowed')
})

/** What a header can carry as it is; it is never shown again, not even when it is refused. */
export const token: Kind<string> = one('string', (word) =>
  /^[!-~]{1,200}$/.test(word) ? { value: word } : refuse('…', 'a text of 1 to 200 ASCII characters without spaces'),
)

const story = textOption('the name of a scenario or the path of a scenario file')

/** A name or a path; a program may hand over a whole scenario, which is read where it is begun. */
export const scenario: Kind<string | object> = {
  ...story,
  type: 'ScenarioName | ScenarioFile | Scenario',
  take: (value) => (isRecord(value) ? { value } : story.take(value)),
}

export const worldNameOption = textOption(`a name of ${saysWorldName}`, nameOfWorld)

/** An instant as text, always with its zone: without one it is UTC, whatever the machine's is. */
export const instantOption: Kind<string> = one('string', (word) => {
  const at = readSimulatedStart(word)
  return at === undefined
    ? refuse(word, 'an ISO 8601 date and time from 1970 to 2199, such as 2025-08-16T13:30:00Z')
    : { value: dateOf(at).toISOString() }
})

export const pace: Kind<Pace> = one('GivenPace', takePace, (value) =>
  takePace(isRecord(value) ? `${String(value['rate'])}x` : String(value)),
)

function takePace(word: string): OptionReading<Pace> {
  const value = readPace(word)
  return value === undefined
    ? refuse(word, 'real, frozen, or a speed such as 60x', nearest(word.toLowerCase(), ['real', 'frozen']))
    : { value }
}

/** In milliseconds; a program may hand over milliseconds or the text. */
export const duration: Kind<number> = one('number | string', takeDuration, (value) =>
  typeof value === 'number' && value > 0 && value < Infinity ? { value } : takeDuration(String(value)),
)

function takeDuration(word: string): OptionReading<number> {
  const length = readDuration(word)
  return length === undefined || length === 0
    ? refuse(word, length === 0 ? 'more than no time at all, such as 90s' : sayDuration(word))
    : { value: length / milliseconds(1) }
}

export const user: Kind<User> = one('GivenUser | string', readUser, (value) => {
  if (!isRecord(value)) return readUser(String(value))
  const { name, password, role = roles[0] } = value
  return toUser(asText(name), asText(password), asText(role))
})

// A third part is always a role, so that a misspelt one is not taken for the end of a password.
function readUser(word: string): OptionReading<User> {
  const [name = '', ...rest] = word.split(':')
  const role = rest.length > 1 ? rest.pop() : roles[0]
  return toUser(name.trim(), rest.join(':'), role ?? '')
}

function toUser(name: string, password: string, roleWord: string): OptionReading<User> {
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
