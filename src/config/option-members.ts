// Generated from src/config/option-table.ts by `npm run generate`. Do not edit.
import type { GivenPace, GivenPort, GivenUser, Scenario, ScenarioFile, ScenarioName } from './option-given.ts'

/**
 * What can be asked for; all of it optional. What is one of a few words has them as its type; what has a form of its own,
 * such as a port or a speed, is any text, and a text of another form is refused with a sentence at the start.
 */
export interface Options {
  /** Address to listen on; 0.0.0.0 is every one, as a container needs. */
  readonly host?: string | undefined
  /** Port for HTTP; 0 is any free one, `off` none. */
  readonly httpPort?: GivenPort | undefined
  /** Port for HTTPS; 0 is any free one, `off` none. */
  readonly httpsPort?: GivenPort | undefined
  /** What every Href starts with; left out, the scheme and Host of the request. */
  readonly publicUrl?: string | undefined
  /** Believe X-Forwarded-Proto, -Host and -For. */
  readonly trustProxy?: boolean | undefined
  /** Origins whose pages may use the API; left out, every origin may. */
  readonly corsOrigin?: readonly string[] | undefined
  /** How long a stop waits for answers that are still taken: milliseconds, or such as `5s`. */
  readonly stopTimeout?: number | string | undefined
  /** The estate to start from: one that is built in, a whole one, or the path of a JSON file. */
  readonly scenario?: ScenarioName | ScenarioFile | Scenario | undefined
  /** How many job sessions the scenario large has. */
  readonly sessions?: number | undefined
  /** What chance is drawn from; the same seed makes the same world. */
  readonly seed?: number | undefined
  /** When simulated time starts, such as 2025-08-16T13:30:00Z; left out, when the scenario says, else now. */
  readonly now?: string | undefined
  /** How simulated time runs: as the real one, not at all, or N times as fast (60x). Left out, as the scenario says, else real. */
  readonly clock?: GivenPace | undefined
  /** Megabytes that all worlds may hold together; left out, 65 % of what Node's heap may be. Idle worlds go when there is no room. */
  readonly memory?: number | undefined
  /** Which license it has: community, standard, enterprise-plus. Below the last, all that would change something is a 403. */
  readonly edition?: 'community' | 'standard' | 'enterprise-plus' | undefined
  /** Who may log on, as objects or as `name:password:role`; left out, any name and password. */
  readonly user?: readonly (GivenUser | string)[] | undefined
  /** How long an idle logon lasts, in simulated time: milliseconds, or such as `90s`, `15m`, `PT15M`. */
  readonly sessionTimeout?: number | string | undefined
  /** JSON with PascalCase names (v12) or camelCase names (v13). */
  readonly dialect?: 'v12' | 'v13' | undefined
  /** Whose time precision and names to show. */
  readonly database?: 'postgresql' | 'sqlserver' | undefined
  /** Begin bodies with a byte order mark, as old servers do. */
  readonly bom?: boolean | undefined
  /** List the API versions v1_2 to v1_4 too; they are taken at logon anyway. */
  readonly legacyVersions?: boolean | undefined
  /** The path of a certificate (PEM); left out, one is signed by an authority of our own when first needed. */
  readonly tlsCert?: string | undefined
  /** The path of the certificate's private key (PEM). */
  readonly tlsKey?: string | undefined
  /** Names and addresses that the certificate of our own is for too. */
  readonly tlsSan?: readonly string[] | undefined
  /** The folder where our own authority is kept, so that a client trusts it once; in memory if not given. */
  readonly tlsDir?: string | undefined
  /** Answer below /_mock, where a test moves time, adds faults and sees what was asked; true if not given. */
  readonly control?: boolean | undefined
  /** What requests below /_mock must send as X-Mock-Token. Left out, none is needed on loopback; on any other address one is made. */
  readonly token?: string | undefined
  /** Let a request ask for its own fault, such as Prefer: mock-status=503; true if not given. */
  readonly prefer?: boolean | undefined
  /** Refuse with 400 what EM lets pass: parameters and body members that nothing reads, unknown names in filters, old API versions. */
  readonly strict?: boolean | undefined
  /** Refuse with 400 a URL that a client built instead of reading it from an answer. */
  readonly strictLinks?: boolean | undefined
  /** Send no header that begins with X-Mock-. */
  readonly quietHeaders?: boolean | undefined
  /** The path of a file that tells where it answers, once it does, in one line of JSON. */
  readonly readyFile?: string | undefined
  /** What is logged to stderr; `silent` if not given. */
  readonly log?: 'silent' | 'info' | 'debug' | undefined
}
