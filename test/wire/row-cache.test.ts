import { describe, expect, it } from 'vitest'
import type { Row } from '../../src/model/shape.ts'
import { RowCache } from '../../src/wire/row-cache.ts'
import { definition, estate } from './estate.ts'
import { guidOf } from './shapes.ts'

const base = 'http://em/api'
const resource = definition('Repository')
const row = estate.Repository

/** Texts that count how often a name was looked up, which is done once for a reference that is written anew. */
function counted() {
  const state = { epoch: 1, name: 'Cellar', written: 0 }
  const rowCache = new RowCache(
    (type) => {
      if (type === resource.name) state.written++
      return type === resource.name ? state.name : 'server'
    },
    () => state.epoch,
  )
  const read = (it: Row = row, of = base) => rowCache.reader(resource, 'reference', 'v12', of)(it)
  return { state, rowCache, read }
}

describe('a text', () => {
  it('is written once, and remembered', () => {
    const { state, read } = counted()
    expect(read()).toBe(read())
    expect(state.written).toBe(1)
  })

  it.each<[string, (rowCache: RowCache) => Buffer]>([
    ['form', (rowCache) => rowCache.reader(resource, 'entity', 'v12', base)(row)],
    ['media type', (rowCache) => rowCache.reader(resource, 'reference', 'xml', base)(row)],
    ['dialect', (rowCache) => rowCache.reader(resource, 'reference', 'v13', base)(row)],
    ['host', (rowCache) => rowCache.reader(resource, 'reference', 'v12', 'https://other/api')(row)],
  ])('of another %s is another', (_what, ask) => {
    const { rowCache, read } = counted()
    const first = read()
    expect(ask(rowCache)).not.toBe(first)
    expect(read()).toBe(first)
  })

  it('is forgotten when a name has changed', () => {
    const { state, read } = counted()
    expect(read().toString()).toContain('"Name":"Cellar"')
    state.name = 'Attic'
    expect(read().toString()).toContain('"Name":"Cellar"')
    state.epoch++
    expect(read().toString()).toContain('"Name":"Attic"')
  })

  it('is another when the row was replaced', () => {
    const { state, read } = counted()
    read()
    read({ ...row })
    expect(state.written).toBe(2)
  })
})

describe('memory is bounded', () => {
  const huge = (n: number) => ({ ...row, id: guidOf(n) })
  const mebi = 'x'.repeat(1 << 20)

  it('within one list, however long', () => {
    const { state, rowCache } = counted()
    state.name = mebi
    // A reference tells its name twice: twelve of them fill the memory of 24 MiB.
    const rows = Array.from({ length: 20 }, (_, n) => huge(n))
    const read = rowCache.reader(resource, 'reference', 'v12', base)
    for (const each of rows) read(each)
    state.written = 0
    for (const each of rows) read(each)
    expect(state.written).toBe(8)
  })

  it('and the next answer starts anew', () => {
    const { state, rowCache, read } = counted()
    state.name = mebi
    const rows = Array.from({ length: 12 }, (_, n) => huge(n))
    const first = rowCache.reader(resource, 'reference', 'v12', base)
    for (const each of rows) first(each)
    state.written = 0
    read(rows[0])
    read(rows[0])
    expect(state.written).toBe(1)
  })

  it('over ever different hosts', () => {
    const { state, read } = counted()
    read()
    for (let n = 0; n < 300; n++) read(row, `http://em-${n}/api`)
    state.written = 0
    read()
    expect(state.written).toBe(1)
  })
})
