import type { WaitSetting } from '../journal/wait-for.ts'
import type { Check } from '../journal/verify.ts'
import { errors } from '../model/api-error.ts'
import { knownOperations } from '../journal/known-operations.ts'
import type { World } from './world.ts'

/** So many may wait at once. */
const MOST_WAITING = 1000

/** Who waits for requests. */
export class WaitingRequests {
  readonly #ends = new Set<() => void>()

  get size(): number {
    return this.#ends.size
  }

  /**
   * Resolves when so many matching entries are there, or with what there is when time is up, the signal aborts, or the
   * server closes. Rejects with a 400 ApiError for what cannot be understood, and if too many wait.
   */
  async waitFor(
    { journal, name, operations }: Pick<World, 'journal' | 'name' | 'operations'>,
    given: WaitSetting,
    signal?: AbortSignal,
  ): Promise<Check> {
    const { found, readWait, watchFor } = await import('../journal/wait-for.ts')
    const wait = readWait(given, knownOperations(operations, name))
    const now = found(journal, wait)
    if (now.ok) return now
    if (this.#ends.size >= MOST_WAITING)
      throw errors.badRequest(`${MOST_WAITING} wait already; end some of them first.`)
    const limit = AbortSignal.timeout(wait.timeout)
    await new Promise<void>((resolve) => {
      const finish = () => {
        stop()
        limit.removeEventListener('abort', finish)
        signal?.removeEventListener('abort', finish)
        this.#ends.delete(finish)
        resolve()
      }
      const stop = watchFor(journal, wait, finish)
      this.#ends.add(finish)
      limit.addEventListener('abort', finish)
      signal?.addEventListener('abort', finish)
      if (signal?.aborted === true) finish()
    })
    return found(journal, wait)
  }

  /** Ends all waits. */
  close(): void {
    for (const end of [...this.#ends]) end()
  }
}
