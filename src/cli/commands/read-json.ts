import { readFile } from 'node:fs/promises'
import { exitCodes, problem } from '../../config/option-problems.ts'
import { reasonOf, type CommandOutcome } from './ask.ts'

/** What is piped into the command, whole. */
export type Input = () => Promise<string>

/** The text of a file, or of the input for `-`, once it is JSON beyond doubt. */
export async function readJsonFile(file: string, input: Input): Promise<CommandOutcome> {
  const name = file === '-' ? 'stdin' : file
  try {
    const text = file === '-' ? await input() : await readFile(file, 'utf8')
    return checkJson(text.replace(/^\uFEFF/, ''), name)
  } catch (error) {
    return problem(`${name} cannot be read: ${reasonOf(error)}.`, exitCodes.badData)
  }
}

/** The text, if it is JSON; where it came from is for the sentence otherwise. */
export function checkJson(text: string, name: string): CommandOutcome {
  try {
    JSON.parse(text)
    return { text }
  } catch (error) {
    return problem(`${name} is not JSON: ${reasonOf(error)}.`, exitCodes.badData)
  }
}
