import type { ServerResponse } from 'node:http'
import { clearInterval, setImmediate, setInterval } from 'node:timers'
import { wallNow } from '../clock/clock.ts'
import { milliseconds } from '../clock/duration.ts'

/** Bytes of answers that may wait for those who read them. */
const MOST = 128 << 20
/** Milliseconds that an answer may stand still while others wait for its room, or the server stops. */
const PATIENCE = 2000
/** Bytes that are handed on at a time, so that it is seen whether an answer moves. */
const PIECE = 64 << 10

interface WaitingRequests {
  bytes: number
  /** Wall time. */
  moved: number
}

type Sink = Pick<ServerResponse, 'write' | 'end' | 'destroy' | 'destroyed' | 'once' | 'off'>

/**
 * Answers on their way to those who read them. When there are too many bytes of them, requests wait for room, and what
 * stands still is cut off.
 */
export class Outgoing {
  readonly #answers = new Map<Sink, WaitingRequests>()
  readonly #requests: (() => void)[] = []
  readonly #most: number
  readonly #patience: number
  #bytes = 0
  #isStopping = false
  #timer: NodeJS.Timeout | undefined

  constructor({ most = MOST, patience = PATIENCE } = {}) {
    this.#most = most
    this.#patience = patience
  }

  get isFull(): boolean {
    return this.#bytes >= this.#most
  }

  /** Sends a body after its head, and ends the answer once all of it is handed on: one that has ended counts as idle to Node. */
  send(raw: Sink, body: Buffer, done: () => void): void {
    // Who went while it was made will not go again.
    if (raw.destroyed) return done()
    const waiting = { bytes: body.length, moved: wallNow() }
    this.#answers.set(raw, waiting)
    this.#bytes += body.length
    raw.once('close', () => {
      this.#drop(raw, waiting)
    })
    let at = 0
    const next = (error?: Error | null) => {
      if (error != null || raw.destroyed) return
      this.#bytes -= waiting.bytes - (body.length - at)
      waiting.bytes = body.length - at
      waiting.moved = wallNow()
      if (at < body.length) raw.write(body.subarray(at, (at += PIECE)), next)
      else {
        this.#drop(raw, waiting)
        raw.end(done)
      }
    }
    next()
    this.#timer ??= setInterval(() => {
      this.glance()
    }, this.#patience / 5).unref()
  }

  /** Goes on with a request when there is room for its answer, unless its client has gone by then. */
  whenRoom(raw: Sink, act: () => void): void {
    const go = () => {
      raw.off('close', gone)
      act()
    }
    const gone = () => void this.#requests.splice(this.#requests.indexOf(go), 1)
    raw.once('close', gone)
    this.#requests.push(go)
  }

  /** From here on what stands still is cut off, also while there is room. */
  stop(): void {
    this.#isStopping = true
  }

  /** Cuts off what has stood still for too long, if its room is needed. */
  glance(): void {
    if (!this.isFull && !this.#isStopping) return
    const since = wallNow() - milliseconds(this.#patience)
    for (const [raw, { moved }] of this.#answers) if (moved <= since) raw.destroy()
  }

  #drop(raw: Sink, waiting: WaitingRequests): void {
    if (!this.#answers.delete(raw)) return
    this.#bytes -= waiting.bytes
    if (this.#answers.size === 0) {
      clearInterval(this.#timer)
      this.#timer = undefined
    }
    this.#letIn()
  }

  /** One at a time: each may take all the room there is. */
  #letIn(): void {
    if (this.isFull || this.#requests.length === 0) return
    setImmediate(() => {
      if (!this.isFull) this.#requests.shift()?.()
      this.#letIn()
    })
  }
}
