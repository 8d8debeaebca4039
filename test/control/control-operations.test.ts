import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { controlOperations } from '../../src/control/control-operations.ts'
import { HeldWorld } from '../../src/embed/world-handle.ts'
import { placeOf } from '../../src/embed/placed.ts'
import { startEnterpriseManager, type EnterpriseManager, type WorldHandle } from '../../src/index.ts'
import { control } from '../support/deeds.ts'
import { openEm } from '../support/em.ts'

// What only a mock is asked is reached over HTTP and in process, and the two never differ.

const open = () => openEm({ scenario: 'docs', now: '2026-01-15T08:00:00Z', clock: 'frozen' })
type Row = readonly [name: string, request: string, body: object, inProcess: (em: WorldHandle) => unknown]

const job = 'Backup Job 1'
const fault = { name: 'busy', when: 'Operation==JobStart', effect: { status: 503 } }
const session = '11111111-1111-4111-8111-111111111111'
const own = { JobName: job, Result: 'Failed', id: session }

/** One after the other, on two servers. */
const rows: readonly Row[] = [
  ['readClock', 'GET clock', {}, (em) => em.clock.read()],
  ['setClock', 'PUT clock', { now: '2026-01-15T09:00:00Z' }, (em) => em.clock.set({ now: '2026-01-15T09:00:00Z' })],
  ['advanceClock', 'POST clock/advance', { by: 'PT2H' }, (em) => em.clock.advance('PT2H')],
  ['goToNext', 'POST clock/next', {}, (em) => em.clock.next()],
  ['setWork', 'PUT work', { moves: 'reads', reads: 2, job }, (em) => em.work.set({ moves: 'reads', reads: 2, job })],
  ['readWork', 'GET work', {}, (em) => em.work.read()],
  ['stepWork', 'POST work/step', { job }, (em) => em.work.step(job)],
  ['orderOutcomes', 'POST outcomes', { job, result: 'Failed', times: 2 }, (em) => em.outcomes.set({ job, result: 'Failed', times: 2 })],
  ['takeSnapshot', 'POST snapshots/one', {}, (em) => em.snapshots.take('one')],
  ['takeNamedSnapshot', 'POST snapshots', { name: 'two' }, (em) => em.snapshots.take('two')],
  ['listSnapshots', 'GET snapshots', {}, (em) => ({ snapshots: em.snapshots.list() })],
  ['readSnapshot', 'GET snapshots/two', {}, (em) => em.snapshots.read('two')],
  ['restoreSnapshot', 'POST snapshots/one/restore', {}, (em) => em.snapshots.restore('one')],
  ['dropSnapshot', 'DELETE snapshots/two', {}, (em) => em.snapshots.drop('two')],
  ['clearSnapshots', 'DELETE snapshots', {}, (em) => em.snapshots.clear()],
  ['listTypes', 'GET entities', {}, (em) => ({ types: em.entities.types() })],
  ['addEntity', 'POST entities/BackupJobSession', own, (em) => em.entities.add('BackupJobSession', own)],
  ['readEntity', `GET entities/BackupJobSession/${session}`, {}, (em) => em.entities.read('BackupJobSession', session)],
  ['changeEntity', `PATCH entities/BackupJobSession/${session}`, { Result: 'Warning' }, (em) => em.entities.change('BackupJobSession', session, { Result: 'Warning' })],
  ['removeEntity', `DELETE entities/BackupJobSession/${session}`, {}, (em) => em.entities.remove('BackupJobSession', session)],
  ['listEntities', 'GET entities/Job', {}, (em) => ({ type: 'Job', entities: em.entities.list('Job'), total: em.entities.list('Job').length })],
  ['addFaults', 'POST faults', fault, (em) => em.faults.add(fault)],
  ['readFault', 'GET faults/busy', {}, (em) => em.faults.get('busy')],
  ['listFaults', 'GET faults', {}, (em) => ({ faults: em.faults.list() })],
  ['removeFault', 'DELETE faults/busy', {}, (em) => em.faults.remove('busy')],
  ['clearFaults', 'DELETE faults', {}, (em) => em.faults.clear()],
  ['verify', 'POST verify', { that: 'Operation==JobStart', atMost: 0 }, (em) => em.journal.verify({ that: 'Operation==JobStart', atMost: 0 })],
  ['waitFor', 'POST wait-for', { that: 'Method==GET', count: 1 }, (em) => em.waitFor({ that: 'Method==GET', count: 1 })],
  ['listRequests', 'GET requests?filter=Operation==JobList', {}, (em) => em.journal.list({ filter: 'Operation==JobList' })],
  ['readCounts', 'GET counts', {}, (em) => em.journal.counts()],
  ['clearRequests', 'DELETE requests', {}, (em) => em.journal.clear()],
  ['dump', 'GET dump', {}, (em) => em.dump()],
  ['load', 'POST load', {}, (em) => em.load(em.dump())],
  ['reset', 'POST reset', { what: ['data', 'logons'] }, (em) => em.reset('data', 'logons')],
  ['play', 'POST scenario', { scenario: 'bad-night' }, (em) => em.play('bad-night')],
  ['readScenario', 'GET scenario', {}, (em) => ({ scenario: em.scenario })],
] // prettier-ignore

/** What a program that has the server in its hands does otherwise, or has no use for. */
const onlyOverHttp = [
  'health',
  'stop',
  'readDumpSchema',
  'readOpenApi',
  'readControl',
  // Of the whole server: `ca()` of its handle (authority.test.ts).
  'readCa',
  'readMetrics',
  'listWorlds',
  'dropWorld',
]

it('answer the same over HTTP and in process', async () => {
  const [asked, held] = [await open(), await open()]
  const em = new HeldWorld(held.worlds, held.world, 'http://localhost:9399')
  for (const each of [asked, held]) await each.ask('GET /api/jobs', { token: await each.logOn() })
  for (const [name, request, body, inProcess] of rows) {
    const [method = '', path = ''] = request.split(' ')
    const given = name === 'load' ? (JSON.parse((await asked.ask('GET /_mock/dump')).body) as object) : body
    const answer = await control(asked, `${method} /_mock/${path}`, given)
    expect([name, answer.status]).toEqual([name, 200])
    expect(JSON.parse(answer.body), name).toEqual(JSON.parse(JSON.stringify(await inProcess(em))))
  }
})

it('are all in the table above', () => {
  const names = controlOperations.map(({ name }) => name)
  expect(names.toSorted()).toEqual([...rows.map(([name]) => name), ...onlyOverHttp].toSorted())
})

describe('have a place on the handle', () => {
  let em: EnterpriseManager
  beforeAll(async () => {
    em = await startEnterpriseManager({ scenario: 'empty', httpPort: 0, httpsPort: 'off' })
  })
  afterAll(() => em.close())

  it.each(controlOperations.map((operation) => [operation.name, placeOf(operation).at]))('%s: %s', (_, at) => {
    const found = at
      .split('.')
      .reduce<unknown>((within, name) => (Object(within) as Readonly<Record<string, unknown>>)[name], em)
    expect(typeof found).toBe(at === 'scenario' ? 'string' : 'function')
  })

  it('of their own', () => {
    const own = controlOperations.map(placeOf).filter(({ isElsewhere }) => isElsewhere !== true)
    expect(new Set(own.map(({ at }) => at)).size).toBe(own.length)
  })

  it('those of the server too', async () => {
    em.world('checkout')
    expect(em.worlds.list().worlds.map(({ name }) => name)).toEqual(['default', 'checkout'])
    expect(em.worlds.drop('checkout')).toEqual({ dropped: 'checkout' })
    expect(em.health()).toEqual({ status: 'ok' })
    expect(em.metrics()).toContain('# TYPE ')
    expect(await em.documents.openApi('v13')).toMatchObject({ openapi: '3.1.0' })
    await expect(em.ca()).rejects.toThrow('HTTPS is off')
  })
})

it('are described by a valid OpenAPI document, the events among them', async () => {
  const em = await open()
  const document = JSON.parse((await em.ask('GET /_mock/control.json')).body) as {
    paths: Record<string, Record<string, { operationId: string }>>
  }
  const { valid, errors } = await new Validator().validate(structuredClone(document))
  expect([errors ?? [], valid]).toEqual([[], true])
  const ids = Object.values(document.paths).flatMap((each) => Object.values(each).map(({ operationId }) => operationId))
  expect(ids.toSorted()).toEqual([...controlOperations.map(({ name }) => name), 'listen'].toSorted())
})

it.each([
  ['application/json', '{"by":', 400, 'body:1:7: this is not JSON: ValueExpected.'],
  ['text/plain', 'PT2H', 415, 'Send application/json.'],
  ['application/xml', '<by>PT2H</by>', 415, 'Send application/json.'],
])('say in JSON what is wrong with a body of %s', async (type, body, status, says) => {
  const em = await open()
  const answer = await em.ask('POST /_mock/clock/advance', { headers: { 'content-type': type }, body })
  expect([answer.status, JSON.parse(answer.body)]).toEqual([
    status,
    { message: expect.stringContaining(says) as string },
  ])
})

describe('refuse alike what no body of theirs has', () => {
  const shaped = controlOperations.filter(({ isText, body }) => isText !== true && body?.kind !== 'record')
  it.each(shaped.map(({ name, method, path }) => [name, `${method} /_mock/${path}`]))('%s', async (_, request) => {
    const em = await open()
    const answer = await control(em, request.replaceAll(/\{\w+\}/g, 'some'), { strange: 1 })
    if (request.startsWith('GET')) return
    expect([answer.status, answer.body]).toEqual([400, expect.stringContaining('strange')])
  })
})

describe('the entities of a type are asked as /api/query is', () => {
  it.each([
    ['Job?filter=Name=="Backup Job 1"', ['Backup Job 1'], 1],
    ['Job?sortDesc=Name&pageSize=1&page=2', ['vCD Backup Job 1'], 8],
    ['Job?sortAsc=Name&pageSize=2', ['Backup Job 1', 'Backup Job 2'], 8],
    ['Job?page=9&pageSize=1', [], 8],
  ])('%s', async (path, names, total) => {
    const em = await open()
    const { body } = await em.ask(`GET /_mock/entities/${encodeURI(path)}`)
    const told = JSON.parse(body) as { entities: { name: string }[]; total: number }
    expect([told.entities.map(({ name }) => name), told.total]).toEqual([names, total])
  })
})

it.each([
  ['GET counts?wolrd=x', 'Found the parameter "wolrd"; GET /_mock/counts reads none.'],
  ['GET entities/Job?filtre=x', 'reads filter, sortAsc, sortDesc, page, pageSize. Did you mean filter?'],
  ['GET entities/Job?filter=Naem==x', 'Did you mean Name?'],
  ['GET requests?pagesise=2', 'Did you mean pageSize?'],
  ['GET openapi.json?dialekt=v13', 'Did you mean dialect?'],
])('%s is refused: %s', async (request, says) => {
  const em = await open()
  const answer = await em.ask(request.replace(' ', ' /_mock/'))
  const { message } = JSON.parse(answer.body) as { readonly message: string }
  expect([answer.status, message]).toEqual([400, expect.stringContaining(says)])
}) // prettier-ignore
