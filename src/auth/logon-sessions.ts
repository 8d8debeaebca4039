import { idOf } from '../random/ids.ts'
import type { Duration } from '../clock/duration.ts'
import type { Instant } from '../clock/instant.ts'
import type { Role, TENANT } from './roles.ts'

/** Proof of who is asking. */
export interface LogonSession {
  readonly id: string
  readonly userName: string
  readonly role: Role | typeof TENANT
  /** The id of the tenant that logged on, if one did; it sees what is its own. */
  readonly tenant?: string
  /** The API version that was asked for, such as `v1_7`; it decides the links of the logon document. */
  readonly version: string
}

interface Held {
  readonly session: LogonSession
  lastSeen: Instant
}

/** Who is told of sessions, and what they are of: in each world they have other ids. */
interface Listener {
  readonly of?: readonly string[]
  readonly opened?: (token: string) => void
  readonly ended?: (token: string, id: string) => void
}

/** The open sessions as plain data, those seen last at the end, and how many there have been. */
export interface LogonsState {
  readonly opened: number
  readonly held: readonly { readonly session: LogonSession; readonly lastSeen: Instant }[]
}

/** So many are held at once; the one that was silent longest goes first, so memory stays flat without logouts. */
const LIMIT = 4096

/** The open logon sessions. They end by arithmetic when they are next looked at; there is no timer (decision 4). */
export class LogonSessions {
  readonly #timeout: Duration
  readonly #seed: () => number
  #opened = 0
  /** By token, those seen last at the end. */
  readonly #held = new Map<string, Held>()

  readonly #listener: Listener

  /**
   * @param timeout how long a session may be silent; exactly that long is too long (em_rest: 15 minutes).
   * @param seed what ids are drawn from.
   */
  constructor(timeout: Duration, seed: () => number, listener: Listener = {}) {
    this.#timeout = timeout
    this.#seed = seed
    this.#listener = listener
  }

  /** Opens a session. Its id is drawn from the seed, so that the same requests get the same tokens. */
  open(who: Omit<LogonSession, 'id'>, now: Instant): LogonSession {
    const { of = [], opened } = this.#listener
    const id = idOf(this.#seed(), 'LogonSession', ...of, String(++this.#opened))
    const session = { ...who, id }
    for (const { session, lastSeen } of this.#held.values()) {
      if (this.#held.size < LIMIT && now - lastSeen < this.#timeout) break
      this.close(session.id)
    }
    const token = tokenOf(id)
    this.#held.set(token, { session, lastSeen: now })
    opened?.(token)
    return session
  }

  /** The session of a token, and notes that it was seen; undefined if unknown or silent for too long. */
  see(token: string, now: Instant): LogonSession | undefined {
    const held = this.#held.get(token)
    if (held === undefined) return undefined
    this.#held.delete(token)
    if (now - held.lastSeen >= this.#timeout) {
      this.#listener.ended?.(token, held.session.id)
      return undefined
    }
    held.lastSeen = now
    this.#held.set(token, held)
    return held.session
  }

  /** The session of a token, unseen; it may be over. */
  peek(token: string): LogonSession | undefined {
    return this.#held.get(token)?.session
  }

  /** The session of an id, unseen. */
  get(id: string, now: Instant): LogonSession | undefined {
    const held = this.#held.get(tokenOf(id))
    return held !== undefined && now - held.lastSeen < this.#timeout ? held.session : undefined
  }

  /** The open sessions of a user, the given one first. */
  ofUser(own: LogonSession, now: Instant): readonly LogonSession[] {
    const others = [...this.#held.values()].filter(
      ({ session, lastSeen }) => isSameUser(session, own) && session.id !== own.id && now - lastSeen < this.#timeout,
    )
    return [own, ...others.map(({ session }) => session)]
  }

  /** @returns whether there was one. */
  close(id: string): boolean {
    const token = tokenOf(id)
    const isOver = this.#held.delete(token)
    if (isOver) this.#listener.ended?.(token, id)
    return isOver
  }

  capture(): LogonsState {
    return { opened: this.#opened, held: [...this.#held.values()].map((each) => ({ ...each })) }
  }

  /** Ends all sessions, and has these instead. */
  restore({ opened, held }: LogonsState): void {
    for (const { session } of [...this.#held.values()]) this.close(session.id)
    this.#opened = opened
    for (const each of held) {
      const token = tokenOf(each.session.id)
      this.#held.set(token, { ...each })
      this.#listener.opened?.(token)
    }
  }

  get size(): number {
    return this.#held.size
  }
}

/** A tenant is no user, though it may have logged on by the name of one. */
export const isSameUser = (a: LogonSession, b: LogonSession): boolean =>
  a.userName === b.userName && a.tenant === b.tenant

/** As the real server does: the token is the base64 of the SessionId's text; scripts compute it themselves. */
export const tokenOf = (id: string): string => Buffer.from(id).toString('base64')
