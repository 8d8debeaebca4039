// The programs that are measured, each a process of its own. None outlives the run.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface Program {
  readonly port: number
  readonly pid: number
  stop(): Promise<void>
}

/** What the control answers: bytes by route, then by media type. */
export type Answers = Readonly<Record<string, Readonly<Record<string, Buffer>>>>

const pathOf = (file: string): string => fileURLToPath(new URL(`../${file}`, import.meta.url))

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

/** The built mock, once it says that it is ready. */
export async function startMock(...flags: readonly string[]): Promise<Program> {
  const child = spawnNode('dist/main.js', mockFlags(0, 'off', ...flags), ['ignore', 'pipe'])
  if (child.stdout === null) throw new Error('The mock has no stdout.')
  for await (const line of createInterface(child.stdout)) {
    const { http } = JSON.parse(line) as { readonly http: string }
    return { port: Number(new URL(http).port), pid: child.pid ?? 0, stop: () => stop(child) }
  }
  throw new Error('The mock ended before it was ready.')
}

export const mockFlags = (http: number, https: number | 'off', ...flags: readonly string[]): readonly string[] => [
  ...['--http-port', String(http), '--https-port', String(https), '--log', 'silent'],
  ...flags,
]

export async function startControl(answers: Answers): Promise<Program> {
  const child = spawnNode('bench/control.mjs', [], ['ignore', 'inherit', 'inherit', 'ipc'])
  child.send(answers)
  const [port] = (await once(child, 'message')) as [number]
  return { port, pid: child.pid ?? 0, stop: () => stop(child) }
}

type Stdio = readonly ('ignore' | 'inherit' | 'pipe' | 'ipc')[]

/** Starts a file of this package with node, as a user would. */
export function spawnNode(
  file: string,
  args: readonly string[],
  stdio: Stdio = ['ignore', 'ignore', 'inherit'],
): ChildProcess {
  const child = spawn(process.execPath, [pathOf(file), ...args], {
    stdio: [...stdio],
    // Buffers travel as they are.
    serialization: 'advanced',
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
