import { isIP } from 'node:net'
import type { SelfsignedOptions } from 'selfsigned'
import type { Pem } from './tls.ts'

const day = 24 * 60 * 60 * 1000
/** In days. Clients take no leaf that is valid for more than 825. */
const YEARS = { authority: 10 * 365, leaf: 2 * 365 }

/** A new authority, valid from a day before `now`, since the clocks of clients differ. */
export const makeAuthority = (now: Date, name: string): Promise<Pem> =>
  generate(now, YEARS.authority, name, [
    { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
  ])

/** A certificate for these names and addresses that an authority signs. */
export const makeLeaf = (now: Date, names: readonly string[], authority: Pem): Promise<Pem> =>
  generate(
    now,
    YEARS.leaf,
    'localhost',
    [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: names.map(altName) },
    ],
    authority,
  )

async function generate(
  now: Date,
  lasts: number,
  commonName: string,
  extensions: NonNullable<SelfsignedOptions['extensions']>,
  ca?: Pem,
): Promise<Pem> {
  // Bundled, a CommonJS package has only its default.
  const { default: selfsigned } = await import('selfsigned')
  const made = await selfsigned.generate([{ name: 'commonName', value: commonName }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(now.getTime() - day),
    notAfterDate: new Date(now.getTime() + lasts * day),
    extensions,
    ...(ca !== undefined && { ca }),
  })
  return { cert: made.cert, key: made.private }
}

function altName(name: string): { type: 7; ip: string } | { type: 2; value: string } {
  return isIP(name) === 0 ? { type: 2, value: name } : { type: 7, ip: name }
}
