import { exitCodes, problem } from '../../config/option-problems.ts'
import type { Told } from '../../config/options.ts'
import { reasonOf, tell, type CommandOutcome } from './ask.ts'
import { readJsonFile, type Input } from './read-json.ts'
import { serverOf } from './server-of.ts'
import { writeWhole } from './write-whole.ts'

/** Writes the state of a world to the file that is named, or prints it. */
export async function dumpWorld({ settings, own, operands: [file] }: Told): Promise<CommandOutcome> {
  const server = serverOf(settings, own)
  if ('problem' in server) return server
  const outcome = await tell(server, { method: 'GET', path: '/_mock/dump' })
  if ('problem' in outcome || file === undefined || file === '-') return outcome
  try {
    await writeWhole(file, outcome.text)
    return { text: '' }
  } catch (error) {
    return problem(`${file} cannot be written: ${reasonOf(error)}.`, exitCodes.failed)
  }
}

/** Puts a world into the state that a file or the input holds. Prints what the server says. */
export async function loadWorld(told: Told, input: Input): Promise<CommandOutcome> {
  const body = await readJsonFile(told.operands[0] ?? '-', input)
  return 'problem' in body ? body : post(told, '/_mock/load', body.text)
}

/** Puts a world, or the parts of it that are named, back to how it began. Prints what the server says. */
export function resetWorld(told: Told): Promise<CommandOutcome> {
  const { operands } = told
  return post(told, '/_mock/reset', JSON.stringify(operands.length === 0 ? {} : { what: operands }))
}

/** Moves simulated time on. Prints what the server says. */
export function advance(told: Told): Promise<CommandOutcome> {
  return post(told, '/_mock/clock/advance', JSON.stringify({ by: told.operands[0] }))
}

async function post({ settings, own }: Told, path: string, body: string): Promise<CommandOutcome> {
  const server = serverOf(settings, own)
  return 'problem' in server ? server : tell(server, { method: 'POST', path, body })
}
