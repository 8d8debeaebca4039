import { setTimeout } from 'node:timers/promises'
import { exitCodes, problem } from '../../config/option-problems.ts'
import type { Told } from '../../config/options.ts'
import { ask, tell, type CommandOutcome } from './ask.ts'
import { serverOf } from './server-of.ts'
import { MOST, PAUSE } from './wait.ts'

/** Ends a server. Resolves when it answers no more, so that its ports are free. */
export async function stop({ settings, own }: Told): Promise<CommandOutcome> {
  const server = serverOf(settings, own)
  if ('problem' in server) return server
  const told = await tell(server, { method: 'POST', path: '/_mock/stop' })
  if ('problem' in told) return told
  const over = AbortSignal.timeout(Math.min(Math.ceil(own.timeout), MOST))
  while (!over.aborted) {
    try {
      await ask(server, { method: 'GET', path: '/_mock/health', patience: 3000, signal: over })
    } catch (error) {
      if (isGone(error)) return { text: '' }
    }
    await setTimeout(PAUSE)
  }
  const seconds = String(own.timeout / 1000)
  return problem(`${server.url} has not ended within ${seconds} seconds.`, exitCodes.failed)
}

/** Whether nobody listens there any more. A name may have several addresses: each is refused then. */
const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED'
