import { client, type Command } from './command.ts'

const form = '[add <file|json> | remove <name> | clear]'

export const faultsCommand: Command = {
  name: 'faults',
  line: 'list faults with their hits, or change them',
  operands: { form, least: 0, most: 2 },
  own: [...client, 'json'],
  run: async (told, { input }) => (await import('./lists.ts')).faults(told, form, input),
}
