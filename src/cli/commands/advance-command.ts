import { client, type Command } from './command.ts'

export const advanceCommand: Command = {
  name: 'advance',
  line: 'move simulated time on: PT2H, 90m, or to 2026-01-15T08:00:00Z',
  operands: { form: '<time>', least: 1, most: 1 },
  own: client,
  run: async (told) => (await import('./state.ts')).advance(told),
}
