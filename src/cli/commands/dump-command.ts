import { client, type Command } from './command.ts'

export const dumpCommand: Command = {
  name: 'dump',
  line: "write a world's state to a file, or to stdout",
  operands: { form: '[file]', least: 0, most: 1 },
  own: client,
  run: async (told) => (await import('./state.ts')).dumpWorld(told),
}
