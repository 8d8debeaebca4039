import { client, type Command } from './command.ts'

export const loadCommand: Command = {
  name: 'load',
  line: 'put a world into the state that a dump holds; - is stdin',
  operands: { form: '<file|->', least: 1, most: 1 },
  own: client,
  run: async (told, { input }) => (await import('./state.ts')).loadWorld(told, input),
}
