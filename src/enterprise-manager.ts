import { openServer, type OpenServer } from './open-server.ts'
import type { Options } from './options.ts'
import { WorldHandle } from './world-handle.ts'

/** A running server, as `startEnterpriseManager` hands it back, and the world in it that is there from the start. */
export class EnterpriseManager extends WorldHandle implements AsyncDisposable {
  readonly httpUrl: string | undefined
  readonly httpsUrl: string | undefined
  readonly seed: number
  /** What requests below `/_mock` must send, if they must. */
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

  /** Another world beside this one, made when it is first asked for. Throws for what is no name of a world. */
  world(name: string): WorldHandle {
    const { houses, url } = this.#server
    return new WorldHandle(houses, houses.named(name), url)
  }

  /** Forgets a world, and ends the logon sessions in it. @returns whether it was there. */
  forget(name: string): boolean {
    return this.#server.houses.drop(name)
  }

  /** Refuses new connections and finishes what is in flight, for as long as `stopTimeout` says. */
  close(): Promise<void> {
    return this.#server.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}

/**
 * Starts a server. Resolves when it answers.
 * Rejects with a sentence for a bad option or scenario, and with Node's `EADDRINUSE` for a port in use.
 */
export const startEnterpriseManager = async (options: Options = {}): Promise<EnterpriseManager> =>
  new EnterpriseManager(await openServer(options))
