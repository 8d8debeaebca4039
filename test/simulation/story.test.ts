import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { convert } from 'xmlbuilder2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEnterpriseManager, type EnterpriseManager } from '../../src/index.ts'

// A day of a backup operator, as docs/walkthrough.md tells it: with curl in JSON, and with Node's fetch in XML.

interface Link {
  readonly Rel: string
  readonly Href: string
  readonly Type?: string
}
/** A document of EM as far as an operator reads it. */
interface Document {
  readonly status: number
  readonly token?: string | undefined
  readonly words: Readonly<Record<string, string>>
  readonly links: readonly Link[]
  readonly hrefs: readonly string[]
}
/** Asks, by `GET /jobs` or `POST https://…`. */
type RequestContext = (request: string, token?: string) => Promise<Document>

let em: EnterpriseManager
beforeAll(async () => {
  em = await startEnterpriseManager({
    httpPort: 0,
    httpsPort: 'off',
    now: '2026-01-15T12:00:00Z',
    clock: 'frozen',
  })
})
afterAll(() => em.close())

const urlOf = (path: string) => (path.startsWith('http') ? path : `${em.url}/api${path}`)
const credentials = 'administrator:secret'

const byCurl: RequestContext = async (request, token) => {
  const [method = '', path = ''] = request.split(' ')
  const { stdout } = await promisify(execFile)('curl', [
    '-si', '-X', method, urlOf(path), '-H', 'Accept: application/json',
    ...(token === undefined ? ['-u', credentials] : ['-H', `X-RestSvcSessionId: ${token}`]),
  ], { maxBuffer: 2 ** 24 }) // prettier-ignore
  const [head = '', body = ''] = stdout.split(/\r\n\r\n(.*)/s)
  const document = body === '' ? {} : (JSON.parse(body) as object)
  return {
    status: Number(head.split(' ')[1]),
    token: /X-RestSvcSessionId: (.*)/.exec(head)?.[1]?.trim(),
    ...readJson(document),
  }
}

function readJson(document: object) {
  const words: Record<string, string> = {}
  const { Links = [], Result } = document as { Links?: readonly Link[]; Result?: unknown }
  const inside = typeof Result === 'object' ? Result : {}
  for (const [name, value] of Object.entries({ ...document, ...inside }))
    if (value !== null && typeof value !== 'object') words[name] = `${value as string | number}`
  const hrefs = JSON.stringify(document).match(/(?<="Href":")[^"]+/g) ?? []
  return { words, links: Links ?? [], hrefs }
}

const byFetch: RequestContext = async (request, token) => {
  const [method = '', path = ''] = request.split(' ')
  const answer = await fetch(urlOf(path), {
    method,
    headers:
      token === undefined ? { authorization: `Basic ${btoa(credentials)}` } : { cookie: `X-RestSvcSessionId=${token}` },
  })
  const body = await answer.text()
  return {
    status: answer.status,
    token: answer.headers.get('x-restsvcsessionid') ?? undefined,
    ...readXml(body),
  }
}

type Tree = Readonly<Record<string, unknown>>
const asArray = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T]

function readXml(body: string) {
  if (body === '') return { words: {}, links: [], hrefs: [] }
  const [root = {}] = Object.values(convert(body, { format: 'object' }) as unknown as Record<string, Tree>).slice(-1)
  const words: Record<string, string> = {}
  const take = (tree: Tree) => {
    for (const [name, value] of Object.entries(tree))
      if (typeof value === 'string') words[name.replace('@', '')] = value
  }
  take(root)
  if (typeof root['Result'] === 'object') take(root['Result'] as Tree)
  const { Link = [] } = (root['Links'] ?? {}) as { Link?: Tree | readonly Tree[] }
  const links = asArray(Link).map(
    (link) => Object.fromEntries(Object.entries(link).map(([name, value]) => [name.slice(1), value])) as unknown as Link,
  ) // prettier-ignore
  const hrefs = [...body.matchAll(/ Href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
  return { words, links, hrefs }
}

describe.each<[string, string, RequestContext]>([
  ['curl, in JSON', 'Backup Job 1', byCurl],
  ['fetch, in XML', 'Backup Job 2', byFetch],
])('a day with %s', (_, jobName, context) => {
  let token = ''
  let job: Document
  let session = ''

  const leading = (document: Document, rel: string, type?: string): string =>
    document.links.find(({ Rel, Type }) => Rel === rel && (type === undefined || Type === type))?.Href ??
    `no ${rel} link`
  const logOn = async () => {
    const { status, token: given } = await context('POST /sessionMngr/?v=latest')
    expect(status).toBe(201)
    token = given ?? ''
  }
  /** Asks for something to be done, and polls its task until it is finished. */
  const done = async (href: string): Promise<Document> => {
    const asked = await context(`POST ${href}`, token)
    expect([asked.status, asked.words['State']]).toEqual([202, 'Running'])
    for (;;) {
      em.clock.advance('PT1S')
      const task = await context(`GET /tasks/${asked.words['TaskId']}`, token)
      if (task.words['State'] === 'Finished') return task
    }
  }
  /** Looks at the session every minute until it has stopped. */
  const watched = async (): Promise<readonly Document[]> => {
    const seen: Document[] = []
    while (seen.at(-1)?.words['State'] !== 'Stopped') {
      em.clock.advance('PT1M')
      const document = await context(`GET ${session}`, token)
      expect(document.status).toBe(200)
      seen.push(document)
    }
    return seen
  }

  it('logs on and finds the job by its name', async () => {
    await logOn()
    const filter = encodeURIComponent(`Name=="${jobName}"`)
    const { hrefs } = await context(`GET /query?type=Job&filter=${filter}&format=Entities`, token)
    job = await context(`GET ${hrefs.find((href) => /\/jobs\/[^/]+\?format=Entity$/.test(href))}`, token)
    expect([job.status, job.words['Name']]).toEqual([200, jobName])
  })

  it('starts it, polls the task, and follows Related to the session', async () => {
    const task = await done(leading(job, 'Start'))
    expect(task.words).toMatchObject({
      Operation: 'StartJob',
      Success: 'true',
      Message: `Job "${jobName}" triggered to start.`,
    })
    session = leading(task, 'Related', 'BackupJobSession')
    expect((await context(`GET ${session}`, token)).words).toMatchObject({
      JobName: jobName,
      State: 'Starting',
      Result: 'None',
      Progress: '0',
    })
  })

  it('watches its progress rise and never fall', async () => {
    const seen = await watched()
    const progress = seen.map(({ words }) => Number(words['Progress']))
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(new Set(progress).size).toBeGreaterThan(2)
    expect(progress.at(-1)).toBe(100)
  })

  it('sees the task sessions, the restore point and its backup file', async () => {
    const stopped = await context(`GET ${session}`, token)
    const tasks = await context(`GET ${leading(stopped, 'Down')}?format=Entity`, token)
    expect(tasks.hrefs.filter((href) => /\/backupTaskSessions\/[^/]+\?/.test(href)).length).toBeGreaterThan(1)
    const point = await context(`GET ${leading(stopped, 'Related', 'RestorePointReference')}?format=Entity`, token)
    const machines = await context(`GET ${leading(point, 'Down')}`, token)
    expect(machines.status).toBe(200)
    const machine = await context(
      `GET ${machines.hrefs.find((href) => /\/vmRestorePoints\/[^/]+$/.test(href))}?format=Entity`,
      token,
    )
    const file = await context(`GET ${leading(machine, 'Up', 'BackupFileReference')}?format=Entity`, token)
    expect(file.words['FilePath']).toMatch(/\.v[bi][kb]$/)
  })

  it('stops a second run midway', async () => {
    session = leading(await done(leading(job, 'Start')), 'Related')
    em.clock.advance('PT1M')
    expect((await context(`GET ${session}`, token)).words['State']).toBe('Working')
    await done(leading(job, 'Stop'))
    const stopped = (await watched()).at(-1)
    expect(stopped?.words).toMatchObject({ Result: 'Failed' })
  })

  it('has the third fail, and retries it', async () => {
    em.outcomes.set({ job: jobName, result: 'Failed', reason: 'Out of tape' })
    session = leading(await done(leading(job, 'Start')), 'Related')
    const failed = (await watched()).at(-1)
    expect(failed?.words).toMatchObject({ Result: 'Failed', FailureMessage: 'Out of tape' })
    em.outcomes.set({ job: jobName, result: 'Success' })
    session = leading(await done(leading(job, 'Retry')), 'Related')
    const retried = (await watched()).at(-1)
    expect(retried?.words).toMatchObject({ Result: 'Success', IsRetry: 'true' })
  })

  it('comes back after 31 days: the logon is over, and so is the window', async () => {
    const listed = async () =>
      (await context('GET /backupSessions', token)).hrefs.includes(session.replace('?format=Entity', ''))
    expect(await listed()).toBe(true)
    em.clock.advance('P31D')
    expect((await context('GET /backupSessions', token)).status).toBe(401)
    await logOn()
    expect(await listed()).toBe(false)
    expect((await context(`GET ${session}`, token)).status).toBe(200)
  })
})
