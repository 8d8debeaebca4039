// Generated from the operations of src/control by `npm run generate`. Do not edit.
import type { Scenario } from '#seed-data'
import type { EntityType } from './entity-type.ts'
import type { ClockChange, ClockSetting, ClockState } from '../simulation/core/clock-control.ts'
import type { OrderedOutcome, OutcomeSetting } from '../control/outcomes.ts'
import type { WorkSetting, WorkState } from '../control/work.ts'
import type { ScenarioName } from '../config/option-given.ts'
import type { JournalPage, JournalQuery } from '../journal/asked-journal.ts'
import type { EntityQuery } from '../entities/ask-entities.ts'
import type { CountsState } from '../journal/counts.ts'
import type { Check, Verdict } from '../journal/verify.ts'
import type { Expected } from '../journal/verify-expectation.ts'
import type { WaitSetting } from '../journal/wait-for.ts'
import type { FaultState } from '../faults/faults.ts'
import type { FaultRule } from '../faults/read-fault.ts'
import type { EntityForm } from '../entities/entity-form.ts'
import type { SnapshotListed } from '../control/state.ts'
import type { Dump } from './dump.ts'

/** What a world is asked and told: the operations below `/_mock`. */
export interface WorldOperations {
  readonly clock: {
    /**
     * Lets so much simulated time pass at once, or goes on to a time. The same as `POST /_mock/clock/advance`.
     * @param by a length of time such as PT2H, P31D or 90m, or a time such as 2026-01-15T08:00:00Z
     */
    advance(by: string): ClockChange

    /** Goes on to when the next thing happens. The same as `POST /_mock/clock/next`. */
    next(): ClockChange

    /** Tells how simulated time stands. The same as `GET /_mock/clock`. */
    read(): ClockState

    /** Changes how simulated time passes, or what time it is, or both. It does not go back. The same as `PUT /_mock/clock`. */
    set(setting: ClockSetting): ClockChange
  }

  /** Writes the world down. The same as `GET /_mock/dump`. */
  dump(): Dump

  readonly entities: {
    /** Adds an entity; what is not said is filled in, and linked. The same as `POST /_mock/entities/{type}`. */
    add(type: EntityType, fields?: Readonly<Record<string, unknown>>): EntityForm

    /**
     * Changes members of an entity. The same as `PATCH /_mock/entities/{type}/{id}`.
     * @param id its id
     */
    change(type: EntityType, id: string, fields: Readonly<Record<string, unknown>>): EntityForm

    /** Lists the entities of a type, in the filter language; all of them if no page is asked for. The same as `GET /_mock/entities/{type}`. */
    list(type: EntityType, query?: EntityQuery): readonly { readonly id: string; readonly name: string }[]

    /**
     * Tells an entity as it is. The same as `GET /_mock/entities/{type}/{id}`.
     * @param id its id
     */
    read(type: EntityType, id: string): EntityForm

    /**
     * Removes an entity, and what hangs on it. The same as `DELETE /_mock/entities/{type}/{id}`.
     * @param id its id
     */
    remove(type: EntityType, id: string): { readonly type: string; readonly id: string; readonly name: string }

    /** Lists the types of entities. The same as `GET /_mock/entities`. */
    types(): readonly EntityType[]
  }
  readonly faults: {
    /** Adds a fault, or a list of them of which all are added or none. One without a name is given one. The same as `POST /_mock/faults`. */
    add(fault: FaultRule): FaultState

    /** Removes all faults. The same as `DELETE /_mock/faults`. */
    clear(): { readonly removed: number }

    /** Tells a fault, and how often it has happened. The same as `GET /_mock/faults/{name}`. */
    get(name: string): FaultState

    /** Lists the faults, in the order in which they are looked at. The same as `GET /_mock/faults`. */
    list(): readonly FaultState[]

    /** Removes a fault. The same as `DELETE /_mock/faults/{name}`. */
    remove(name: string): FaultState
  }
  readonly journal: {
    /** Forgets what was asked, but not the counts. The same as `DELETE /_mock/requests`. */
    clear(): { readonly cleared: number }

    /** Tells how often each operation was asked for, ever, or since the counters were put back. The same as `GET /_mock/counts`. */
    counts(): CountsState

    /** Lists what was asked, in the filter language; ?as=har for an HTTP archive. The same as `GET /_mock/requests`. */
    list(query?: JournalQuery): JournalPage

    /** Tells whether what is expected was asked, and what differs; ?fail=true for a status that says so too. The same as `POST /_mock/verify`. */
    verify(expected: Expected): Verdict
  }

  /** Has everything stand as a dump says, which is what it goes back to from now on. The same as `POST /_mock/load`. */
  load(dump: Dump | string): Promise<{ readonly scenario: string; readonly now: string }>

  readonly outcomes: {
    /** Has a job's next runs end so. The same as `POST /_mock/outcomes`. */
    set(setting: OutcomeSetting): OrderedOutcome
  }

  /**
   * Begins anew with another scenario: one that is built in, by its name, or a whole one. The same as `POST /_mock/scenario`.
   * @param now a time such as 2026-01-15T08:00:00Z
   */
  play(scenario: ScenarioName | Scenario, now?: string): Promise<{ readonly scenario: string }>

  /** Goes back to how the scenario was seeded: all of it, or these parts. The same as `POST /_mock/reset`. */
  reset(...what: readonly ('data' | 'clock' | 'logons' | 'tasks' | 'faults' | 'journal' | 'counters')[]): {
    readonly reset: readonly string[]
  }

  readonly snapshots: {
    /** Gives up all snapshots. The same as `DELETE /_mock/snapshots`. */
    clear(): { readonly dropped: readonly string[] }

    /** Gives up a snapshot. The same as `DELETE /_mock/snapshots/{name}`. */
    drop(name: string): { readonly dropped: string }

    /** Lists the snapshots, oldest first. The same as `GET /_mock/snapshots`. */
    list(): readonly SnapshotListed[]

    /** Tells of a snapshot. The same as `GET /_mock/snapshots/{name}`. */
    read(name: string): SnapshotListed

    /** Goes back to a snapshot, which stays. The same as `POST /_mock/snapshots/{name}/restore`. */
    restore(name: string): SnapshotListed

    /**
     * Keeps how the world stands under a name; another of that name is given up, and without one it is given one. The same as `POST /_mock/snapshots`.
     * @param name its name; the first that is free of snapshot-1, snapshot-2 and so on if not given
     */
    take(name?: string): SnapshotListed
  }

  /** Answers when so many requests have come that a filter finds, or time is up. The same as `POST /_mock/wait-for`. */
  waitFor(setting: WaitSetting): Promise<Check>

  readonly work: {
    /** Tells how the work of jobs and tasks moves. The same as `GET /_mock/work`. */
    read(): WorkState

    /** Has work move otherwise, from the stage that it is in: all of it, or that of a job. The same as `PUT /_mock/work`. */
    set(setting: WorkSetting): WorkState

    /**
     * Moves what waits one stage: all of it, or that of a job. The same as `POST /_mock/work/step`.
     * @param job the name or the id of a job
     */
    step(job?: string): ClockChange & { readonly waiting: number }
  }
}

/** What a server is asked besides, of all its worlds. */
export interface ServerOperations {
  /** The certificate of the authority that signs the certificates of HTTPS, for clients to trust. The same as `GET /_mock/ca.pem`. */
  ca(): Promise<string>

  readonly documents: {
    /** The OpenAPI document of these operations. The same as `GET /_mock/control.json`. */
    control(): Promise<unknown>

    /** The JSON Schema of dumps. The same as `GET /_mock/dump.schema.json`. */
    dumpSchema(): Promise<unknown>

    /** The OpenAPI document of EM's API, in the JSON of a dialect: that of the server, unless told otherwise. The same as `GET /_mock/openapi.json`. */
    openApi(dialect?: 'v12' | 'v13'): Promise<unknown>
  }

  /** Tells that the server is well. The same as `GET /_mock/health`. */
  health(): { readonly status: 'ok' }

  /** Counts of all worlds, as Prometheus reads them. The same as `GET /_mock/metrics`. */
  metrics(): string

  readonly worlds: {
    /** Forgets a world, and ends the logon sessions in it. The same as `DELETE /_mock/worlds/{name}`. */
    drop(name: string): { readonly dropped: string }

    /** Lists the worlds that have been asked for, and those that were let go of since. The same as `GET /_mock/worlds`. */
    list(): {
      readonly worlds: readonly {
        readonly name: string
        readonly now: string
        readonly scenario: string
        readonly logons: number
      }[]
      readonly letGo: readonly {
        readonly name: string
        readonly at: string
        readonly why: 'idle' | 'number' | 'memory'
      }[]
    }
  }
}
