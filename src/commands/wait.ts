import { setTimeout } from 'node:timers/promises'
import { exitCodes, problem } from '../option-problems.ts'
import type { Told } from '../options.ts'
import { ask, reasonOf, type Outcome } from './ask.ts'
import { serverOf, wellPath, type Server } from './server-of.ts'

/** Milliseconds between two looks. */
const PAUSE = 100
/** The longest that a timer of Node waits. */
const MOST = 2 ** 31 - 1

/** Waits until the server answers that it is well, in the wall's time. */
export async function wait({ settings, own }: Told): Promise<Outcome> {
  const server = serverOf(settings, own)
  if ('problem' in server) return server
  const over = AbortSignal.timeout(Math.min(Math.ceil(own.timeout), MOST))
  const path = wellPath(settings)
  const seen = await lookUntilWell(server, path, over, () => setTimeout(PAUSE))
  if (seen === undefined) return { text: '' }
  const seconds = String(own.timeout / 1000)
  return problem(
    `${server.url}${path} was not well within ${seconds} seconds; at last: ${seen}.`,
    exitCodes.failed,
  )
}

/**
 * Looks again and again until the server is well or time is over.
 * @returns what was seen last when time is over, and undefined when the server is well.
 */
export async function lookUntilWell(
  server: Server,
  path: string,
  over: AbortSignal,
  pause: () => Promise<void>,
): Promise<string | undefined> {
  let seen = 'no answer'
  while (!over.aborted) {
    try {
      const question = { method: 'GET', path, patience: 3000, signal: over } as const
      const { status } = await ask(server, question)
      if (status === 200) return undefined
      seen = `it answered ${String(status)}`
    } catch (error) {
      if (!over.aborted) seen = reasonOf(error)
    }
    if (!over.aborted) await pause()
  }
  return seen
}
