// What a program holds of a server that it started: the library's own words, and no others.
import type { Expected } from '../journal/verify-expectation.ts'
import type { ServerOperations, WorldOperations } from './operation-handles.ts'

/** A logon session, and the headers that a request of it carries. */
export interface Logon {
  /** A GUID. */
  readonly sessionId: string
  /** What stands in the header `X-RestSvcSessionId`. */
  readonly token: string
  readonly headers: { readonly 'X-RestSvcSessionId': string }
}

/** One world of a server. Whatever is asked of it in vain throws an error whose message says what was expected. */
export interface WorldHandle extends WorldOperations {
  /** `default`, or what it is called. */
  readonly name: string
  /** Where it answers: what comes before `/api`. */
  readonly url: string
  readonly journal: WorldOperations['journal'] & {
    /** As `verify`, but throws an Error that says what differs. */
    expect(expected: Expected): void
  }
  /** The scenario that it goes back to. */
  readonly scenario: string
  /** Simulated time, in ISO 8601. */
  readonly now: string
  /**
   * Logs a user on, without a request. Throws EM's error for a user that may not.
   * @param user such as `administrator`, `portal-user`, `restore-operator`, or one that `user` of the options names;
   * `administrator` if not given.
   * @param password `secret` if not given.
   */
  logon(user?: string, password?: string): Logon
}

/** A running server, and the world in it that is there from the start. */
export interface EnterpriseManager extends WorldHandle, ServerOperations, AsyncDisposable {
  readonly httpUrl: string | undefined
  readonly httpsUrl: string | undefined
  readonly seed: number
  /** What requests below `/_mock` must send, if they must. */
  readonly token: string | undefined
  /** Another world beside this one, made when it is first asked for. Throws for what is no name of a world. */
  world(name: string): WorldHandle
  /** Forgets a world, and ends the logon sessions in it. @returns whether it was there. */
  forget(name: string): boolean
  /** Refuses new connections and finishes what is in flight, for as long as `stopTimeout` says. */
  close(): Promise<void>
}
