// The certificate: from PEM files, or a self-signed one for this machine.
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { hostname } from 'node:os'

interface TlsSettings {
  readonly tlsCert?: string | undefined
  readonly tlsKey?: string | undefined
  readonly tlsSan: readonly string[]
}

export interface Pem {
  readonly cert: string
  readonly key: string
}

/** A self-signed one is valid from a day before `validFrom`, since the clocks of clients differ. */
export async function certificate(settings: TlsSettings, validFrom: Date): Promise<Pem> {
  const { tlsCert, tlsKey, tlsSan } = settings
  return tlsCert === undefined || tlsKey === undefined
    ? makeCertificate([...new Set([...ownNames, hostname(), ...tlsSan])], validFrom)
    : readCertificate(tlsCert, tlsKey)
}

async function readCertificate(certPath: string, keyPath: string): Promise<Pem> {
  const [cert, key] = await Promise.all([readPem(certPath), readPem(keyPath)])
  const read = attempt(
    () => new X509Certificate(cert),
    `${certPath} is not a certificate in PEM form (-----BEGIN CERTIFICATE-----)`,
  )
  const privateKey = attempt(
    () => createPrivateKey(key),
    `${keyPath} is not a private key in PEM form (-----BEGIN PRIVATE KEY-----) without a passphrase`,
  )
  if (!read.checkPrivateKey(privateKey))
    throw settingsError(`The key ${keyPath} does not belong to the certificate ${certPath}.`)
  return { cert, key }
}

async function readPem(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw settingsError(`${path} cannot be read: ${reason(error)}.`)
  }
}

function attempt<Value>(make: () => Value, sentence: string): Value {
  try {
    return make()
  } catch (error) {
    throw settingsError(`${sentence}: ${reason(error)}.`)
  }
}

function settingsError(sentence: string): Error {
  return Object.assign(new Error(sentence), { name: 'SettingsError' })
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

const ownNames = ['localhost', '127.0.0.1', '::1']
const day = 24 * 60 * 60 * 1000

async function makeCertificate(names: readonly string[], validFrom: Date): Promise<Pem> {
  // Bundled, a CommonJS package has only its default.
  const { default: selfsigned } = await import('selfsigned')
  const made = await selfsigned.generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(validFrom.getTime() - day),
    notAfterDate: new Date(validFrom.getTime() + 2 * 365 * day),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: names.map(altName) },
    ],
  })
  return { cert: made.cert, key: made.private }
}

function altName(name: string): { type: 7; ip: string } | { type: 2; value: string } {
  return isIP(name) === 0 ? { type: 2, value: name } : { type: 7, ip: name }
}
