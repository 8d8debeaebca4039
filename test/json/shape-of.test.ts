// A shape and the type of what it accepts are one truth. The compiler holds it: each `@ts-expect-error` is a line that
// must not compile, and `npm run check:types` fails if one does.
import { expect, expectTypeOf, test } from 'vitest'
import { check } from '../../src/json/check.ts'
import type { ShapeOf, TypeOf } from '../../src/json/shape-of.ts'
import {
  anything,
  byWord,
  either,
  list,
  maybe,
  members,
  nameIn,
  number,
  only,
  readable,
  record,
  text,
  truth,
  tuple,
  whole,
  word,
} from '../../src/json/shape.ts'

interface Job {
  readonly name: string
  readonly minutes: number
  readonly kind?: 'Backup' | 'Replica'
  readonly follows: string | undefined
  readonly objects: readonly { readonly name: string; readonly bytes?: number }[]
}

const machine = { name: text(), bytes: maybe(whole(0)) }
const object = members('a machine', machine)
const kind = word('Backup', 'Replica')
const job = {
  name: text(),
  minutes: number(0),
  kind: maybe(kind),
  follows: maybe(text()),
  objects: list(object),
}

test('an object is of a type if each member is, and may lack what may be undefined', () => {
  const shape: ShapeOf<Job> = members<Job>('a job', job)
  expect(check({ name: 'Daily', minutes: 3, objects: [{ name: 'web' }] }, shape)).toBeUndefined()
})

test('a member of another type does not compile', () => {
  // @ts-expect-error minutes is a number
  members<Job>('a job', { ...job, minutes: truth })
  // @ts-expect-error a wider type: other words than those
  members<Job>('a job', { ...job, kind: maybe(text()) })
  // @ts-expect-error a narrower type: fewer words than those
  members<Job>('a job', { ...job, kind: maybe(word('Backup')) })
  // @ts-expect-error a list of another type
  members<Job>('a job', { ...job, objects: list(text()) })
  // @ts-expect-error an object in a list with a member of another type
  members<Job>('a job', { ...job, objects: list(members('', { name: text(), bytes: truth })) })
  // @ts-expect-error an object in a list with one member too many, even if it may be missing
  members<Job>('', { ...job, objects: list(members('', { ...machine, id: maybe(text()) })) })
})

test('a member that is missing, or one too many, does not compile', () => {
  // @ts-expect-error no minutes
  members<Pick<Job, 'name' | 'minutes'>>('a job', { name: text() })
  // @ts-expect-error a member of no name that the type has
  members<Pick<Job, 'name'>>('a job', { name: text(), minutes: number(0) })
  // @ts-expect-error the same of members that are spread, and may be missing
  const spread: ShapeOf<Pick<Job, 'name'>> = members('a job', { name: text(), ...{ kind: maybe(kind) } }) // prettier-ignore
  expect(spread.kind).toBe('members')
})

test('optional is not required, nor required optional', () => {
  // @ts-expect-error a job has minutes
  members<Job>('a job', { ...job, minutes: maybe(number(0)) })
  // @ts-expect-error its kind may be missing
  members<Job>('a job', { ...job, kind })
  // @ts-expect-error what may be undefined may be missing
  members<Job>('a job', { ...job, follows: text() })
  // @ts-expect-error the same of an object that is not said to be of a type
  const shape: ShapeOf<{ readonly name: string }> = members('a name', { name: maybe(text()) })
  expect(shape.kind).toBe('members')
})

const shapes = {
  kind,
  object,
  version: only(1),
  night: readable('a night', /^-?\d+$/, Number),
  mood: nameIn({ perfect: 1, moody: 2 }),
  length: either(number(0), text(), list(truth)),
  pair: tuple(text(), record('counts', whole(0))),
  whatever: anything('a value'),
}
interface Types {
  readonly kind: 'Backup' | 'Replica'
  readonly object: { readonly name: string; readonly bytes?: number | undefined }
  readonly version: 1
  readonly night: string
  readonly mood: 'perfect' | 'moody'
  readonly length: number | string | readonly boolean[]
  readonly pair: readonly [string, Readonly<Record<string, number>>]
  readonly whatever: unknown
}

test('a type is derived from each shape', () => {
  type Derived = { readonly [K in keyof typeof shapes]: TypeOf<(typeof shapes)[K]> }
  expectTypeOf<Derived>().toEqualTypeOf<Types>()
  const values: Derived = {
    kind: 'Backup',
    object: { name: 'web' },
    version: 1,
    night: '-1',
    mood: 'moody',
    length: [true],
    pair: ['2xx', { JobStart: 3 }],
    whatever: null,
  }
  expect(check(values, members<Types>('one of each', shapes))).toBeUndefined()
})

type Way = { readonly moves: 'time' } | { readonly moves: 'reads'; readonly reads: number }
const time = members('a way', { moves: word('time') })
const reads = members('a way', { moves: word('reads'), reads: whole(1) })

test('a choice by a word has all of the words, each with its own members', () => {
  const way: ShapeOf<Way> = byWord('a way', 'moves', { time, reads })
  // @ts-expect-error one of the words is missing
  const fewer: ShapeOf<Way> = byWord('a way', 'moves', { time })
  // @ts-expect-error a word stands for the members of another
  const swapped: ShapeOf<Way> = byWord('a way', 'moves', { time: reads, reads: time })
  expect([way, fewer, swapped].map(({ kind }) => kind)).toEqual(['byWord', 'byWord', 'byWord'])
})
