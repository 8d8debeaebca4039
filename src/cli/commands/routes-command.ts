import type { Command } from './command.ts'

export const routesCommand: Command = {
  name: 'routes',
  line: 'list every operation that is served',
  own: ['json'],
  run: async ({ own }, { routes }) => ({ text: await routes(own.json) }),
}
