#!/usr/bin/env node
// The command. Whatever is not needed for every start is imported when it is.
import { clearInterval, setInterval } from 'node:timers'
import { setFlagsFromString } from 'node:v8'
import { banner, progress } from './cli/banner.ts'
import type { OpenServer } from './embed/open-server.ts'
import { failure } from './cli/failure.ts'
import { commands } from './cli/commands.ts'
import type { CommandOutcome } from './cli/commands/ask.ts'
import type { Program } from './cli/commands/command.ts'
import { exitCodes, readOptions, type Problem, type Settings } from './config/options.ts'

// As a shell reports death by a signal.
const signalCodes = { SIGINT: 130, SIGTERM: 143 } as const

const program: Program = {
  serve,
  async input() {
    const { text } = await import('node:stream/consumers')
    return text(process.stdin)
  },
  help: async () => (await import('./cli/help.ts')).helpText(),
  version: async () => (await import('./version.ts')).packageVersion(),
  routes: async (asJson) => (await import('./program.ts')).routesText(asJson),
}

const told = readOptions(process.argv.slice(2), process.env, commands)
if ('problem' in told) stop(told.problem)
else {
  if (told.note !== undefined && told.command === 'serve') process.stderr.write(`${told.note}\n`)
  const command = commands.find(({ name }) => name === told.command)
  end((await command?.run(told, program)) ?? { text: '' })
}

async function serve(settings: Settings): Promise<void> {
  const fail = (error: unknown): never => stop(failure(error, settings))
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  // Who read what is told has gone, which is no reason to stop.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

  let em: OpenServer | undefined
  let isStopping = false
  // Process 1 has no default for signals, so even a signal before the server answers is handled here.
  const endBy = (signal: keyof typeof signalCodes): void => {
    if (isStopping) process.exit(signalCodes[signal])
    isStopping = true
    if (em === undefined) process.exit(0)
    em.close().then(() => process.exit(0), fail)
  }
  process.on('SIGINT', endBy)
  process.on('SIGTERM', endBy)
  if (process.env['npm_command'] !== undefined) whenOrphaned(() => endBy('SIGTERM'))

  const shown = process.stderr.isTTY
    ? progress(
        (text) => process.stderr.write(text),
        () => process.uptime() * 1000,
      )
    : undefined
  try {
    // Living the past would make the young generation grow for good: 11 MB, for nothing that `bench/` can see.
    setFlagsFromString('--semi-space-growth-factor=1')
    const { stateFolder } = await import('./cli/state-folder.ts')
    const { openServer } = await import('./program.ts')
    const { tlsCert, tlsDir = stateFolder(process.platform, process.env) } = settings
    const given = tlsCert === undefined ? { ...settings, tlsDir } : settings
    em = await openServer(given, shown?.tell).finally(() => shown?.done())
  } catch (error) {
    return fail(error)
  }
  em.stopped.then(() => process.exit(0), fail)
  // Once, and not where lines are kept and passed on.
  if (em.token !== undefined && em.token !== settings.token)
    process.stderr.write(
      `Requests below /_mock need the header X-Mock-Token: ${em.token} (made for this run; --token gives one of your own).\n`,
    )
  process.stdout.write(`${em.ready}\n`)
  if (process.stderr.isTTY) process.stderr.write(banner(em, settings))
}

/** npm passes SIGTERM to the shell in between alone, which ends without a word to its child; another process adopts that. */
function whenOrphaned(tell: () => void): void {
  const parent = process.ppid
  const looks = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(looks)
    tell()
  }, 500)
  looks.unref()
}

function end(outcome: CommandOutcome): void {
  if ('problem' in outcome) stop(outcome.problem)
  const { text } = outcome
  // A terminal's prompt, and the next line of a log, begin on a line of their own.
  if (text !== '') print(text.endsWith('\n') ? text : `${text}\n`)
}

function print(text: string): void {
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    // A reader such as head has seen enough.
    if (code === 'EPIPE') process.exit(0)
    stop({ text: `The answer cannot be written: ${message}.`, exitCode: exitCodes.failed })
  })
  process.stdout.write(text)
}

function stop({ text, exitCode }: Problem): never {
  process.stderr.write(`${text}\n`)
  process.exit(exitCode)
}
