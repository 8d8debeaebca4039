import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeAuthority } from '../../src/tls/sign.ts'
import { readCertificate, type Pem } from '../../src/tls/tls.ts'

const now = new Date('2025-08-16T13:30:00Z')

describe('a certificate from files', () => {
  let folder: string
  let own: Pem
  const at = (name: string): string => join(folder, name)
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mock-em-tls-'))
    own = await makeAuthority(now, 'own')
    const other = await makeAuthority(now, 'other')
    await writeFile(at('cert.pem'), own.cert)
    await writeFile(at('key.pem'), own.key)
    await writeFile(at('other.pem'), other.key)
    await writeFile(at('text.pem'), 'not a certificate')
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('is what the files hold', async () => {
    expect(await readCertificate(at('cert.pem'), at('key.pem'))).toEqual(own)
  })
  it.each([
    ['missing.pem', 'key.pem', /missing\.pem cannot be read: ENOENT/],
    ['cert.pem', 'missing.pem', /missing\.pem cannot be read: ENOENT/],
    ['text.pem', 'key.pem', /text\.pem is not a certificate in PEM form \(-----BEGIN CERT/],
    ['cert.pem', 'text.pem', /text\.pem is not a private key in PEM form \(-----BEGIN PRIVATE/],
    ['cert.pem', 'cert.pem', /cert\.pem is not a private key/],
    ['cert.pem', 'other.pem', /other\.pem does not belong to the certificate .*cert\.pem\.$/],
  ])('is refused when they are %s and %s', async (cert, key, message) => {
    const made = readCertificate(at(cert), at(key))
    const error: unknown = await made.catch((error: unknown) => error)
    expect(error).toMatchObject({
      name: 'SettingsError',
      message: expect.stringMatching(message) as string,
    })
  })
})
