import type { Command } from './command.ts'

export const healthcheckCommand: Command = {
  name: 'healthcheck',
  line: 'ask a server once; exit 0 if it is well, else 1',
  own: ['url'],
  run: async (told) => (await import('./healthcheck.ts')).healthcheck(told),
}
