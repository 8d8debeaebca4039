// A world as a program holds it: the same operations as `/_mock`, without a socket between.
import * as asking from './control/asking.ts'
import type { FaultState } from './control/faults.ts'
import { sayVerdict, type Check } from './control/verify.ts'
import type { WaitSetting } from './control/wait-for.ts'
import { writeInstant } from './clock/instant.ts'
import { askable } from './http/askable.ts'
import * as clock from './http/clock-operations.ts'
import type { EntityType } from './entity-type.ts'
import type { Dump, Logon, WorldHandle } from './handles.ts'
import { doControl, type ControlCall, type ControlOperation } from './http/control-operation.ts'
import * as entities from './http/entity-operations.ts'
import * as faults from './http/fault-operations.ts'
import { mainName, type House } from './http/house.ts'
import type { Houses } from './http/houses.ts'
import * as journal from './http/journal-operations.ts'
import type { Part } from './http/state.ts'
import * as state from './http/state-operations.ts'
import { tokenOf } from './logon/logon-sessions.ts'
import { roleOf } from './logon/roles.ts'
import { readVersion } from './logon/versions.ts'
import { refuse } from './model/refusal.ts'
import type { ScenarioName } from './option-given.ts'
import type { Scenario } from '#seed-data'

/** One world of a server, by the operations that `/_mock` has. */
export class HeldWorld implements WorldHandle {
  readonly name: string
  readonly url: string
  readonly clock: WorldHandle['clock']
  readonly work: WorldHandle['work']
  readonly outcomes: WorldHandle['outcomes']
  readonly snapshots: WorldHandle['snapshots']
  readonly entities: WorldHandle['entities']
  readonly journal: WorldHandle['journal']
  readonly faults: WorldHandle['faults']
  readonly #houses: Houses

  constructor(houses: Houses, house: House, url: string) {
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
      types: () => on(entities.listTypes).types as readonly EntityType[],
      add: (type, fields = {}) => on(entities.addOne, fields, { type }),
      change: (type, id, fields) => on(entities.changeOne, fields, { type, id }),
      remove: (type, id) => on(entities.removeOne, undefined, { type, id }),
      read: (type, id) => on(entities.readOne, undefined, { type, id }),
      list: (type) => on(entities.listOfType, undefined, { type }).entities,
    }
    this.journal = {
      list: (query) =>
        new asking.AskedJournal(this.#house.journal, askable(house.operations, house.name)).list(
          query,
        ),
      clear: () => on(journal.clearRequests),
      counts: () => on(journal.readCounts),
      verify: (expected) => on(journal.verify, expected),
      expect: (expected) => {
        const verdict = on(journal.verify, expected)
        if (!verdict.ok) throw new Error(sayVerdict(verdict))
      },
    }
  }

  /** By its name, as over HTTP: a world that was let go of begins anew. */
  get #house(): House {
    return this.#houses.named(this.name)
  }

  get scenario(): string {
    return this.#house.origin.scenario
  }

  get now(): string {
    return writeInstant(this.#house.world.clock.now())
  }

  logon(user = 'administrator', password = 'secret'): Logon {
    const { logons, settings, world } = this.#house
    const role = roleOf(user, password, settings.user)
    const version = readVersion([])
    if (role === undefined || version === undefined) throw refuse.badCredentials()
    const { id } = logons.open({ userName: user, role, version }, world.clock.now())
    const token = tokenOf(id)
    return { sessionId: id, token, headers: { 'X-RestSvcSessionId': token } }
  }

  async waitFor(setting: WaitSetting): Promise<Check> {
    return this.#do(journal.waitFor, setting)
  }

  dump(): Dump {
    // What the world holds is not handed out: it would change with what is done to it.
    return structuredClone(this.#do(state.dump))
  }

  async load(dump: Dump | string): Promise<{ readonly scenario: string; readonly now: string }> {
    return this.#do(state.load, structuredClone(dump))
  }

  reset(...what: readonly Part[]): { readonly reset: readonly string[] } {
    return this.#do(state.reset, what.length === 0 ? {} : { what })
  }

  async play(
    scenario: ScenarioName | Scenario,
    now?: string,
  ): Promise<{ readonly scenario: string }> {
    return this.#do(state.play, { scenario, now })
  }

  #do<B, A>(operation: ControlOperation<B, A>, body?: B, path: ControlCall['path'] = {}): A {
    const work = doControl(operation, asking, {
      house: this.#house,
      houses: this.#houses,
      body,
      parameters: [],
      path,
      base: this.url,
    })
    return this.#house.lock.finish(work)
  }
}
