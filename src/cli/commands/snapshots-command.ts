import { client, type Command } from './command.ts'

const form = '[take [name] | restore <name> | drop <name>]'

export const snapshotsCommand: Command = {
  name: 'snapshots',
  line: 'list snapshots, or take, restore and drop one',
  operands: { form, least: 0, most: 2 },
  own: [...client, 'json'],
  run: async (told) => (await import('./lists.ts')).snapshots(told, form),
}
