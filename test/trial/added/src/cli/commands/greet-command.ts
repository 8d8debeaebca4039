import { client, type Command } from './command.ts'

export const greetCommand: Command = {
  name: 'greet',
  line: 'print the greeting of a server',
  own: client,
  async run({ settings, own }) {
    const [{ tell }, { serverOf }] = await Promise.all([import('./ask.ts'), import('./server-of.ts')])
    const server = serverOf(settings, own)
    return 'problem' in server ? server : tell(server, { method: 'GET', path: '/_mock/greeting' })
  },
}
