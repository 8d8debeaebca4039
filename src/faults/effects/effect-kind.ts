import type { Draw } from '../../random/draw.ts'
import type { JsonShape } from '../../json-schema/kinds.ts'

/** One way in which an answer goes wrong: a member of a fault's `effect`, and what it does. */
export type EffectKind = Named & (BeforeAnswer | InsteadOfAnswer | OnBytes)

interface Named {
  /** The member that asks for it: `reset`. */
  readonly name: string
  /** What it does, in a sentence, for docs and for programs. */
  readonly description: string
  /** What the member may be; one that is `false` asks for nothing. */
  readonly shape: JsonShape
  /** Members that go with this one alone. */
  readonly with?: Readonly<Record<string, JsonShape>>
}

/** Acts before the request is looked at. What it throws is the answer; without that the request goes on. */
interface BeforeAnswer {
  readonly acts: 'before'
  readonly act: (asked: AskedRequest, given: Given) => void
}

/** No answer is sent. */
interface InsteadOfAnswer {
  readonly acts: 'instead'
  readonly act: (connection: Connection) => void
}

/** Sends the bytes of an answer otherwise; an answer that has none is left alone. */
interface OnBytes {
  readonly acts: 'on bytes'
  readonly act: (sending: Sending) => void
}

/** The members of a rule that belong to an effect. */
export type Given = Readonly<Record<string, unknown>>

/** The request that it happens to. */
export interface AskedRequest {
  /** Ends the logon session that it carries, if it carries one. */
  expireLogon(): void
}

/** What the request came by. */
export interface Connection {
  reset(): void
  close(): void
}

/** An answer whose bytes are about to be sent. */
export interface Sending {
  readonly body: Buffer
  /** Draws that are the rule's own. */
  readonly draw: Draw
  /**
   * Announces so many bytes and sends these.
   * @param then ends as an answer does, closes the connection, or leaves it open until nobody waits so long.
   */
  send(announced: number, bytes: Buffer, then: 'end' | 'close' | 'wait'): void
}
