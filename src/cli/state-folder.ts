import { homedir } from 'node:os'
import { join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Where a program keeps what it makes once, by the custom of each system (XDG Base Directory; Known Folders; Library).
 * Undefined for a user who has no home, as one that a container knows only by number.
 */
export function stateFolder(platform: NodeJS.Platform, env: Environment, home = homeFolder()): string | undefined {
  const name = 'mock-enterprise-manager'
  const under = (...folders: readonly string[]) => (home ? join(home, ...folders, name) : undefined)
  if (platform === 'win32') return env['LOCALAPPDATA'] ? join(env['LOCALAPPDATA'], name) : under('AppData', 'Local')
  if (platform === 'darwin') return under('Library', 'Application Support')
  const { XDG_STATE_HOME: state = '' } = env
  // What is not absolute is to be ignored (its specification).
  return state.startsWith('/') ? join(state, name) : under('.local', 'state')
}

function homeFolder(): string | undefined {
  try {
    return homedir()
  } catch {
    return undefined
  }
}
