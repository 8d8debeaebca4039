import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finish } from '../../src/clock/sliced.ts'
import { backupJobSession } from '../../src/resources/index.ts'
import { isLarge, writeAnswer, writeLarge, type Answer } from '../../src/wire/answer.ts'
import { listShape } from '../../src/wire/documents.ts'
import type { Form } from '../../src/wire/representation.ts'
import { openEm, type Em } from '../support/em.ts'

let em: Em
beforeAll(
  async () => (em = await openEm({ scenario: 'large', sessions: 1234, now: '2026-01-15T08:00:00Z', clock: 'frozen' })),
)
afterAll(() => em.close())

const base = 'http://em.example.net:9399/api'

function sessions(form: Form, count = Infinity): Answer {
  const rows = [...em.simulation.store.table('BackupJobSession')].slice(0, count)
  const { name, shape } = listShape(backupJobSession, form)
  return { kind: 'document', name, shape, value: rows.length, rows: { resource: backupJobSession, form, rows } }
}

describe.each(['xml', 'v12', 'v13'] as const)('many rows in %s', (language) => {
  it.each<[Form, boolean]>([
    ['entity', false],
    ['entity', true],
    ['reference', false],
  ])('%s: bytes are the same when they are written in slices (mark: %s)', (form, hasMark) => {
    const { rowCache } = em.world
    const answer = sessions(form)
    if (!isLarge(answer)) throw new Error('There are many sessions in it.')
    const atOnce = writeAnswer(answer, language, base, rowCache, hasMark)
    const work = writeLarge(answer, language, base, rowCache, hasMark)
    expect(finish(work).equals(atOnce)).toBe(true)
  })
})

it('is left off after some rows', () => {
  const answer = sessions('entity')
  const steps = isLarge(answer) ? [...writeLarge(answer, 'xml', base, em.world.rowCache, false)].length : 0
  expect(steps).toBeGreaterThan(1234 / 50)
})

it('a page is not', () => {
  expect(isLarge(sessions('entity', 100))).toBe(false)
})
