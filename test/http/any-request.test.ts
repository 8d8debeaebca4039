import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest'
import { startEnterpriseManager, type EnterpriseManager } from '../../src/index.ts'
import { anyRequest } from '../support/any-request.ts'
import { heapUsed } from '../support/heap-used.ts'
import { sendRaw } from '../support/raw-socket.ts'

let em: EnterpriseManager
beforeAll(async () => {
  em = await startEnterpriseManager({
    httpPort: 0,
    httpsPort: 'off',
    scenario: 'docs',
    prefer: true,
    now: '2026-01-15T08:00:00Z',
    clock: 'frozen',
  })
})
afterAll(() => em.close())

/** What is answered so is answered on purpose: not built, told to by `Prefer`, recorded of EM. */
const onPurpose = (request: string, text: string): boolean =>
  /^HTTP\/1\.1 501 /.test(text) ||
  /\r\nPreference-Applied: /.test(text) ||
  /^(\w+ \S*\/api\/+tasks|DELETE \S*\/api\/+logonSessions)\//i.test(request)

it('whatever is sent, it is answered, by no fault of ours, and leaves little behind', async () => {
  let last = ''
  // What is never answered would otherwise not be told.
  onTestFailed(() => console.error(`The last request was ${JSON.stringify(last)}`))
  const types = ['Job', 'Backup', 'BackupServer', 'Repository', 'BackupJobSession'] as const
  const ids = types.flatMap((type) =>
    em.entities
      .list(type)
      .slice(0, 2)
      .map(({ id }) => id),
  )
  const [numRuns, seed] = [Number(process.env['RUNS'] ?? 3000), Number(process.env['SEED'] ?? 1)]
  const before = heapUsed()
  for (const bytesFor of fc.sample(anyRequest(ids), { numRuns, seed })) {
    last = bytesFor(em.logon().token)
    const { text } = await sendRaw(em.url, last)
    const isFault = /^HTTP\/1\.1 5/.test(text) && !onPurpose(last, text)
    if (isFault || !/^HTTP\/1\.1 [1-5]\d\d /.test(text)) expect.fail(`${JSON.stringify(last)}\n${text}`)
  }
  em.reset()
  expect(heapUsed() - before).toBeLessThan(MOST_LEFT)
})

/** Bytes: the journal's bound, and what a program loads as it goes. */
const MOST_LEFT = 64 << 20
