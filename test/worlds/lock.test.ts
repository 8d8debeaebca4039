import { describe, expect, it } from 'vitest'
import { setImmediate } from 'node:timers/promises'
import { workOf, type Sliced } from '../../src/clock/sliced.ts'
import { Lock } from '../../src/worlds/lock.ts'
import { Slices } from '../../src/worlds/slices.ts'

/** Locks of a server whose slices are one step each, and what was done under them. */
function desk() {
  const slices = new Slices()
  slices.longest = 0
  const done: string[] = []
  const steps = function* (name: string, count: number): Sliced<string> {
    for (let n = 1; n <= count; n++) {
      done.push(`${name}${n}`)
      yield
    }
    return name
  }
  const at = (name: string) => workOf(() => void done.push(name))
  return { slices, lock: new Lock(slices), done, steps, at }
}

function* failing(): Sliced<never> {
  yield
  throw new Error('It cannot be done.')
}

describe('a lock', () => {
  it('has done at once, without a promise, what needs no more than a slice', () => {
    const { lock, slices, steps } = desk()
    slices.longest = Infinity
    expect([lock.do(steps('a', 1000)), lock.isFree]).toEqual(['a', true])
  })

  it('lets everybody else wait in the order in which they came', async () => {
    const { lock, done, steps, at } = desk()
    await Promise.all([lock.do(steps('a', 3)), lock.do(at('b')), lock.do(steps('c', 2)), lock.do(at('d'))])
    expect(done).toEqual(['a1', 'a2', 'a3', 'b', 'c1', 'c2', 'd'])
    expect(lock.isFree).toBe(true)
  })

  it('takes turns with others of its server, step by step', async () => {
    const { lock, slices, done, steps } = desk()
    await Promise.all([lock.do(steps('a', 3)), new Lock(slices).do(steps('b', 3))])
    expect(done).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3'])
  })

  it('lets the event loop turn between slices', async () => {
    const { lock, done, steps } = desk()
    const working = lock.do(steps('a', 5))
    await setImmediate()
    done.push('other')
    await working
    expect(done.indexOf('other')).toBeLessThan(done.indexOf('a5'))
  })

  it('is not held by what has failed', async () => {
    const { lock, at } = desk()
    const failed = lock.do(failing())
    const next = lock.do(workOf(() => 'next'))
    await expect(failed).rejects.toThrow('It cannot be done.')
    expect(await next).toBe('next')
    expect(() =>
      lock.do(
        workOf(() => {
          throw new Error('At once.')
        }),
      ),
    ).toThrow('At once.')
    expect(lock.do(at('after'))).toBeUndefined()
  })

  it('does not begin what nobody waits for any more, and is not held by it', async () => {
    const { lock, done, steps, at } = desk()
    let isGone = false
    const working = lock.do(steps('a', 3))
    void lock.do(at('gone'), () => isGone)
    const last = lock.do(at('last'))
    isGone = true
    await Promise.all([working, last])
    expect(done).toEqual(['a1', 'a2', 'a3', 'last'])
  })

  it('goes on with what was begun although nobody waits for it any more', async () => {
    const { lock, done, steps, at } = desk()
    const working = lock.do(steps('a', 3), () => true)
    await Promise.all([working, lock.do(at('b'))])
    expect(done).toEqual(['a1', 'a2', 'a3', 'b'])
  })

  it('has what is asked from inside work done before the rest of that work', async () => {
    const { lock, done, steps, at } = desk()
    const outer = function* (): Sliced<void> {
      done.push('outer1')
      yield
      void lock.do(steps('inner', 3))
      yield
      done.push('outer2')
    }
    for (const way of ['begun at once', 'has waited']) {
      done.length = 0
      const first = way === 'has waited' ? lock.do(steps('first', 1)) : undefined
      await Promise.all([first, lock.do(outer()), lock.do(at('after'))])
      expect(done.filter((each) => each !== 'first1')).toEqual(
        ['outer1', 'inner1', 'inner2', 'inner3', 'outer2', 'after'],
      ) // prettier-ignore
    }
  })

  it('has done at once what a program does not wait for, after all that came before', async () => {
    const { lock, done, steps, at } = desk()
    const working = [lock.do(steps('a', 3)), lock.do(at('b'))].map((each) => Promise.resolve(each))
    expect(lock.finish(steps('c', 2))).toBe('c')
    expect([done, lock.isFree]).toEqual([['a1', 'a2', 'a3', 'b', 'c1', 'c2'], true])
    await Promise.all(working)
  })

  it('is given up when the server has ended: nothing goes on, and who waits is told', async () => {
    const { lock, slices, done, steps, at } = desk()
    let isLeft = false
    const work = function* (): Sliced<void> {
      try {
        yield* steps('a', 100)
      } finally {
        isLeft = true
      }
    }
    const all = Promise.allSettled([lock.do(work()), lock.do(at('b'))])
    slices.stop()
    const ended = { status: 'rejected', reason: { status: 503 } }
    expect(await all).toMatchObject([ended, ended])
    await setImmediate()
    expect([done, isLeft, lock.isFree]).toEqual([['a1'], true, true])
    await expect(lock.do(steps('late', 5))).rejects.toThrow('The server has ended.')
  })
})
