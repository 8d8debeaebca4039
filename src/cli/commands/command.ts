import type { CommandForm } from '../../config/option-commands.ts'
import type { Settings, Told } from '../../config/options.ts'
import type { CommandOutcome } from './ask.ts'

/** What a command line asks for, said once: how it is written, what help says of it, and what it does. */
export interface Command extends CommandForm {
  /** Does it. What it comes to is printed, or is why the program fails. Whatever other commands need not is imported here. */
  readonly run: (told: Told, program: Program) => CommandOutcome | Promise<CommandOutcome>
}

/** What the program can do beside asking a server that runs. */
export interface Program {
  /** Starts a server, and resolves when it serves. */
  readonly serve: (settings: Settings) => Promise<void>
  /** All that is written to it. */
  readonly input: () => Promise<string>
  readonly help: () => Promise<string>
  readonly version: () => Promise<string>
  /** Every operation of EM that is served, as text or as JSON. */
  readonly routes: (asJson: boolean) => Promise<string>
}

/** The options of a command that asks one world of a server. */
export const client = ['url', 'world'] as const
