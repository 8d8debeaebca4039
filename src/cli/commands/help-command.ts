import type { Command } from './command.ts'

export const helpCommand: Command = {
  name: 'help',
  line: 'show this',
  run: async (_, { help }) => ({ text: await help() }),
}
