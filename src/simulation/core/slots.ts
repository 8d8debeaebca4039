import { array, id, tuple } from '../../json-schema/shape.ts'
import type { ShapeOf } from '../../json-schema/shape-of.ts'
import type { Owner, Registered, Section, Slot } from './state.ts'

/** A map by the ids of its owners. What it holds is immutable, unless told how to copy it. */
export const mapBy = <V>(
  owners: Owner | readonly Owner[],
  shape: ShapeOf<V> | ((registered: Registered) => ShapeOf<V>),
  copy = (map: Map<string, V>) => new Map(map),
): Slot<Map<string, V>, readonly (readonly [string, V])[], 'life'> => ({
  empty: () => new Map<string, V>(),
  copy,
  kept: {
    by: [owners].flat(),
    without(map, id) {
      map.delete(id)
      return map
    },
  },
  written: {
    section: 'life',
    shape: (registered) => array(tuple(id, typeof shape === 'function' ? shape(registered) : shape)),
    write: (map) => [...map],
    read: (pairs) => new Map(pairs),
  },
})

/** A set of the ids of owners. */
export const setOf = (owner: Owner): Slot<Set<string>, readonly string[], 'rest'> => ({
  empty: () => new Set<string>(),
  copy: (set) => new Set(set),
  kept: {
    by: [owner],
    without(set, id) {
      set.delete(id)
      return set
    },
  },
  written: {
    section: 'rest',
    shape: () => array(id),
    write: (set) => [...set],
    read: (ids) => new Set(ids),
  },
})

/** An immutable value. @param first what it is in a new world. */
export const valueOf = <T, P extends Section>(section: P, shape: ShapeOf<T>, first: T): Slot<T, T, P> => ({
  empty: () => first,
  copy: (value) => value,
  written: { section, shape: () => shape, write: (value) => value, read: (value) => value },
})

/** An immutable value that whoever makes a world, or reads a dump, knows and gives it. */
export const givenValue = <T>(first: T): Slot<T, never, never> => ({
  empty: () => first,
  copy: (value) => value,
  written: undefined,
})
