// Module tls: the certificate authority and what it signs.
import { hostname, networkInterfaces } from 'node:os'
import { wallDate } from '../clock/clock.ts'
import { keptAuthority } from './kept-authority.ts'
import { makeAuthority, makeLeaf } from './sign.ts'
import type { Pem } from './tls.ts'

interface Signing {
  /** Where it is kept; in memory alone if nowhere. */
  readonly folder: string | undefined
  /** Names and addresses that certificates are for beside those of this machine. */
  readonly names: readonly string[]
  /** Is told what whoever started the server should know, in a sentence. */
  readonly tell: (sentence: string) => void
}

/** So many certificates for names that clients call are kept, and may wait to be signed. */
const MOST = 100
/** What may be called (RFC 1035). */
const callable = /^(?=.{1,253}$)(?:[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d])?\.)*[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d])?$/i

/**
 * Signs the certificates of a server, so that a client that trusts it once trusts the server by every name. It is made, or
 * read, when it is first needed: that takes as long as all the rest of a start.
 */
export class Authority {
  readonly #signing: Signing
  readonly #pem = once(() => this.#make())
  readonly #leaf = once(() => this.#sign(this.#ownNames))
  /** What that is for, as it was when first looked: a connection does not ask the system again. */
  #names: readonly string[] | undefined
  readonly #called = new Map<string, Promise<Pem>>()
  /** How many of them are not signed yet, and the last of these: they are signed one after another. */
  #waiting = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(signing: Signing) {
    this.#signing = signing
  }

  /** Its own certificate (PEM), for clients to trust. */
  async certificate(): Promise<string> {
    return (await this.#pem()).cert
  }

  /** A certificate for the names that this machine has. */
  leaf(): Promise<Pem> {
    return this.#leaf()
  }

  /** A certificate for a name that a client calls the server by (SNI); undefined if it needs none of its own, it is no name, or too many wait for theirs. */
  leafFor(name: string): Promise<Pem> | undefined {
    const called = name.toLowerCase()
    if (!callable.test(called) || this.#ownNames.includes(called)) return undefined
    let leaf = this.#called.get(called)
    if (leaf === undefined && this.#waiting < MOST) {
      leaf = this.#signInTurn(called)
      const [oldest] = this.#called.keys()
      if (this.#called.size >= MOST && oldest !== undefined) this.#called.delete(oldest)
      this.#called.set(called, leaf)
    }
    return leaf
  }

  #signInTurn(name: string): Promise<Pem> {
    this.#waiting++
    const leaf = this.#last.then(() => this.#sign([name]))
    this.#last = leaf.catch(() => this.#called.delete(name)).finally(() => this.#waiting--)
    return leaf
  }

  get #ownNames(): readonly string[] {
    return (this.#names ??= [...new Set([...ownNames(), ...this.#signing.names.map((name) => name.toLowerCase())])])
  }

  async #sign(names: readonly string[]): Promise<Pem> {
    return makeLeaf(wallDate(), names, await this.#pem())
  }

  #make(): Promise<Pem> {
    const { folder, tell } = this.#signing
    const make = () => makeAuthority(wallDate(), `mock-em on ${hostname()}`.slice(0, 64))
    return folder === undefined ? make() : keptAuthority(folder, wallDate(), make, tell)
  }
}

/** What is made when it is first asked for, and made again if that has failed. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}

/** What this machine is called, and where it is reached. */
function ownNames(): readonly string[] {
  const addresses = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .map(({ address }) => address.split('%')[0] ?? '')
  return ['localhost', hostname().toLowerCase(), '127.0.0.1', '::1', ...addresses]
}
