import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IncomingMessage } from 'node:http'
import { baseUrl } from '../../src/http/request/base-url.ts'

interface Given {
  readonly headers?: Readonly<Record<string, string>>
  readonly encrypted?: boolean
  readonly httpVersion?: string
  readonly localAddress?: string
}

const ask = (
  { headers = {}, encrypted = false, httpVersion = '1.1', localAddress = '192.0.2.7' }: Given,
  where: Partial<Parameters<typeof baseUrl>[1]> = {},
) =>
  baseUrl(
    { headers, httpVersion, socket: { encrypted, localAddress, localPort: 9399 } } as unknown as IncomingMessage,
    { publicUrl: undefined, trustProxy: false, ...where },
  ) // prettier-ignore

describe('every Href starts with', () => {
  it.each([
    ['localhost:9399'],
    ['em.example.net'],
    ['EM-01.example.net:9398'],
    ['em_01'],
    ['192.0.2.7:80'],
    ['[::1]:9399'],
    ['[2001:db8::7]'],
    ['[::ffff:192.0.2.7]:9398'],
    ['a'.repeat(253)],
  ])('the Host %s', (host) => {
    expect(ask({ headers: { host } })).toBe(`http://${host}/api`)
    expect(ask({ headers: { host }, encrypted: true })).toBe(`https://${host}/api`)
  })

  it.each([
    [''],
    [' '],
    ['a b'],
    ['a/b'],
    ['a?b'],
    ['a#b'],
    ['user@a'],
    ['a:b'],
    ['a:1:2'],
    ['a:999999'],
    ['a:99999'],
    ['::1'],
    ['[::1'],
    ['[::::]'],
    ['[::1]x'],
    ['192.0.2.999'],
    ['"><script>'],
    ['a\\b'],
    ['é.example'],
    ['a\0'],
    ['a,b'],
    ['%41'],
    ['a'.repeat(254)],
  ])('no Host %j', (host) => {
    expect(() => ask({ headers: { host } })).toThrow(
      `"${host.slice(0, 100)}" is no host. Send a Host header such as localhost:9399.`,
    )
  })

  it('something that can be followed, whatever the Host', () => {
    const host = fc.string({ unit: fc.constantFrom(...'aZ09.-_:[]f%x/@') })
    fc.assert(
      fc.property(host, (it) => {
        let base: string
        try {
          base = ask({ headers: { host: it } })
        } catch {
          return
        }
        expect(new URL(`${base}/jobs`).pathname).toBe('/api/jobs')
      }),
      { numRuns: 1000 },
    )
  })

  it('the address that was called, for HTTP/1.0 without Host', () => {
    expect(ask({ httpVersion: '1.0' })).toBe('http://192.0.2.7:9399/api')
    expect(ask({ httpVersion: '1.0', localAddress: '::1' })).toBe('http://[::1]:9399/api')
    expect(ask({ httpVersion: '1.0', localAddress: '::ffff:192.0.2.7' })).toBe('http://[::ffff:192.0.2.7]:9399/api')
    expect(ask({ httpVersion: '1.0', headers: { host: 'em' } })).toBe('http://em/api')
  })

  it('nothing, for HTTP/1.1 without Host', () => {
    expect(() => ask({})).toThrow('The Host header is missing.')
  })

  it('the public URL, whatever was asked', () => {
    const headers = { host: 'a b', 'x-forwarded-host': 'c' }
    const where = { publicUrl: 'https://em.example.net:1234/veeam', trustProxy: true }
    expect(ask({ headers }, where)).toBe('https://em.example.net:1234/veeam/api')
  })
})

describe('behind a proxy', () => {
  it.each<[Readonly<Record<string, string>>, boolean, string]>([
    [{ 'x-forwarded-proto': 'https' }, false, 'https://em'],
    [{ 'x-forwarded-proto': 'HTTPS' }, false, 'https://em'],
    [{ 'x-forwarded-proto': 'http' }, true, 'http://em'],
    [{ 'x-forwarded-proto': 'https, http' }, false, 'https://em'],
    [{ 'x-forwarded-proto': 'wss' }, true, 'https://em'],
    [{ 'x-forwarded-proto': 'wss' }, false, 'http://em'],
    [{ 'x-forwarded-proto': 'javascript' }, true, 'https://em'],
    [{ 'x-forwarded-proto': '' }, true, 'https://em'],
    [{ 'x-forwarded-host': 'front.example:8443' }, false, 'http://front.example:8443'],
    [{ 'x-forwarded-host': 'front , back' }, true, 'https://front'],
    [{ 'x-forwarded-host': '' }, false, 'http://em'],
    [{ 'x-forwarded-host': 'front', 'x-forwarded-proto': 'https' }, false, 'https://front'],
  ])('%j is believed only when the proxy is trusted', (forwarded, encrypted, origin) => {
    const headers = { host: 'em', ...forwarded }
    expect(ask({ headers, encrypted }, { trustProxy: true })).toBe(`${origin}/api`)
    expect(ask({ headers, encrypted })).toBe(`${encrypted ? 'https' : 'http'}://em/api`)
  })

  it('a host that is none is refused', () => {
    const headers = { host: 'em', 'x-forwarded-host': 'a/b' }
    expect(() => ask({ headers }, { trustProxy: true })).toThrow('"a/b" is no host.')
  })
})
