import { expect, it } from 'vitest'
import { idOf } from '../../src/random/ids.ts'

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

it('looks like a GUID of version 4', () => {
  for (let n = 0; n < 1000; n++) expect(idOf(n, 'Job', `Job ${n}`)).toMatch(guid)
})
it('is the same on every run and machine', () => {
  expect(idOf(1, 'Job', 'vbr01.example.net', 'Backup Job 2')).toMatchInlineSnapshot(
    `"77f937bd-dca0-4be2-a415-b363be54fd36"`,
  )
})
it('differs by seed, type and name', () => {
  const ids = [
    idOf(1, 'Job', 'a', 'b'),
    idOf(2, 'Job', 'a', 'b'),
    idOf(1, 'Backup', 'a', 'b'),
    idOf(1, 'Job', 'ab'),
    idOf(1, 'Job', 'a', 'c'),
  ]
  expect(new Set(ids).size).toBe(ids.length)
})
it('never meets itself among many', () => {
  const ids = new Set(Array.from({ length: 200_000 }, (_, n) => idOf(1, 'Session', String(n))))
  expect(ids.size).toBe(200_000)
})
