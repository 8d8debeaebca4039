// A shape and the type of what it accepts are one truth. The compiler holds it: each `@ts-expect-error` is a line that
// must not compile, and `npm run check:types` fails if one does.
import { expect, expectTypeOf, test } from 'vitest'
import { check } from '../../src/json-schema/check.ts'
import type { ShapeOf, TypeOf } from '../../src/json-schema/shape-of.ts'
import {
  anything,
  array,
  boolean,
  constant,
  discriminatedUnion,
  enumeration,
  integer,
  enumerationOf,
  number,
  object,
  optional,
  readable,
  record,
  string,
  tuple,
  union,
} from '../../src/json-schema/shape.ts'

interface Job {
  readonly name: string
  readonly minutes: number
  readonly kind?: 'Backup' | 'Replica'
  readonly follows: string | undefined
  readonly objects: readonly { readonly name: string; readonly bytes?: number }[]
}

const machine = { name: string(), bytes: optional(integer(0)) }
const machineShape = object('a machine', machine)
const kind = enumeration('Backup', 'Replica')
const job = {
  name: string(),
  minutes: number(0),
  kind: optional(kind),
  follows: optional(string()),
  objects: array(machineShape),
}

test('an object is of a type if each member is, and may lack what may be undefined', () => {
  const shape: ShapeOf<Job> = object<Job>('a job', job)
  expect(check({ name: 'Daily', minutes: 3, objects: [{ name: 'web' }] }, shape)).toBeUndefined()
})

test('a member of another type does not compile', () => {
  // @ts-expect-error minutes is a number
  object<Job>('a job', { ...job, minutes: boolean })
  // @ts-expect-error a wider type: other words than those
  object<Job>('a job', { ...job, kind: optional(string()) })
  // @ts-expect-error a narrower type: fewer words than those
  object<Job>('a job', { ...job, kind: optional(enumeration('Backup')) })
  // @ts-expect-error a list of another type
  object<Job>('a job', { ...job, objects: array(string()) })
  // @ts-expect-error an object in a list with a member of another type
  object<Job>('a job', { ...job, objects: array(object('', { name: string(), bytes: boolean })) })
  const more = object('a machine', { ...machine, id: optional(string()) })
  // @ts-expect-error an object in a list with one member too many, even if it may be missing
  object<Job>('a job', { ...job, objects: array(more) })
})

test('a member that is missing, or one too many, does not compile', () => {
  // @ts-expect-error no minutes
  object<Pick<Job, 'name' | 'minutes'>>('a job', { name: string() })
  // @ts-expect-error a member of no name that the type has
  object<Pick<Job, 'name'>>('a job', { name: string(), minutes: number(0) })
  // @ts-expect-error the same of members that are spread, and may be missing
  const spread: ShapeOf<Pick<Job, 'name'>> = object('a job', { name: string(), ...{ kind: optional(kind) } })
  expect(spread.kind).toBe('object')
})

test('optional is not required, nor required optional', () => {
  // @ts-expect-error a job has minutes
  object<Job>('a job', { ...job, minutes: optional(number(0)) })
  // @ts-expect-error its kind may be missing
  object<Job>('a job', { ...job, kind })
  // @ts-expect-error what may be undefined may be missing
  object<Job>('a job', { ...job, follows: string() })
  // @ts-expect-error the same of an object that is not said to be of a type
  const shape: ShapeOf<{ readonly name: string }> = object('a name', { name: optional(string()) })
  expect(shape.kind).toBe('object')
})

const shapes = {
  kind,
  machine: machineShape,
  version: constant(1),
  night: readable('a night', /^-?\d+$/, Number),
  mood: enumerationOf({ perfect: 1, moody: 2 }),
  length: union(number(0), string(), array(boolean)),
  pair: tuple(string(), record('counts', integer(0))),
  whatever: anything('a value'),
}
interface Types {
  readonly kind: 'Backup' | 'Replica'
  readonly machine: { readonly name: string; readonly bytes?: number | undefined }
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
    machine: { name: 'web' },
    version: 1,
    night: '-1',
    mood: 'moody',
    length: [true],
    pair: ['2xx', { JobStart: 3 }],
    whatever: null,
  }
  expect(check(values, object<Types>('one of each', shapes))).toBeUndefined()
})

type Way = { readonly moves: 'time' } | { readonly moves: 'reads'; readonly reads: number }
const time = object('a way', { moves: enumeration('time') })
const reads = object('a way', { moves: enumeration('reads'), reads: integer(1) })

test('a choice by a word has all of the words, each with its own members', () => {
  const way: ShapeOf<Way> = discriminatedUnion('a way', 'moves', { time, reads })
  // @ts-expect-error one of the words is missing
  const fewer: ShapeOf<Way> = discriminatedUnion('a way', 'moves', { time })
  // @ts-expect-error a word stands for the members of another
  const swapped: ShapeOf<Way> = discriminatedUnion('a way', 'moves', { time: reads, reads: time })
  expect([way, fewer, swapped].map(({ kind }) => kind)).toEqual(Array(3).fill('discriminatedUnion'))
})
