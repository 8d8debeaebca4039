import type { Command } from './command.ts'

export const versionCommand: Command = {
  name: 'version',
  line: 'show the version',
  run: async (_, { version }) => ({ text: await version() }),
}
