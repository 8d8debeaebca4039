import { CacheBudget } from '../wire/row-cache.ts'

/** An answer that is ready to be sent again. */
export interface Ready {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Bytes of all bodies together. */
const LIMIT = 8 << 20
const MOST = 256
/** Characters of a question; a longer one is not asked again and again. */
const LONGEST = 4096

/**
 * Whole answers that were asked for more than once, for as long as nothing in the world has changed. Only what depends
 * on the request and the store alone belongs here: nothing that looks at the clock or at who asks.
 */
export class ResponseCache {
  #version = -1
  #size = 0
  readonly #budget: CacheBudget
  readonly #asked = new Set<string>()
  readonly #ready = new Map<string, Ready>()

  /** To be called when nothing is asked of it any more. */
  readonly close: () => void

  /** @param budget what the answers of all worlds may take together. */
  constructor(budget = new CacheBudget()) {
    this.#budget = budget
    const leave = budget.join(() => this.#forget(this.#version))
    this.close = () => {
      this.#forget(this.#version)
      leave()
    }
  }

  /** @param version the store's; a new one makes everything forgotten. */
  find(key: string, version: number): Ready | undefined {
    if (version !== this.#version) this.#forget(version)
    return this.#ready.get(key)
  }

  /** Keeps a copy, if this is the second time; most questions are asked once. */
  offer(key: string, { body, ...rest }: Ready): void {
    if (key.length > LONGEST) return
    if (!this.#asked.has(key)) {
      if (this.#asked.size >= MOST) this.#asked.clear()
      this.#asked.add(key)
      return
    }
    if (body.length > LIMIT) return
    if (this.#budget.isSpent) this.#budget.renew()
    if (this.#ready.size >= MOST || this.#size + body.length > LIMIT) this.#forget(this.#version)
    this.#ready.set(key, { ...rest, body: Buffer.from(body) })
    this.#size += body.length
    this.#budget.spend(body.length)
  }

  #forget(version: number): void {
    this.#version = version
    this.#budget.spend(-this.#size)
    this.#size = 0
    this.#asked.clear()
    this.#ready.clear()
  }
}
