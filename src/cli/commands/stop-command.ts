import type { Command } from './command.ts'

export const stopCommand: Command = {
  name: 'stop',
  line: 'end a server, and wait until it has ended',
  own: ['url', 'timeout'],
  run: async (told) => (await import('./stop.ts')).stop(told),
}
