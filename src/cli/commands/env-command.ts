import { client, type Command } from './command.ts'

export const envCommand: Command = {
  name: 'env',
  line: 'print where a server is and who may log on, as variables of the environment',
  own: [...client, 'format'],
  run: async (told) => (await import('./env.ts')).env(told),
}
