// What a program holds of a server that it started: the library's own words, and no others.
import type { EntityType } from './entity-type.ts'
import type { JournalPage, JournalQuery } from './control/asked-journal.ts'
import type { CountsState } from './control/counts.ts'
import type { EntityForm } from './control/entity-form.ts'
import type { FaultState } from './control/faults.ts'
import type { FaultRule } from './control/read-fault.ts'
import type { Check, Verdict } from './control/verify.ts'
import type { Expected } from './control/verify-expectation.ts'
import type { WaitSetting } from './control/wait-for.ts'
import type { OrderedOutcome, OutcomeSetting } from './http/outcomes.ts'
import type { Part, SnapshotListed } from './http/state.ts'
import type { WorkSetting, WorkState } from './http/work.ts'
import type { ClockChange, ClockSetting, ClockState } from './life/story-time.ts'
import type { ScenarioName } from './option-given.ts'
import type { Scenario } from '#seed-data'

/** A logon session, and the headers that a request of it carries. */
export interface Logon {
  /** A GUID. */
  readonly sessionId: string
  /** What stands in the header `X-RestSvcSessionId`. */
  readonly token: string
  readonly headers: { readonly 'X-RestSvcSessionId': string }
}

/** A world written down: plain data, which `load` and `--scenario` read. What it has besides is how it goes on. */
export interface Dump {
  readonly format: string
  readonly version: number
  readonly scenario: string
  readonly seed: number
  readonly clock: { readonly mode: string; readonly now: string }
  /** What there is, by type. */
  readonly rows: Readonly<Partial<Record<EntityType, readonly { readonly id: string }[]>>>
}

/** Members of an entity, by EM's names. */
type Fields = Readonly<Record<string, unknown>>

/** One world of a server. Whatever is asked of it in vain throws an error whose message says what was expected. */
export interface WorldHandle {
  /** `default`, or what it is called. */
  readonly name: string
  /** Where it answers: what comes before `/api`. */
  readonly url: string
  /** Story time, to be read and moved: the same as `/_mock/clock`. */
  readonly clock: {
    read(): ClockState
    set(setting: ClockSetting): ClockChange
    /** @param by such as `PT2H`, `P31D`, `90m`, or until when. */
    advance(by: string): ClockChange
    /** Goes on to when the next thing happens. */
    next(): ClockChange
  }
  /** How work moves, and moving it: the same as `/_mock/work`. */
  readonly work: {
    read(): WorkState
    set(setting: WorkSetting): WorkState
    step(job?: string): ClockChange & { readonly waiting: number }
  }
  /** How a job's next runs end: the same as `/_mock/outcomes`. */
  readonly outcomes: { set(setting: OutcomeSetting): OrderedOutcome }
  /** The same as `/_mock/snapshots`. */
  readonly snapshots: {
    take(name?: string): SnapshotListed
    restore(name: string): SnapshotListed
    drop(name: string): { readonly dropped: string }
    list(): readonly SnapshotListed[]
    read(name: string): SnapshotListed
    clear(): { readonly dropped: readonly string[] }
  }
  /** Entities added, changed and removed for a test's set-up: the same as `/_mock/entities`. */
  readonly entities: {
    types(): readonly EntityType[]
    add(type: EntityType, fields?: Fields): EntityForm
    change(type: EntityType, id: string, fields: Fields): EntityForm
    remove(type: EntityType, id: string): { readonly type: string; readonly id: string }
    read(type: EntityType, id: string): EntityForm
    list(type: EntityType): readonly { readonly id: string; readonly name: string }[]
  }
  /** What was asked: the same as `/_mock/requests`, `counts` and `verify`. */
  readonly journal: {
    list(query?: JournalQuery): JournalPage
    clear(): { readonly cleared: number }
    counts(): CountsState
    verify(expected: Expected): Verdict
    /** As `verify`, but throws an Error that says what differs. */
    expect(expected: Expected): void
  }
  /** What goes wrong on purpose: the same as `/_mock/faults`. */
  readonly faults: {
    add(fault: FaultRule): FaultState
    list(): readonly FaultState[]
    get(name: string): FaultState
    remove(name: string): FaultState
    clear(): { readonly removed: number }
  }
  /** The scenario that it goes back to. */
  readonly scenario: string
  /** Story time, in ISO 8601. */
  readonly now: string
  /**
   * Logs a user on, without a request. Throws EM's refusal for a user that may not.
   * @param user such as `administrator`, `portal-user`, `restore-operator`, or one that `user` of the options names;
   * `administrator` if not given.
   * @param password `secret` if not given.
   */
  logon(user?: string, password?: string): Logon
  /** Resolves when so many requests have come that a filter finds, or time is up. The same as `/_mock/wait-for`. */
  waitFor(setting: WaitSetting): Promise<Check>
  /** How it stands, written down: plain data. The same as `/_mock/dump`. */
  dump(): Dump
  /**
   * Has everything stand as a dump says, which is what it goes back to from now on: the same as `/_mock/load`.
   * @param dump as `dump` returns it, or its JSON as a text.
   */
  load(dump: Dump | string): Promise<{ readonly scenario: string; readonly now: string }>
  /** Goes back to how the scenario was planted: all of it, or these parts. The same as `/_mock/reset`. */
  reset(...what: readonly Part[]): { readonly reset: readonly string[] }
  /** Begins anew with another scenario: one that is built in, by its name, or a whole one. The same as `/_mock/scenario`. */
  play(scenario: ScenarioName | Scenario, now?: string): Promise<{ readonly scenario: string }>
}

/** A running server, and the world in it that is there from the start. */
export interface EnterpriseManager extends WorldHandle, AsyncDisposable {
  readonly httpUrl: string | undefined
  readonly httpsUrl: string | undefined
  readonly seed: number
  /** What requests below `/_mock` must send, if they must. */
  readonly token: string | undefined
  /** The certificate (PEM) that clients trust to trust this server: the same as `/_mock/ca.pem`. Rejects if HTTPS is off or has a certificate of yours. */
  ca(): Promise<string>
  /** Another world beside this one, made when it is first asked for. Throws for what is no name of a world. */
  world(name: string): WorldHandle
  /** Forgets a world, and ends the logon sessions in it. @returns whether it was there. */
  forget(name: string): boolean
  /** Refuses new connections and finishes what is in flight, for as long as `stopTimeout` says. */
  close(): Promise<void>
}
