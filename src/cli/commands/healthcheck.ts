import { exitCodes, problem } from '../../config/option-problems.ts'
import type { Told } from '../../config/options.ts'
import { ask, reasonOf, type CommandOutcome } from './ask.ts'
import { serverOf, wellPath } from './server-of.ts'

/** Asks a server once whether it is well. */
export async function healthcheck({ settings, own }: Told): Promise<CommandOutcome> {
  const server = serverOf(settings, own)
  if ('problem' in server) return server
  const path = wellPath(settings)
  const url = `${server.url}${path}`
  try {
    const { status } = await ask(server, { method: 'GET', path, patience: 3000 })
    if (status === 200) return { text: '' }
    return problem(`${url} answered ${String(status)}, not 200.`, exitCodes.failed)
  } catch (error) {
    return problem(`${url} does not answer: ${reasonOf(error)}.`, exitCodes.failed)
  }
}
