import { readInstant } from '../clock/read-instant.ts'
import { readTimeOfDay } from '../clock/read-time-of-day.ts'
import { namedAs, refuseAt, shown, type Oddities } from './oddities.ts'
import type { Scalar } from './scalar.ts'

const guid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

/**
 * What a word of a body means, by its shape; undefined for an empty one that means nothing, which is as if it was not
 * there. Throws a 400 ApiError that says where it stands. @param place `JobCloneSpec/JobName`.
 */
export function readWord(shape: Scalar, word: string, place: string, odd: Oddities): unknown {
  const found = `found "${shown(word)}", expected `
  const fail = (expected: string): never => {
    throw refuseAt(place, found + expected)
  }
  const trimmed = word.trim()
  const isEmpty = trimmed === '' && !['text', 'href', 'uid'].includes(shape.kind)
  if (isEmpty && !odd.isStrict) return odd.note(place)
  switch (shape.kind) {
    case 'text':
    case 'href':
      return word
    case 'enumeration': {
      const named = namedAs(shape.values, trimmed)
      const expected = `one of ${shape.values.join(', ')}`
      if (named === undefined) return fail(expected)
      if (named !== trimmed) odd.tell(place, place, found + expected)
      return named
    }
    case 'boolean':
      return truths.get(trimmed.toLowerCase()) ?? fail('true or false')
    case 'number':
      return /^[+-]?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : fail('a number')
    case 'dateTime':
      return readInstant(word) ?? fail('a time such as 2026-01-15T08:00:00Z')
    case 'timeOfDay':
      // What zone is written does not count: the options have an offset of their own.
      return readTimeOfDay(word, { isDated: true }) ?? fail('a time of day such as 22:00:00')
    case 'uid':
      return readUid(trimmed, shape.type) ?? fail(`a UID such as urn:veeam:${shape.type}:<id>`)
  }
}

const truths: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
])

/** A UID of that type, or the id alone; nothing is the UID of nothing. */
function readUid(word: string, type: string): string | undefined {
  const id = word.toLowerCase().startsWith(`urn:veeam:${type.toLowerCase()}:`)
    ? word.slice(`urn:veeam:${type}:`.length)
    : word
  return id === '' || guid.test(id) ? id.toLowerCase() : undefined
}
