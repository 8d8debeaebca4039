import type { World } from '../life/world.ts'
import type { LogonSessions } from '../logon/logon-sessions.ts'
import type { Settings } from '../options.ts'
import type { Texts } from '../wire/texts.ts'
import type { Log } from './log.ts'
import type { Remembered } from './remembered.ts'

/** Everything a request may need, built once by `enterprise-manager.ts`. */
export interface House {
  readonly world: World
  readonly logons: LogonSessions
  readonly settings: Settings
  readonly texts: Texts
  readonly remembered: Remembered
  readonly log: Log
}
