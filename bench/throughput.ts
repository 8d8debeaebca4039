// Answers a second, beside a bare Fastify that sends the same bytes to the same requests.
import { ask, logOn, mediaTypes } from './client.ts'
import { median, ratio, spread, type Figure } from './figures.ts'
import { load } from './keep-alive.ts'
import { startControl, startMock, type Answers } from './programs.ts'

const ROUNDS = 9
const SLICE = 250
const WARM_UP = 1000
const PAGE = '/api/query?type=BackupJobSession&format=Entities&sortDesc=CreationTime&pageSize=100'

interface Workload {
  readonly what: string
  readonly nextPath: () => string
  readonly atLeast: number
}

export async function throughput(): Promise<readonly Figure[]> {
  const mock = await startMock()
  const token = { 'x-restsvcsessionid': await logOn(mock.port) }
  const ids = await idsOfPage(mock.port, token)
  const entityPath = `/api/backupSessions/${ids[0] ?? ''}?format=Entity`
  const answers: Answers = {
    '/api/query': await bodies(mock.port, PAGE, token),
    '/api/backupSessions/:id': await bodies(mock.port, entityPath, token),
  }
  const controls = [await startControl(answers), await startControl(answers)] as const
  const figures: Figure[] = []
  for (const { what, nextPath, atLeast } of workloads(ids))
    for (const [language, accept] of Object.entries(mediaTypes)) {
      const nextRequest = () => writeRequest(nextPath(), { accept, ...token })
      const speeds = await alternate([mock.port, ...controls.map(({ port }) => port)], nextRequest)
      const [ours = [], control = [], again = []] = speeds
      figures.push({
        what: `${what}, ${language}`,
        ours: `${median(ours).toFixed(0)}/s (${spread(ours, control)})`,
        control: `${median(control).toFixed(0)}/s (itself: ${spread(again, control)})`,
        value: ratio(ours, control),
        unit: '×',
        target: { atLeast },
      })
    }
  await Promise.all([mock, ...controls].map((program) => program.stop()))
  return figures
}

function workloads(ids: readonly string[]): readonly Workload[] {
  let asked = 0
  const before = Date.now()
  // A filter that was never asked before, for a hundred sessions from anywhere in the newest twenty days.
  const filtered = () => {
    const minutesAgo = (++asked * 7919) % (20 * 24 * 60)
    const time = new Date(before - minutesAgo * 60_000).toISOString().slice(0, 19)
    const filter = `Result!=None;CreationTime<"${time}.${String(asked).padStart(6, '0')}Z"`
    return `${PAGE}&filter=${encodeURIComponent(filter)}`
  }
  return [
    { what: 'page of 100 again and again', nextPath: () => PAGE, atLeast: 0.85 },
    { what: 'page of 100, ever different filters', nextPath: filtered, atLeast: 0.5 },
    {
      what: 'one entity',
      nextPath: () => `/api/backupSessions/${ids[++asked % ids.length] ?? ''}?format=Entity`,
      atLeast: 0.8,
    },
  ]
}

/** Loads the ports in turn, each round beginning with another. @returns answers a second, by port and round. */
async function alternate(
  ports: readonly number[],
  nextRequest: () => string,
): Promise<readonly (readonly number[])[]> {
  for (const port of ports) await load(port, nextRequest, WARM_UP)
  const speeds = ports.map((): number[] => [])
  for (let round = 0; round < ROUNDS; round++)
    for (let turn = 0; turn < ports.length; turn++) {
      const at = (round + turn) % ports.length
      speeds[at]?.push(await load(ports[at] ?? 0, nextRequest, SLICE))
    }
  return speeds
}

type Headers = Readonly<Record<string, string>>

const writeRequest = (path: string, headers: Headers): string =>
  [`GET ${path} HTTP/1.1`, 'host: 127.0.0.1:9399']
    .concat(Object.entries(headers).map(([name, value]) => `${name}: ${value}`))
    .join('\r\n') + '\r\n\r\n'

async function bodies(port: number, path: string, token: Headers): Promise<Record<string, Buffer>> {
  const made: Record<string, Buffer> = {}
  for (const accept of Object.values(mediaTypes))
    made[accept] = (await ask(port, path, { accept, ...token })).body
  return made
}

/** The ids of the sessions of a page; it has to be a full one. */
async function idsOfPage(port: number, token: Headers): Promise<readonly string[]> {
  const { body } = await ask(port, PAGE, { accept: mediaTypes.XML, ...token })
  const ids = [...body.toString().matchAll(/<BackupJobSession [^>]*UID="[\w:]*:([^"]*)"/g)]
  if (ids.length !== 100) throw new Error(`The page has ${String(ids.length)} sessions, not 100.`)
  return ids.map(([, id]) => id ?? '')
}
