import { setTimeout } from 'node:timers/promises'
import { exitCodes, problem } from '../../config/option-problems.ts'
import type { Told } from '../../config/options.ts'
import { ask, reasonOf, type CommandOutcome } from './ask.ts'
import { serverOf, wellPath } from './server-of.ts'

/** Milliseconds between two looks. */
export const PAUSE = 100
/** The longest that a timer of Node waits. */
export const MOST = 2 ** 31 - 1

/** Waits until the server answers that it is well, in the wall's time. */
export async function waitForServer({ settings, own }: Told): Promise<CommandOutcome> {
  // A server that is yet to write where it is will have told by a later look.
  const find = () => serverOf(settings, own)
  const first = find()
  if ('problem' in first && settings.readyFile === undefined) return first
  const over = AbortSignal.timeout(Math.min(Math.ceil(own.timeout), MOST))
  const path = wellPath(settings)
  const seen = await lookUntilWell(find, path, over, () => setTimeout(PAUSE))
  if (seen === undefined) return { text: '' }
  const seconds = String(own.timeout / 1000)
  const last = find()
  const what = 'problem' in last ? 'The server' : `${last.url}${path}`
  return problem(`${what} was not well within ${seconds} seconds; at last: ${seen}.`, exitCodes.failed)
}

/**
 * Looks again and again until the server is well or time is over.
 * @param find where it is, by now.
 * @returns what was seen last when time is over, and undefined when the server is well.
 */
export async function lookUntilWell(
  find: () => ReturnType<typeof serverOf>,
  path: string,
  over: AbortSignal,
  pause: () => Promise<void>,
): Promise<string | undefined> {
  let seen = 'no answer'
  while (!over.aborted) {
    const server = find()
    try {
      const question = { method: 'GET', path, patience: 3000, signal: over } as const
      if ('problem' in server) seen = server.problem.text.replace(/\.$/, '')
      else {
        const { status } = await ask(server, question)
        if (status === 200) return undefined
        seen = `it answered ${String(status)}`
      }
    } catch (error) {
      if (!over.aborted) seen = reasonOf(error)
    }
    if (!over.aborted) await pause()
  }
  return seen
}
