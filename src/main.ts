#!/usr/bin/env node
// The command. Whatever is not needed for every start is imported when it is.
import { clearInterval, setInterval } from 'node:timers'
import { setFlagsFromString } from 'node:v8'
import { banner, progress } from './banner.ts'
import type { OpenServer } from './open-server.ts'
import { failure } from './failure.ts'
import type { Outcome } from './commands/ask.ts'
import {
  exitCodes,
  readOptions,
  type Command,
  type Problem,
  type Settings,
  type Told,
} from './options.ts'

// As a shell reports death by a signal.
const signalCodes = { SIGINT: 130, SIGTERM: 143 } as const

type Run = (told: Told) => void | Promise<void>
const commands: Readonly<Record<Command, Run>> = {
  serve: ({ settings, note }) => {
    if (note !== undefined) process.stderr.write(`${note}\n`)
    return serve(settings)
  },
  healthcheck: async (told) => {
    const { healthcheck } = await import('./commands/healthcheck.ts')
    end(await healthcheck(told))
  },
  wait: async (told) => {
    const { wait } = await import('./commands/wait.ts')
    end(await wait(told))
  },
  stop: async (told) => {
    const commands = await import('./commands/stop.ts')
    end(await commands.stop(told))
  },
  env: async (told) => {
    const { env } = await import('./commands/env.ts')
    end(env(told))
  },
  dump: async (told) => {
    const { dump } = await import('./commands/state.ts')
    end(await dump(told))
  },
  load: async (told) => {
    const { load } = await import('./commands/state.ts')
    end(await load(told, input))
  },
  reset: async (told) => {
    const { reset } = await import('./commands/state.ts')
    end(await reset(told))
  },
  advance: async (told) => {
    const { advance } = await import('./commands/state.ts')
    end(await advance(told))
  },
  faults: async (told) => {
    const { faults } = await import('./commands/lists.ts')
    end(await faults(told, input))
  },
  snapshots: async (told) => {
    const { snapshots } = await import('./commands/lists.ts')
    end(await snapshots(told))
  },
  routes: async ({ own }) => {
    const { routesText } = await import('./program.ts')
    print(await routesText(own.json))
  },
  help: async () => {
    const { helpText } = await import('./help.ts')
    print(helpText())
  },
  version: async () => {
    const { packageVersion } = await import('./version.ts')
    process.stdout.write(`${packageVersion()}\n`)
  },
}

const told = readOptions(process.argv.slice(2), process.env)
if ('problem' in told) stop(told.problem)
else await commands[told.command](told)

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
    const { openServer } = await import('./program.ts')
    em = await openServer(settings, shown?.tell).finally(() => shown?.done())
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

async function input(): Promise<string> {
  const { text } = await import('node:stream/consumers')
  return text(process.stdin)
}

function end(outcome: Outcome): void {
  if ('problem' in outcome) stop(outcome.problem)
  const { text } = outcome
  // A terminal's prompt, and the next line of a log, begin on a line of their own.
  print(text === '' || text.endsWith('\n') ? text : `${text}\n`)
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
