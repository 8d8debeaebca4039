// Generated from the files beside it by `npm run generate`. Do not edit.
import { advanceCommand } from './commands/advance-command.ts'
import { caCommand } from './commands/ca-command.ts'
import { dumpCommand } from './commands/dump-command.ts'
import { envCommand } from './commands/env-command.ts'
import { faultsCommand } from './commands/faults-command.ts'
import { healthcheckCommand } from './commands/healthcheck-command.ts'
import { helpCommand } from './commands/help-command.ts'
import { loadCommand } from './commands/load-command.ts'
import { resetCommand } from './commands/reset-command.ts'
import { routesCommand } from './commands/routes-command.ts'
import { serveCommand } from './commands/serve-command.ts'
import { snapshotsCommand } from './commands/snapshots-command.ts'
import { stopCommand } from './commands/stop-command.ts'
import { versionCommand } from './commands/version-command.ts'
import { waitCommand } from './commands/wait-command.ts'
import type { Command } from './commands/command.ts'

/** Every command. */
export const commands: readonly Command[] = [
  advanceCommand,
  caCommand,
  dumpCommand,
  envCommand,
  faultsCommand,
  healthcheckCommand,
  helpCommand,
  loadCommand,
  resetCommand,
  routesCommand,
  serveCommand,
  snapshotsCommand,
  stopCommand,
  versionCommand,
  waitCommand,
]
