// The mock and its controls, and the requests that are made of all of them alike.
import { ask, logOn, mediaTypes } from './client.ts'
import { startControl, startMock, type Program } from './programs.ts'

const PAGE = '/api/query?type=BackupJobSession&format=Entities&sortDesc=CreationTime&pageSize=100'
const entityPath = (id: string) => `/api/backupSessions/${id}?format=Entity`

export interface Pages {
  readonly mock: Program
  readonly control: Program
  /** The same again, to see how far measurements of the same thing lie apart. */
  readonly again: Program
  /** Those of a logon session. */
  readonly headers: Readonly<Record<string, string>>
  /** Of the sessions of the page. */
  readonly ids: readonly string[]
  stop(): Promise<void>
}

/** Starts a mock with the default estate, and controls that send the bytes it sends. */
export async function openPages(): Promise<Pages> {
  const mock = await startMock()
  const headers = { 'x-restsvcsessionid': await logOn(mock.port) }
  const bodies = async (path: string) => {
    const made: Record<string, Buffer> = {}
    for (const accept of Object.values(mediaTypes))
      made[accept] = (await ask(mock.port, path, { ...headers, accept })).body
    return made
  }
  const page = await bodies(PAGE)
  const ids = idsOf(page[mediaTypes.XML])
  const answers = {
    '/api/query': page,
    '/api/backupSessions/:id': await bodies(entityPath(ids[0] ?? '')),
  }
  const [control, again] = [await startControl(answers), await startControl(answers)]
  const stop = async () => {
    await Promise.all([mock, control, again].map((program) => program.stop()))
  }
  return { mock, control, again, headers, ids, stop }
}

function idsOf(page: Buffer = Buffer.alloc(0)): readonly string[] {
  const found = page.toString().matchAll(/<BackupJobSession [^>]*UID="[\w:]*:([^"]*)"/g)
  const ids = Array.from(found, ([, id]) => id ?? '')
  if (ids.length !== 100) throw new Error(`The page has ${String(ids.length)} sessions, not 100.`)
  return ids
}

interface Workload {
  readonly what: string
  readonly nextPath: () => string
  readonly atLeast: number
}

export function workloads({ ids }: Pages): readonly Workload[] {
  const before = Date.now()
  let asked = 0
  // A filter that was never asked before, for a hundred sessions from anywhere in the newest twenty days.
  const filtered = () => {
    const minutesAgo = (++asked * 7919) % (20 * 24 * 60)
    const time = new Date(before - minutesAgo * 60_000).toISOString().slice(0, 19)
    const filter = `Result!=None;CreationTime<"${time}.${String(asked).padStart(6, '0')}Z"`
    return `${PAGE}&filter=${encodeURIComponent(filter)}`
  }
  const entity = () => entityPath(ids[++asked % ids.length] ?? '')
  return [
    { what: 'page of 100 again and again', nextPath: () => PAGE, atLeast: 0.85 },
    { what: 'page of 100, ever different filters', nextPath: filtered, atLeast: 0.5 },
    { what: 'one entity, of a hundred in turn', nextPath: entity, atLeast: 0.8 },
  ]
}
