import type { Command } from './command.ts'

export const caCommand: Command = {
  name: 'ca',
  line: 'print the certificate (PEM) that clients trust to trust a server over HTTPS',
  own: ['url'],
  async run({ settings, own }) {
    const [{ tell }, { serverOf }] = await Promise.all([import('./ask.ts'), import('./server-of.ts')])
    const server = serverOf(settings, own)
    return 'problem' in server ? server : tell(server, { method: 'GET', path: '/_mock/ca.pem' })
  },
}
