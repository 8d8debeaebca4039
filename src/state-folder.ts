import { homedir } from 'node:os'
import { join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** Where a program keeps what it makes once, by the custom of each system (XDG Base Directory; Known Folders; Library). */
export function stateFolder(platform: NodeJS.Platform, env: Environment, home = homedir()): string {
  const name = 'mock-enterprise-manager'
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), name)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', name)
  const { XDG_STATE_HOME: state = '' } = env
  // What is not absolute is to be ignored (its specification).
  return join(state.startsWith('/') ? state : join(home, '.local', 'state'), name)
}
