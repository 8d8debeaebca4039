#!/usr/bin/env node
// The command. Whatever is not needed for every start is imported when it is.
import { setFlagsFromString } from 'node:v8'
import { banner } from './banner.ts'
import type { EnterpriseManager } from './enterprise-manager.ts'
import { failure } from './failure.ts'
import { exitCodes, readOptions, type Command, type Problem, type Settings } from './options.ts'

// As a shell reports death by a signal.
const signalCodes = { SIGINT: 130, SIGTERM: 143 } as const

type Run = (settings: Settings, switches: readonly string[]) => void | Promise<void>
const commands: Readonly<Record<Command, Run>> = {
  serve,
  healthcheck: async (settings) => {
    const { healthcheck } = await import('./healthcheck.ts')
    const text = await healthcheck(settings)
    if (text !== undefined) stop({ text, exitCode: exitCodes.failed })
  },
  routes: async (_settings, switches) => {
    const { routesText } = await import('./routes.ts')
    process.stdout.write(await routesText(switches.includes('--json')))
  },
  help: async () => {
    const { helpText } = await import('./help.ts')
    process.stdout.write(helpText())
  },
  version: async () => {
    const { readFile } = await import('node:fs/promises')
    const text = await readFile(new URL('../package.json', import.meta.url), 'utf8')
    process.stdout.write(`${(JSON.parse(text) as { version: string }).version}\n`)
  },
}

const told = readOptions(process.argv.slice(2), process.env)
if ('problem' in told) stop(told.problem)
else await commands[told.command](told.settings, told.switches)

async function serve(settings: Settings): Promise<void> {
  const fail = (error: unknown): never => stop(failure(error, settings))
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)

  let em: EnterpriseManager | undefined
  let isStopping = false
  // Process 1 has no default for signals, so even a signal before the server answers is handled here.
  const end = (signal: keyof typeof signalCodes): void => {
    if (isStopping) process.exit(signalCodes[signal])
    isStopping = true
    if (em === undefined) process.exit(0)
    em.close().then(() => process.exit(0), fail)
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)

  try {
    // Living the past would make the young generation grow for good: 11 MB, for nothing that `bench/` can see.
    setFlagsFromString('--semi-space-growth-factor=1')
    const { startEnterpriseManager } = await import('./enterprise-manager.ts')
    em = await startEnterpriseManager(settings)
  } catch (error) {
    return fail(error)
  }
  const { httpUrl: http = null, httpsUrl: https = null, scenario, seed, now } = em
  const ready = { event: 'ready', http, https, pid: process.pid, scenario, seed, now }
  process.stdout.write(`${JSON.stringify(ready)}\n`)
  if (process.stderr.isTTY) process.stderr.write(banner(em, settings))
}

function stop({ text, exitCode }: Problem): never {
  process.stderr.write(`${text}\n`)
  process.exit(exitCode)
}
