// A world as a program holds it: the same as `/_mock`, without a socket between.
import { writeInstant } from './clock/instant.ts'
import type { House } from './http/house.ts'
import type { Houses } from './http/houses.ts'
import { AskedJournal } from './control/asked-journal.ts'
import type { Check } from './control/verify.ts'
import type { WaitSetting } from './control/wait-for.ts'
import type { Waiting } from './http/waiting.ts'
import { addEntity } from './control/add-entity.ts'
import { changeEntity } from './control/change-entity.ts'
import type { EntityForm } from './control/entity-form.ts'
import { listEntities, readEntity } from './control/list-entities.ts'
import { writeDump, type Dump } from './control/dump.ts'
import type { FaultState } from './control/faults.ts'
import { readFault, type FaultRule } from './control/read-fault.ts'
import { askable, faultCalled, removeFault } from './http/fault-routes.ts'
import { removeEntity } from './control/remove-entity.ts'
import { mainName } from './http/house.ts'
import { orderOutcome, type OrderedOutcome, type OutcomeSetting } from './http/outcomes.ts'
import { State, type SnapshotListed } from './http/state.ts'
import { Work } from './http/work.ts'
import { StoryTime } from './life/story-time.ts'
import { tokenOf } from './logon/logon-sessions.ts'
import { roleOf } from './logon/roles.ts'
import { readVersion, versionsOf } from './logon/versions.ts'
import { refuse } from './model/refusal.ts'

/** A logon session, and the headers that a request of it carries. */
export interface Logon {
  /** A GUID. */
  readonly sessionId: string
  /** What stands in the header `X-RestSvcSessionId`. */
  readonly token: string
  readonly headers: { readonly 'X-RestSvcSessionId': string }
}

/** One world of a server. Whatever is asked of it in vain throws an error whose message says what was expected. */
export class WorldHandle {
  /** `default`, or what it is called. */
  readonly name: string
  /** Where it answers: what comes before `/api`. */
  readonly url: string
  /** Story time, to be read and moved: the same as `/_mock/clock`. */
  readonly clock: StoryTime
  /** How work moves, and moving it: the same as `/_mock/work`. */
  readonly work: Work
  /** How a job's next runs end: the same as `/_mock/outcomes`. */
  readonly outcomes: { set(setting: OutcomeSetting): OrderedOutcome }
  /** The same as `/_mock/snapshots`. */
  readonly snapshots: {
    take(name: string): SnapshotListed
    restore(name: string): SnapshotListed
    drop(name: string): { readonly dropped: string }
    list(): readonly SnapshotListed[]
  }
  /** Entities added, changed and removed for a test's set-up: the same as `/_mock/entities`. */
  readonly entities: {
    add(type: string, fields: Readonly<Record<string, unknown>>): EntityForm
    change(type: string, id: string, fields: Readonly<Record<string, unknown>>): EntityForm
    remove(type: string, id: string): { readonly type: string; readonly id: string }
    read(type: string, id: string): EntityForm
    list(type: string): readonly { readonly id: string; readonly name: string }[]
  }
  /** What was asked: the same as `/_mock/requests`, `counts` and `verify`. */
  readonly journal: AskedJournal
  /** What goes wrong on purpose: the same as `/_mock/faults`. */
  readonly faults: {
    add(fault: FaultRule): FaultState
    list(): readonly FaultState[]
    get(name: string): FaultState
    remove(name: string): FaultState
    clear(): void
  }
  readonly #house: House
  readonly #waiting: Waiting
  readonly #state: State

  constructor(houses: Houses, house: House, url: string) {
    this.#house = house
    this.#waiting = houses.waiting
    this.journal = new AskedJournal(house.journal)
    this.#state = new State(house, houses)
    this.name = house.name
    this.url = house.name === mainName ? url : `${url}/w/${house.name}`
    this.clock = new StoryTime(house)
    this.work = new Work(house)
    this.outcomes = { set: (setting) => orderOutcome(house.world, setting) }
    this.snapshots = {
      take: (name) => this.#state.take(name),
      restore: (name) => this.#state.restore(name),
      drop: (name) => this.#state.drop(name),
      list: () => this.#state.snapshots().snapshots,
    }
    this.faults = {
      add: (fault) => house.faults.put(readFault(fault, askable())),
      list: () => house.faults.list(),
      get: (name) => faultCalled(house, name),
      remove: (name) => removeFault(house, name),
      clear: () => house.faults.clear(),
    }
    this.entities = {
      add: (type, fields) => addEntity(house.world, type, fields),
      change: (type, id, fields) => changeEntity(house.world, type, id, fields),
      remove: (type, id) => removeEntity(house.world, type, id),
      read: (type, id) => readEntity(house.world, type, id),
      list: (type) => listEntities(house.world, type).entities,
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
    const version = readVersion([], versionsOf(settings.legacyVersions))
    if (role === undefined || version === undefined) throw refuse.badCredentials()
    const { id } = logons.open({ userName: user, role, version }, world.clock.now())
    const token = tokenOf(id)
    return { sessionId: id, token, headers: { 'X-RestSvcSessionId': token } }
  }

  /** Resolves when so many requests have come that a filter finds, or time is up. The same as `/_mock/wait-for`. */
  waitFor(setting: WaitSetting): Promise<Check> {
    return this.#waiting.waitFor(this.#house.journal, setting)
  }

  /** How it stands, written down: plain data. The same as `/_mock/dump`. */
  dump(): Dump {
    return writeDump(this.#house)
  }

  /**
   * Has everything stand as a dump says, which is what it goes back to from now on: the same as `/_mock/load`.
   * @param dump as `dump` returns it, or its JSON as a text.
   */
  load(dump: Dump | string): Promise<{ readonly scenario: string; readonly now: string }> {
    return this.#state.load(dump)
  }

  /** Goes back to how the scenario was planted: all of it, or these parts. The same as `/_mock/reset`. */
  reset(...what: readonly string[]): { readonly reset: readonly string[] } {
    return this.#state.reset(what.length === 0 ? undefined : what)
  }

  /** Begins anew with another scenario: one that is built in, by its name, or a whole one. The same as `/_mock/scenario`. */
  play(scenario: unknown, now?: string): Promise<{ readonly scenario: string }> {
    return this.#state.play(scenario, now)
  }
}
