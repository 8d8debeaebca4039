import { describe, expect, it } from 'vitest'
import { Memory, type Heap } from '../../src/worlds/memory.ts'
import { openEm, type Em } from '../support/em.ts'
import { errors } from '../../src/model/api-error.ts'
import { megabyte } from '../../src/model/size.ts'

/** A heap of a hundred megabytes, and what it holds: what is given up stays until it is collected. */
function heapOf(state: { held: number; garbage: number; collected?: number }): Heap {
  return {
    limit: 100 * megabyte,
    used: () => (state.held + state.garbage) * megabyte,
    collect: () => {
      state.garbage = 0
      state.collected = (state.collected ?? 0) + 1
    },
  }
}

/** Things of so many megabytes each that can be done without, the first first. */
function sizes(state: { held: number; garbage: number }, ...each: number[]) {
  return () => {
    const next = each.shift()
    state.held -= next ?? 0
    state.garbage += next ?? 0
    return next !== undefined
  }
}

describe('of 65 MB that may be held', () => {
  it.each([
    ['there is room', { held: 60, garbage: 0 }, { held: 60, garbage: 0 }],
    ['what nobody holds is collected', { held: 60, garbage: 30 }, { held: 60, garbage: 0, collected: 1 }],
    ['caches go first', { held: 68, garbage: 0 }, { held: 63, garbage: 0, collected: 2 }],
    ['then one world after another', { held: 90, garbage: 0 }, { held: 65, garbage: 0, collected: 4 }],
  ])('%s', (_what, state, after) => {
    const memory = new Memory(undefined, [sizes(state, 5), sizes(state, 10, 10, 10)], heapOf(state))
    memory.afford('a world')
    expect(state).toEqual(after)
  }) // prettier-ignore

  it('what finds no room is refused, until something is given up', () => {
    const state = { held: 70, garbage: 0, collected: 0 }
    const memory = new Memory(undefined, [], heapOf(state))
    for (let time = 0; time < 10; time++)
      expect(() => memory.afford('the world a')).toThrow(
        'There is no room for the world a: 70 MB are held where 65 MB may be, and no idle world is left to let go of. Drop snapshots',
      )
    expect(state.collected).toBe(1)
    state.held -= 10
    state.garbage += 10
    memory.freed()
    memory.afford('the world a')
  })

  it.each([
    [64, true],
    [79, true],
    [81, false],
  ])('of %i MB, time goes on: %s', (held, goesOn) => {
    expect(new Memory(undefined, [], heapOf({ held, garbage: 0 })).canGoOn()).toBe(goesOn)
  })

  it.each([
    [50, 49, true],
    [50, 51, false],
  ])('of %i MB, there is room for %i MB for a while: %s', (held, passing, fits) => {
    const memory = new Memory(undefined, [], heapOf({ held, garbage: 20 }))
    const afford = () => memory.affordPassing(passing * megabyte, 'a dump')
    if (fits) afford()
    else expect(afford).toThrow('it takes about 51 MB for a while')
  })
})

describe('how much may be held', () => {
  it.each([
    [10, 9, undefined],
    [10, 11, 'memory is 10 MB, and 11 MB are held before anything is asked.'],
    [80, 11, undefined],
    [81, 11, "memory is 81 MB, and Node's heap has room for 80 of them."],
  ])('of %i MB, %i MB are held at the start', (most, held, sentence) => {
    const start = () => new Memory(most, [], heapOf({ held, garbage: 0 })).refuseNone()
    if (sentence === undefined) start()
    else expect(start).toThrow(sentence)
  })

  it('is a share of the heap of this program, unless told otherwise', () => {
    expect(new Memory(undefined, []).most).toBeGreaterThan(100 * megabyte)
  })
})

describe('time that finds no room', () => {
  const advance = (em: Em) =>
    em.ask('POST /_mock/clock/advance', {
      headers: { 'content-type': 'application/json' },
      body: '{"by":"P2D"}',
    })
  const open = () => openEm({ scenario: 'default', now: '2026-01-15T08:00:00Z', clock: 'frozen' })
  const standing = async (em: Em) => (await em.ask('GET /_mock/dump')).body

  it('stands where it has come to, and goes on from there as if nothing had been', async () => {
    const [em, other] = [await open(), await open()]
    const { canGoOn } = em.simulation
    em.simulation.canGoOn = () => false
    const halfway = await advance(em)
    expect(halfway.status).toBe(507)
    const [at] = /2026-01-15T\S+Z/.exec(halfway.body) ?? []
    expect(halfway.body).toContain(`Simulated time has come to ${at} and no farther`)
    expect((await em.ask('GET /_mock/clock')).body).toContain(`"now":"${at}"`)
    em.simulation.canGoOn = canGoOn
    for (const each of [em, other])
      await each.ask('PUT /_mock/clock', {
        headers: { 'content-type': 'application/json' },
        body: '{"now":"2026-01-17T08:00:00Z"}',
      })
    expect(await standing(em)).toBe(await standing(other))
    await Promise.all([em.close(), other.close()])
  })
})

it('another world is refused where there is no room for it; those that are there answer', async () => {
  const em = await openEm({ scenario: 'empty' })
  expect((await em.ask('GET /w/there/_mock/clock')).status).toBe(200)
  em.worlds.memory.afford = (what) => {
    throw errors.noRoom(`There is no room for ${what}.`)
  }
  const refused = await em.ask('GET /w/another/_mock/clock')
  expect([refused.status, refused.body]).toEqual([
    507,
    expect.stringContaining('There is no room for the world another.'),
  ])
  expect((await em.ask('GET /w/there/_mock/clock')).status).toBe(200)
  await em.close()
})
