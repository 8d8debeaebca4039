import fc from 'fast-check'
import { controlOperations } from '../../src/control/control-operations.ts'
import { served } from '../../src/http/routes/served.ts'
import { accepts, basic } from './em.ts'

/**
 * Bytes that a client might send, well-formed or not, one character each; the connection is to end after the answer.
 * @param ids what may stand in the holes of paths, so that a request is more than noise.
 */
export const anyRequest = (ids: readonly string[]): fc.Arbitrary<(token: string) => string> =>
  fc
    .record({
      line: fc.oneof(
        { weight: 8, arbitrary: anyLine(ids) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary-ascii', maxLength: 60 }) },
      ),
      headers: fc.array(anyHeader, { maxLength: 5 }),
      body: fc.option(anyBody),
      isBroken: fc.constantFrom(...Array<boolean>(15).fill(false), true),
    })
    .map(({ line, headers, body, isBroken }) => (token) => {
      const length = body === null ? [] : [`Content-Length: ${Buffer.byteLength(body, 'latin1')}`]
      const known = ['Host: localhost', `X-RestSvcSessionId: ${token}`]
      const head = [line, ...known, ...headers, ...length, 'Connection: close']
      return head.join(isBroken ? '\n\r' : '\r\n') + '\r\n\r\n' + (body ?? '')
    })

/** Those that wait on purpose would keep a test waiting, and one ends the server. */
const endless = /wait-for|events|^\/_mock\/stop$/

const documented = [
  ...served.all.map(({ method, path, action }) => ({
    method,
    path: `/api${path}${action === undefined ? '' : `?action=${action}`}`,
  })),
  ...controlOperations.map(({ method, path }) => ({ method, path: `/_mock/${path}` })),
].filter(({ path }) => !endless.test(path))

const nasty = fc.oneof(
  fc.string({ unit: 'binary-ascii', maxLength: 20 }),
  fc.constantFrom('\x01', '\x7f', '\xff', '%zz', '%00', '..', '%2f', '{', '<a>', '名', '-1', '1e9', 'urn:veeam:Job:'),
  fc.constantFrom('a', '(', '/', '%', '[').map((letter) => letter.repeat(5000)),
)

/** What would end a request line or a header is noise of another kind, made by the broken ones. */
const oneLine = nasty.map((text) => Buffer.from(text.replace(/[\r\n\0]/g, '')).toString('latin1'))

function anyLine(ids: readonly string[]): fc.Arbitrary<string> {
  const hole = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ids) }, oneLine)
  const parameter = fc
    .tuple(
      fc.oneof(
        fc.constantFrom('action', 'filter', 'type', 'page', 'pageSize', 'format', 'sortAsc', 'v', 'as'),
        oneLine,
      ),
      oneLine,
    ) // prettier-ignore
    .map(([name, value]) => `${name}=${value}`)
  return fc
    .tuple(
      fc.constantFrom(...documented),
      fc.infiniteStream(hole),
      fc.array(parameter, { maxLength: 3 }),
      fc.constantFrom('', '', '', '', '', '/w/other', '/w/..', '//', '/%zz'),
      fc.constantFrom('HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/9'),
      fc.constantFrom(undefined, undefined, undefined, 'HEAD', 'OPTIONS', 'PROPFIND', 'X\x01'),
    )
    .map(([{ method, path }, holes, parameters, prefix, version, other]) => {
      const filled = path.replace(/\{\w+\}/g, () => String(holes.next().value))
      const query = parameters.length === 0 ? '' : (path.includes('?') ? '&' : '?') + parameters.join('&')
      return `${other ?? method} ${prefix}${filled}${query} ${version}`
    })
}

const anyHeader: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        'Origin',
        'Access-Control-Request-Headers',
        'Access-Control-Request-Method',
        'Prefer',
        'Accept',
        'Authorization',
        'Cookie',
        'X-Mock-World',
        'X-Forwarded-Host',
        'X-Forwarded-Proto',
        'Content-Type',
        'Content-Encoding',
        'Transfer-Encoding',
        'Expect',
        'Range',
        'Upgrade',
        'User-Agent',
        'If-None-Match',
      ),
      oneLine,
    )
    .map(([name, value]) => `${name}: ${value}`),
  fc.constantFrom(
    `Authorization: ${basic('administrator', 'a\x01\x7f')}`,
    'Prefer: mock-status=503',
    'Prefer: mock-drop=\x01, mock-status=418',
    `Accept: ${accepts.json}`,
    'Content-Type: application/json',
    'Content-Type: application/xml',
  ),
)

const anyBody: fc.Arbitrary<string> = fc.oneof(
  nasty.map((text) => Buffer.from(text).toString('latin1')),
  fc.json().map((text) => Buffer.from(text).toString('latin1')),
  fc.constantFrom('{"by":"PT1H"}', '{"now":"2026-02-30T25:00:00Z"}', '<LoginSpec/>', '{"a":{"a":'),
)
