// A world as a program holds it: the same operations as `/_mock`, without a socket between.
import * as asking from '../control/asking.ts'
import { sayVerdict } from '../journal/verify.ts'
import { writeInstant } from '../clock/instant.ts'
import { finish } from '../clock/sliced.ts'
import type { Logon, WorldHandle } from './handles.ts'
import type { Called } from '../control/argument.ts'
import { doControl, type ControlOperation } from '../control/control-operation.ts'
import { controlOperations } from '../control/control-operations.ts'
import { mainName, type World } from '../worlds/world.ts'
import type { Worlds } from '../worlds/worlds.ts'
import { tokenOf } from '../auth/logon-sessions.ts'
import { roleOf } from '../auth/roles.ts'
import { readVersion } from '../auth/versions.ts'
import { errors } from '../model/api-error.ts'
import type { WorldOperations } from './operation-handles.ts'
import { placeAll } from './placed.ts'

/** What the operations of a world are, each at its place: its type is written from the table that the loop goes over. */
const Operated = class {
  constructor(worlds: Worlds, name: string, base: string) {
    const operations = controlOperations.filter(({ ofServer }) => ofServer !== true)
    placeAll(this, operations, performIn(worlds, name, base))
  }
} as new (worlds: Worlds, name: string, base: string) => WorldOperations

/** One world of a server, by the operations that `/_mock` has. */
export class HeldWorld extends Operated implements WorldHandle {
  readonly name: string
  readonly url: string
  declare readonly journal: WorldHandle['journal']
  readonly #worlds: Worlds

  constructor(worlds: Worlds, { name }: World, base: string) {
    const url = name === mainName ? base : `${base}/w/${name}`
    super(worlds, name, url)
    this.#worlds = worlds
    this.name = name
    this.url = url
    this.journal = {
      ...this.journal,
      expect: (expected) => {
        const verdict = this.journal.verify(expected)
        if (!verdict.ok) throw new Error(sayVerdict(verdict))
      },
    }
  }

  /** By its name, as over HTTP: a world that was let go of begins anew. */
  get #world(): World {
    return this.#worlds.named(this.name)
  }

  get scenario(): string {
    return this.#world.baseline.scenario
  }

  get now(): string {
    return writeInstant(this.#world.simulation.clock.now())
  }

  logon(user = 'administrator', password = 'secret'): Logon {
    const { logons, settings, simulation } = this.#world
    const role = roleOf(user, password, settings.user)
    const version = readVersion([])
    if (role === undefined || version === undefined) throw errors.badCredentials()
    const { id } = logons.open({ userName: user, role, version }, simulation.clock.now())
    const token = tokenOf(id)
    return { sessionId: id, token, headers: { 'X-RestSvcSessionId': token } }
  }
}

/** What does an operation in a world, and returns or throws what that does. @param base what stands before paths there. */
export const performIn =
  (worlds: Worlds, name: string, base: string) =>
  (operation: ControlOperation<never>, called: Called): unknown => {
    const world = worlds.named(name)
    const work = doControl(operation, asking, { world, worlds, base, ...called })
    return operation.ofServer === true ? finish(work) : world.lock.finish(work)
  }
