import type { EnterpriseManager, WorldHandle } from './handles.ts'
import { controlOperations } from '../control/control-operations.ts'
import type { ServerOperations } from './operation-handles.ts'
import type { OpenServer } from './open-server.ts'
import { placeAll } from './placed.ts'
import { HeldWorld, performIn } from './world-handle.ts'

const Held = HeldWorld as new (...given: ConstructorParameters<typeof HeldWorld>) => HeldWorld & ServerOperations

/** A running server, as a program holds it. */
export class HeldServer extends Held implements EnterpriseManager {
  readonly httpUrl: string | undefined
  readonly httpsUrl: string | undefined
  readonly seed: number
  readonly token: string | undefined
  readonly #server: OpenServer

  constructor(server: OpenServer) {
    const { worlds, url } = server
    super(worlds, worlds.main, url)
    const operations = controlOperations.filter(({ ofServer }) => ofServer === true)
    placeAll(this, operations, performIn(worlds, worlds.main.name, url))
    this.httpUrl = server.httpUrl
    this.httpsUrl = server.httpsUrl
    this.seed = server.seed
    this.token = server.token
    this.#server = server
  }

  world(name: string): WorldHandle {
    const { worlds, url } = this.#server
    return new HeldWorld(worlds, worlds.named(name), url)
  }

  forget(name: string): boolean {
    return this.#server.worlds.drop(name)
  }

  close(): Promise<void> {
    return this.#server.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}
