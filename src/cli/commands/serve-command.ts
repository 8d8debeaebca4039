import type { Command } from './command.ts'

export const serveCommand: Command = {
  name: 'serve',
  line: 'start, and serve until stopped; the command when none is given',
  async run({ settings }, program) {
    await program.serve(settings)
    return { text: '' }
  },
}
