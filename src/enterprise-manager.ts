import type { EnterpriseManager, WorldHandle } from './handles.ts'
import { authorityOf } from './http/document-operations.ts'
import type { OpenServer } from './open-server.ts'
import { HeldWorld } from './world-handle.ts'

/** A running server, as a program holds it. */
export class HeldServer extends HeldWorld implements EnterpriseManager {
  readonly httpUrl: string | undefined
  readonly httpsUrl: string | undefined
  readonly seed: number
  readonly token: string | undefined
  readonly #server: OpenServer

  constructor(server: OpenServer) {
    super(server.houses, server.houses.main, server.url)
    this.httpUrl = server.httpUrl
    this.httpsUrl = server.httpsUrl
    this.seed = server.seed
    this.token = server.token
    this.#server = server
  }

  async ca(): Promise<string> {
    return authorityOf(this.#server.houses).certificate()
  }

  world(name: string): WorldHandle {
    const { houses, url } = this.#server
    return new HeldWorld(houses, houses.named(name), url)
  }

  forget(name: string): boolean {
    return this.#server.houses.drop(name)
  }

  close(): Promise<void> {
    return this.#server.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}
