import { spawn, spawnSync } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEnterpriseManager, type EnterpriseManager, type FaultRule } from '../../src/index.ts'

let em: EnterpriseManager
beforeAll(async () => {
  em = await startEnterpriseManager({
    httpPort: 0,
    httpsPort: 0,
    scenario: 'docs',
    now: '2026-01-15T08:00:00Z',
    clock: 'frozen',
  })
})
afterAll(() => em.close())

const node = `
  const [url, session] = process.argv.slice(1)
  const { get } = require(url.startsWith('https') ? 'node:https' : 'node:http')
  const told = (outcome) => { console.log(outcome); process.exit() }
  get(url, { headers: { 'X-RestSvcSessionId': session }, rejectUnauthorized: false }, (answer) => {
    answer.on('error', ({ code }) => told('cut off: ' + code))
    answer.on('end', () => told(answer.complete ? String(answer.statusCode) : 'cut off'))
    answer.resume()
  }).on('error', ({ code, message }) => told(code + ': ' + message))`

const python = `
import ssl, sys, http.client, urllib.request
url, session = sys.argv[1:]
asked = urllib.request.Request(url, headers={'X-RestSvcSessionId': session})
try:
    with urllib.request.urlopen(asked, context=ssl._create_unverified_context()) as answer:
        answer.read()
        print(answer.status)
except urllib.error.HTTPError as error:
    print(error.code)
except ConnectionResetError: # its kind RemoteDisconnected too, which TLS makes of it
    print('reset')
except (http.client.HTTPException, OSError) as error:
    print(type(getattr(error, 'reason', error)).__name__)`

/** The command that asks a URL in a program's way and prints what came of it, or fails with a code that tells. */
const clients: Readonly<Record<string, (url: string, session: string) => readonly [string, ...string[]]>> = {
  Node: (url, session) => [process.execPath, '-e', node, url, session],
  curl: (url, session) => [
    'curl',
    ...['-s', '-k', '-o', '/dev/null', '-w', '%{http_code}', '-H', `X-RestSvcSessionId: ${session}`],
    url,
  ],
  Python: (url, session) => ['python3', '-c', python, url, session],
}

const isThere = (command: string): boolean => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0

async function outcomeOf(client: string, base: string): Promise<string> {
  const [command, ...rest] = clients[client]!(`${base}/api/jobs`, em.logon().token)
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [told, code] = await Promise.all([text(child.stdout), new Promise((done) => child.on('close', done))])
  return `${told.trim()} (${String(code)})`
}

const rules: readonly FaultRule['effect'][] = [
  { reset: true },
  { reset: true, delay: 20 },
  { empty: true },
  { empty: true, delay: 20 },
  { half: true },
  { wrongLength: true },
  { garbage: true },
  { status: 503 },
  { expireLogon: true },
]

describe.each(Object.keys(clients).map((client) => [client]))('%s', (client) => {
  const [command] = clients[client]!('', '')
  it.skipIf(!isThere(command)).each(rules.map((effect) => [effect]))(
    'meets %j over HTTPS as over HTTP',
    async (effect) => {
      em.faults.add({ name: 'rule', effect })
      const plain = await outcomeOf(client, em.httpUrl!)
      expect(await outcomeOf(client, em.httpsUrl!)).toBe(plain)
      em.faults.clear()
      expect(await outcomeOf(client, em.httpsUrl!)).toContain('200 (0)')
    },
  )
})
