// A world as a program holds it: the same operations as `/_mock`, without a socket between.
import * as asking from './control/asking.ts'
import type { JournalPage, JournalQuery } from './control/asked-journal.ts'
import type { CountsState } from './control/counts.ts'
import type { Dump } from './control/dump.ts'
import type { EntityForm } from './control/entity-form.ts'
import type { FaultState } from './control/faults.ts'
import type { FaultRule } from './control/read-fault.ts'
import { sayVerdict, type Check, type Verdict } from './control/verify.ts'
import type { Expected } from './control/verify-expectation.ts'
import type { WaitSetting } from './control/wait-for.ts'
import { writeInstant } from './clock/instant.ts'
import { askable } from './http/askable.ts'
import * as clock from './http/clock-operations.ts'
import { doControl, type ControlCall, type ControlOperation } from './http/control-operation.ts'
import * as entities from './http/entity-operations.ts'
import * as faults from './http/fault-operations.ts'
import { mainName, type House } from './http/house.ts'
import type { Houses } from './http/houses.ts'
import * as journal from './http/journal-operations.ts'
import type { OrderedOutcome, OutcomeSetting } from './http/outcomes.ts'
import type { SnapshotListed } from './http/state.ts'
import * as state from './http/state-operations.ts'
import type { WorkSetting, WorkState } from './http/work.ts'
import type { ClockChange, ClockSetting, ClockState } from './life/story-time.ts'
import { tokenOf } from './logon/logon-sessions.ts'
import { roleOf } from './logon/roles.ts'
import { readVersion } from './logon/versions.ts'
import { refuse } from './model/refusal.ts'

/** A logon session, and the headers that a request of it carries. */
export interface Logon {
  /** A GUID. */
  readonly sessionId: string
  /** What stands in the header `X-RestSvcSessionId`. */
  readonly token: string
  readonly headers: { readonly 'X-RestSvcSessionId': string }
}

type Fields = Readonly<Record<string, unknown>>

/** One world of a server. Whatever is asked of it in vain throws an error whose message says what was expected. */
export class WorldHandle {
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
    types(): readonly string[]
    add(type: string, fields?: Fields): EntityForm
    change(type: string, id: string, fields: Fields): EntityForm
    remove(type: string, id: string): { readonly type: string; readonly id: string }
    read(type: string, id: string): EntityForm
    list(type: string): readonly { readonly id: string; readonly name: string }[]
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
  readonly #house: House
  readonly #houses: Houses

  constructor(houses: Houses, house: House, url: string) {
    this.#house = house
    this.#houses = houses
    this.name = house.name
    this.url = house.name === mainName ? url : `${url}/w/${house.name}`
    const on = <B, A>(operation: ControlOperation<B, A>, body?: B, path?: ControlCall['path']) =>
      this.#do(operation, body, path)
    this.clock = {
      read: () => on(clock.readClock),
      set: (setting) => on(clock.setClock, setting),
      advance: (by) => on(clock.advanceClock, { by }),
      next: () => on(clock.goToNext),
    }
    this.work = {
      read: () => on(clock.readWork),
      set: (setting) => on(clock.setWork, setting),
      step: (job) => on(clock.stepWork, { job }),
    }
    this.outcomes = { set: (setting) => on(clock.orderOutcomes, setting) }
    this.snapshots = {
      take: (name) => on(state.takeNamedSnapshot, name === undefined ? {} : { name }),
      restore: (name) => on(state.restoreSnapshot, undefined, { name }),
      drop: (name) => on(state.dropSnapshot, undefined, { name }),
      list: () => on(state.listSnapshots).snapshots,
      read: (name) => on(state.readSnapshot, undefined, { name }),
      clear: () => on(state.clearSnapshots),
    }
    this.faults = {
      add: (fault) => on(faults.addFaults, fault) as FaultState,
      list: () => on(faults.listFaults).faults,
      get: (name) => on(faults.readFaultState, undefined, { name }),
      remove: (name) => on(faults.removeFault, undefined, { name }),
      clear: () => on(faults.clearFaults),
    }
    this.entities = {
      types: () => on(entities.listTypes).types,
      add: (type, fields = {}) => on(entities.addOne, fields, { type }),
      change: (type, id, fields) => on(entities.changeOne, fields, { type, id }),
      remove: (type, id) => on(entities.removeOne, undefined, { type, id }),
      read: (type, id) => on(entities.readOne, undefined, { type, id }),
      list: (type) => on(entities.listOfType, undefined, { type }).entities,
    }
    this.journal = {
      list: (query) => new asking.AskedJournal(house.journal, askable(house.name)).list(query),
      clear: () => on(journal.clearRequests),
      counts: () => on(journal.readCounts),
      verify: (expected) => on(journal.verify, expected),
      expect: (expected) => {
        const verdict = on(journal.verify, expected)
        if (!verdict.ok) throw new Error(sayVerdict(verdict))
      },
    }
  }

  /** The scenario that it goes back to. */
  get scenario(): string {
    return this.#house.origin.scenario
  }

  /** Story time, in ISO 8601. */
  get now(): string {
    return writeInstant(this.#house.world.clock.now())
  }

  /**
   * Logs a user on, without a request. Throws EM's refusal for a user that may not.
   * @param user such as `administrator`, `portal-user`, `restore-operator`, or one that `user` of the options names.
   */
  logon(user = 'administrator', password = 'secret'): Logon {
    const { logons, settings, world } = this.#house
    const role = roleOf(user, password, settings.user)
    const version = readVersion([])
    if (role === undefined || version === undefined) throw refuse.badCredentials()
    const { id } = logons.open({ userName: user, role, version }, world.clock.now())
    const token = tokenOf(id)
    return { sessionId: id, token, headers: { 'X-RestSvcSessionId': token } }
  }

  /** Resolves when so many requests have come that a filter finds, or time is up. The same as `/_mock/wait-for`. */
  async waitFor(setting: WaitSetting): Promise<Check> {
    return this.#do(journal.waitFor, setting)
  }

  /** How it stands, written down: plain data. The same as `/_mock/dump`. */
  dump(): Dump {
    // What the world holds is not handed out: it would change with what is done to it.
    return structuredClone(this.#do(state.dump))
  }

  /**
   * Has everything stand as a dump says, which is what it goes back to from now on: the same as `/_mock/load`.
   * @param dump as `dump` returns it, or its JSON as a text.
   */
  async load(dump: Dump | string): Promise<{ readonly scenario: string; readonly now: string }> {
    return this.#do(state.load, structuredClone(dump))
  }

  /** Goes back to how the scenario was planted: all of it, or these parts. The same as `/_mock/reset`. */
  reset(...what: readonly string[]): { readonly reset: readonly string[] } {
    return this.#do(state.reset, what.length === 0 ? {} : { what })
  }

  /** Begins anew with another scenario: one that is built in, by its name, or a whole one. The same as `/_mock/scenario`. */
  async play(scenario: unknown, now?: string): Promise<{ readonly scenario: string }> {
    return this.#do(state.play, { scenario, now })
  }

  #do<B, A>(operation: ControlOperation<B, A>, body?: B, path: ControlCall['path'] = {}): A {
    return doControl(operation, asking, {
      house: this.#house,
      houses: this.#houses,
      body,
      parameters: [],
      path,
      base: this.url,
    })
  }
}
