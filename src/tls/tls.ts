// A certificate of the user's own.
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'

/** A certificate and its key. */
export interface Pem {
  readonly cert: string
  readonly key: string
}

/** What PEM files hold. Rejects with a SettingsError if they cannot be read, or do not belong together. */
export async function readCertificate(certPath: string, keyPath: string): Promise<Pem> {
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
