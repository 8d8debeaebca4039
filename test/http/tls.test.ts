import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { certificate, type Pem } from '../../src/http/tls.ts'

const validFrom = new Date('2025-08-16T13:30:00Z')

describe('a self-signed certificate', async () => {
  const names = ['em.example.test', '*.lab.test', '10.0.0.5', 'localhost']
  const pem = await certificate({ tlsSan: names }, validFrom)
  const read = new X509Certificate(pem.cert)

  it('is for this machine and the names that were asked for, each once', () => {
    const dns = [...new Set(['localhost', hostname(), 'em.example.test', '*.lab.test'])]
    const expected = [
      ...dns.map((name) => `DNS:${name}`),
      ...['127.0.0.1', '0:0:0:0:0:0:0:1', '10.0.0.5'].map((address) => `IP Address:${address}`),
    ]
    expect(read.subjectAltName?.split(', ').sort()).toEqual(expected.sort())
    expect(read.subject).toBe('CN=localhost')
  })
  it('has an elliptic key on P-256 that signs it', () => {
    expect(read.publicKey.asymmetricKeyType).toBe('ec')
    expect(read.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1')
    expect(read.checkPrivateKey(createPrivateKey(pem.key))).toBe(true)
    expect(read.verify(read.publicKey)).toBe(true)
    expect(read.ca).toBe(false)
  })
  it('is valid from a day before for two years', () => {
    expect(new Date(read.validFrom)).toEqual(new Date('2025-08-15T13:30:00Z'))
    expect(new Date(read.validTo)).toEqual(new Date('2027-08-16T13:30:00Z'))
  })
})

describe('a certificate from files', () => {
  let folder: string
  let own: Pem
  const at = (name: string): string => join(folder, name)
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mock-em-tls-'))
    own = await certificate({ tlsSan: [] }, validFrom)
    const other = await certificate({ tlsSan: [] }, validFrom)
    await writeFile(at('cert.pem'), own.cert)
    await writeFile(at('key.pem'), own.key)
    await writeFile(at('other.pem'), other.key)
    await writeFile(at('text.pem'), 'not a certificate')
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('is what the files hold', async () => {
    const settings = { tlsCert: at('cert.pem'), tlsKey: at('key.pem'), tlsSan: [] }
    expect(await certificate(settings, validFrom)).toEqual(own)
  })
  it.each([
    ['missing.pem', 'key.pem', /missing\.pem cannot be read: ENOENT/],
    ['cert.pem', 'missing.pem', /missing\.pem cannot be read: ENOENT/],
    ['text.pem', 'key.pem', /text\.pem is not a certificate in PEM form \(-----BEGIN CERT/],
    ['cert.pem', 'text.pem', /text\.pem is not a private key in PEM form \(-----BEGIN PRIVATE/],
    ['cert.pem', 'cert.pem', /cert\.pem is not a private key/],
    ['cert.pem', 'other.pem', /other\.pem does not belong to the certificate .*cert\.pem\.$/],
  ])('is refused when they are %s and %s', async (cert, key, message) => {
    const made = certificate({ tlsCert: at(cert), tlsKey: at(key), tlsSan: [] }, validFrom)
    const refusal: unknown = await made.catch((error: unknown) => error)
    expect(refusal).toMatchObject({
      name: 'SettingsError',
      message: expect.stringMatching(message) as string,
    })
  })
})
