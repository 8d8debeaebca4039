import { webcrypto } from 'node:crypto'
import { isIP } from 'node:net'
import type { Extension, KeyUsageFlags } from '@peculiar/x509'
import type { Pem } from './tls.ts'

const day = 24 * 60 * 60 * 1000
/** In days. Clients take no leaf that is valid for more than 825. */
const DAYS = { authority: 10 * 365, leaf: 2 * 365 }

const keys = { name: 'ECDSA', namedCurve: 'P-256' } as const
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const

/** A new authority, valid from a day before `now`, since the clocks of clients differ. */
export async function makeAuthority(now: Date, name: string): Promise<Pem> {
  const x509 = await loadX509()
  const pair = await newKeys()
  const { keyCertSign, cRLSign } = x509.KeyUsageFlags
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    ...common(now, DAYS.authority),
    name: called(name),
    keys: pair,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      usages(x509, keyCertSign | cRLSign),
      await x509.SubjectKeyIdentifierExtension.create(pair.publicKey, false, webcrypto),
    ],
  })
  return { cert: cert.toString('pem'), key: await writeKey(x509, pair.privateKey) }
}

/**
 * A certificate for these names and addresses that an authority signs. It says whose key signs it and whose its own is,
 * without which strict clients take none (RFC 5280, 4.2.1; Python since 3.13).
 */
export async function makeLeaf(now: Date, names: readonly string[], authority: Pem): Promise<Pem> {
  const x509 = await loadX509()
  const pair = await newKeys()
  const signer = new x509.X509Certificate(authority.cert)
  const cert = await x509.X509CertificateGenerator.create({
    ...common(now, DAYS.leaf),
    subject: called('localhost'),
    issuer: signer.subjectName,
    publicKey: pair.publicKey,
    signingKey: await readKey(x509, authority.key),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      usages(x509, x509.KeyUsageFlags.digitalSignature),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names.map(altName)),
      await x509.AuthorityKeyIdentifierExtension.create(signer.publicKey, false, webcrypto),
      await x509.SubjectKeyIdentifierExtension.create(pair.publicKey, false, webcrypto),
    ],
  })
  return { cert: cert.toString('pem'), key: await writeKey(x509, pair.privateKey) }
}

type X509 = Awaited<ReturnType<typeof loadX509>>

/** It takes a while, and is needed for the first certificate only. */
async function loadX509() {
  const x509 = await import('@peculiar/x509')
  x509.cryptoProvider.set(webcrypto)
  return x509
}

const newKeys = () => webcrypto.subtle.generateKey(keys, true, ['sign', 'verify'])

const common = (now: Date, lasts: number) => ({
  notBefore: new Date(now.getTime() - day),
  notAfter: new Date(now.getTime() + lasts * day),
  signingAlgorithm: signing,
})

const usages = (x509: X509, flags: KeyUsageFlags): Extension => new x509.KeyUsagesExtension(flags, true)

/** Not written as text, in which some characters have a meaning. */
const called = (name: string) => [{ CN: [name] }]

async function writeKey(x509: X509, key: webcrypto.CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')
}

async function readKey(x509: X509, pem: string): Promise<webcrypto.CryptoKey> {
  return webcrypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(pem), keys, false, ['sign'])
}

const altName = (name: string) => ({ type: isIP(name) === 0 ? 'dns' : 'ip', value: name }) as const
