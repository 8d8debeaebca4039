// From spawn to an answer, beside a bare Fastify as installed.
import { connect } from 'node:net'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { ask, askSecurely, logOn, mediaTypes } from './client.ts'
import { median, ratio, spread, type Figure } from './figures.ts'
import { freePort, mockFlags, spawnNode, stop } from './programs.ts'

const ROUNDS = 15
const PATIENCE = 10_000
const PAGE = '/api/query?type=BackupJobSession&format=Entities&sortDesc=CreationTime'

interface Start {
  readonly what: string
  readonly atMost?: number
  readonly file: string
  readonly flags: (http: number, https: number) => readonly string[]
  /** What is waited for once the port answers. */
  readonly then?: (http: number, https: number) => Promise<unknown>
}

const bare = { file: 'bench/bare.mjs', flags: (http: number) => [String(http)] }
const mock = {
  file: 'dist/main.js',
  flags: (http: number, https: number) => mockFlags(http, https),
}

const starts: readonly Start[] = [
  { ...bare, what: 'bare Fastify' },
  { ...bare, what: 'bare Fastify again' },
  {
    ...mock,
    what: 'first answer, HTTP alone, empty',
    atMost: 1.2,
    flags: (http) => mockFlags(http, 'off', '--scenario', 'empty'),
  },
  { ...mock, what: 'first answer, both ports, default estate and its past' },
  { ...mock, what: 'the same, to the first page after a logon', then: firstPage },
  {
    ...mock,
    what: 'the same, to the first answer over HTTPS',
    then: (_http, https) => askSecurely(https, '/api/'),
  },
]

export async function start(): Promise<readonly Figure[]> {
  const times = starts.map((): number[] => [])
  // Two rounds more, for the disk to be warm.
  for (let round = -2; round < ROUNDS; round++)
    for (let turn = 0; turn < starts.length; turn++) {
      const at = (round + 2 + turn) % starts.length
      const time = await timeOf(starts[at] ?? { ...bare, what: '' })
      if (round >= 0) times[at]?.push(time)
    }
  const [control = []] = times
  return starts.slice(1).map(({ what, atMost }, at) => {
    const ours = times[at + 1] ?? []
    return {
      what,
      ours: `${median(ours).toFixed(0)} ms (${spread(ours, control)})`,
      control: `${median(control).toFixed(0)} ms`,
      value: ratio(ours, control),
      unit: '×',
      ...(atMost !== undefined && { target: { atMost } }),
    }
  })
}

async function timeOf({ file, flags, then }: Start): Promise<number> {
  const [http, https] = [await freePort(), await freePort()]
  const begun = performance.now()
  const child = spawnNode(file, flags(http, https))
  try {
    while (!(await isAnswered(http))) {
      if (child.exitCode !== null || performance.now() - begun > PATIENCE) throw new Error(`${file} does not answer.`)
      await sleep(1)
    }
    await then?.(http, https)
    return performance.now() - begun
  } finally {
    await stop(child)
  }
}

async function firstPage(port: number): Promise<void> {
  const token = await logOn(port)
  await ask(port, PAGE, { accept: mediaTypes.JSON, 'x-restsvcsessionid': token })
}

/** Whether `GET /api/` is answered; false while nothing listens. */
async function isAnswered(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1', timeout: PATIENCE })
  socket.once('timeout', () => socket.destroy(new Error('No answer came.')))
  socket.write('GET /api/ HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n')
  try {
    const [answer] = (await once(socket, 'data')) as [Buffer]
    return answer.toString('latin1').startsWith('HTTP/1.1 200')
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
