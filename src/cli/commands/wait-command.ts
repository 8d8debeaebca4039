import type { Command } from './command.ts'

export const waitCommand: Command = {
  name: 'wait',
  line: 'wait until a server answers that it is well',
  own: ['url', 'timeout'],
  run: async (told) => (await import('./wait.ts')).waitForServer(told),
}
