import { client, type Command } from './command.ts'

export const resetCommand: Command = {
  name: 'reset',
  line: 'put a world, or parts such as data and faults, back to the start',
  operands: { form: '[part...]', least: 0, most: 20 },
  own: client,
  run: async (told) => (await import('./state.ts')).resetWorld(told),
}
