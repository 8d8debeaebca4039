import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { registered } from '../../src/dump/registered.ts'
import { check } from '../../src/json-schema/check.ts'
import { integer } from '../../src/json-schema/shape.ts'
import { mapBy, valueOf } from '../../src/simulation/core/slots.ts'
import { group, States, type Group, type Section } from '../../src/simulation/core/state.ts'
import { stateGroups } from '../../src/simulation/states.ts'
import { ofShape } from '../support/of-shape.ts'

/** A group that no world has: what is listed is held to the laws, and so is what will be. */
const marks = group({
  marks: mapBy('job', integer(0)),
  most: valueOf('rest', integer(0), 7),
})
const all: readonly Group[] = [...stateGroups, marks]
const sections: readonly Section[] = ['world', 'life', 'rest']

const written = (states: States) => Object.fromEntries(sections.map((section) => [section, states.write(section)]))
const named = all.map((each) => [Object.keys(each.slots).join(', '), each] as const)

describe.each(named)('the state of %s', (_, each) => {
  const slots = Object.entries(each.slots).flatMap(([name, { written }]) =>
    written === undefined ? [] : [{ name, ...written, shape: written.shape(registered) }],
  )
  /** What a dump has of it. */
  const dumped = fc
    .tuple(...slots.map(({ shape }) => ofShape(shape).map(once)))
    .map((values) => new Map(slots.map(({ name }, n) => [name, values[n]])))
  const read = (dump: ReadonlyMap<string, unknown>) => States.read([each], (_, name) => dump.get(name))

  it('is written as it was read, in its own section, as its shape says', () => {
    fc.assert(
      fc.property(dumped, (dump) => {
        const states = written(read(dump))
        for (const { name, section, shape } of slots) {
          expect(states[section]?.[name]).toEqual(dump.get(name))
          expect(check(states[section]?.[name], shape)).toBeUndefined()
        }
        const names = sections.flatMap((section) => Object.keys(states[section] ?? {}))
        expect(names.sort()).toEqual(slots.map(({ name }) => name).sort())
      }),
      { numRuns: 30 },
    )
  })

  it('begins as its shape says', () => {
    const states = written(States.empty([each]))
    for (const { name, section, shape } of slots) expect(check(states[section]?.[name], shape)).toBeUndefined()
  })

  it('is copied, and what becomes of either is nothing to the other', () => {
    fc.assert(
      fc.property(dumped, (dump) => {
        const states = read(dump)
        const [copy, before] = [states.copy(), structuredClone(written(states))]
        expect(written(copy)).toEqual(written(states))
        for (const value of Object.values(copy.of(each))) spoil(value)
        expect(written(states)).toEqual(before)
      }),
      { numRuns: 30 },
    )
  })

  it('forgets what is gone, and nothing else', () => {
    fc.assert(
      fc.property(dumped, (dump) => {
        for (const [name, { kept }] of Object.entries(each.slots))
          for (const owner of kept?.by ?? []) {
            const states = read(dump)
            const ids = idsIn(states.of(each)[name])
            const [gone = ''] = ids
            states.forget(owner, gone)
            expect(idsIn(states.of(each)[name])).toEqual(ids.filter((id) => id !== gone))
          }
      }),
      { numRuns: 30 },
    )
  })
})

describe('a group', () => {
  const files = readdirSync('src/simulation', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('-state.ts'))
    .map((file) => file.replaceAll('\\', '/'))

  it('has a name for each thing that no other has', () => {
    const names = stateGroups.flatMap(({ slots }) => Object.keys(slots))
    expect(names).toEqual([...new Set(names)])
  })

  it.each(files)(
    'of %s is listed',
    async (file) => {
      const module = (await import(`../../src/simulation/${file}`)) as Readonly<Record<string, unknown>>
      const exported = Object.values(module).filter((it) => Object(it) === it && 'slots' in (it as object))
      expect(exported).toHaveLength(1)
      expect(stateGroups).toContain(exported[0])
    },
  ) // prettier-ignore

  it('that is not listed is in no world, and is told how to be', () => {
    expect(() => States.empty(stateGroups).of(marks)).toThrow(
      'The state of marks, most is in no world: list its group in src/simulation/states.ts.',
    )
  })

  it('says how it begins, is copied and stands in a dump, or does not compile', () => {
    const whole = mapBy('job', integer(0))
    // @ts-expect-error: how it begins
    group({ marks: { ...whole, empty: undefined } })
    // @ts-expect-error: how snapshots have it
    group({ marks: { ...whole, copy: undefined } })
    // @ts-expect-error: whether dumps have it
    group({ marks: { empty: () => 1, copy: (value: number) => value } })
    // @ts-expect-error: what it is in a dump
    group({ marks: { ...whole, written: { ...whole.written, shape: undefined } } })
    // @ts-expect-error: what the map holds
    group({ marks: mapBy('job') })
  })
})

/** What something is kept by: the keys of a map, a set, or the jobs of a list. */
const idsIn = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.map(({ job }: { readonly job: string }) => job)
    : [...(value as Map<string, unknown> | Set<string>).keys()]

/** Ids are in a map once. */
function once(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  const seen = new Set<unknown>()
  return value.filter((each: unknown) => {
    const key: unknown = Array.isArray(each) ? each[0] : each
    return seen.has(key) ? false : seen.add(key)
  })
}

/** Changes a map or a set, and what in a map is not immutable. */
function spoil(value: unknown): void {
  if (value instanceof Map) {
    for (const held of value.values())
      if (Object(held) === held && 'opened' in held) Object.assign(held as object, { opened: -1, message: 'spoiled' })
    value.delete([...value.keys()][0])
    value.set('new', undefined)
  }
  if (value instanceof Set) value.add('new')
}
