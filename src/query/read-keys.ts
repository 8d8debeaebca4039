import { nearest } from '../text/nearest.ts'
import { quoteBriefly } from '../text/quote-briefly.ts'
import { readInstant } from '../clock/read-instant.ts'
import type { Shape } from '../model/shape.ts'
import type { Key } from '../store/key.ts'
import { didYouMean } from '../text/did-you-mean.ts'

/** Why a value means nothing: a diagnostic without its place. */
export interface Misread {
  readonly code: string
  readonly message: string
  readonly expected?: readonly string[]
}

/** One key, or two readings of one value, the written one first. */
export type Keys = readonly [Key, alternative?: Key]

interface Written {
  readonly text: string
  readonly quoted: boolean
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/

/**
 * Reads a filter's value as the shape says. Mostly one key; words without quotes that have blanks in them have two, as
 * written and without the blanks: the documentation says that the server drops them (em_rest,
 * optional_query_parameters), and known clients send `JobName==Backup Job 1`.
 * @param name what the value is compared with, for the message.
 */
export function readKeys(value: Written, shape: Shape, name: string): Keys | Misread {
  const text = value.text.toLowerCase()
  const joined = value.quoted ? text.trim() : text.replace(/\s+/g, '')
  const found = `Found ${quoteBriefly(value.text)}; `
  switch (shape.kind) {
    case 'text':
    case 'href':
      return value.quoted || joined === text ? [text] : [text, joined]
    case 'uid':
      return readUid(text.replace(/\s+/g, ''), shape.type, name, found)
    case 'boolean':
      if (joined === 'true' || joined === 'false') return [joined === 'true' ? 1 : 0]
      return misread('notATruth', `${found}${name} is true or false.`, ['true', 'false'])
    case 'number':
      if (number.test(joined)) return [Number(joined)]
      return misread('notANumber', `${found}${name} is a number, such as 107374182400.`)
    case 'dateTime':
    case 'timeOfDay':
      return readMoment(value.text, name, found)
    case 'enumeration':
      return readWord(joined, shape.values, name, found)
    case 'links':
    case 'list':
    case 'repeated':
    case 'rows':
    case 'struct':
      return misread('notComparable', `${name} is more than one value and cannot be compared.`)
  }
}

function readUid(text: string, type: string, name: string, found: string): Keys | Misread {
  const [, ownType = type.toLowerCase(), id = text] = /^urn:veeam:([^:]*):(.*)$/.exec(text) ?? []
  if (guid.test(id) && ownType === type.toLowerCase()) return [id]
  return misread('notAnId', `${found}${name} is urn:veeam:${type}:<GUID>, or the GUID alone.`)
}

function readMoment(text: string, name: string, found: string): Keys | Misread {
  const instant = readInstant(text)
  if (instant !== undefined) return [instant]
  return misread('notATime', `${found}${name} is a time in UTC, such as "2025-08-15T06:00:00Z" or "2025-08-15".`)
}

function readWord(text: string, words: readonly string[], name: string, found: string): Keys | Misread {
  const place = words.findIndex((word) => word.toLowerCase() === text)
  if (place !== -1) return [place]
  return misread(
    'unknownWord',
    `${found}${name} is one of ${words.join(', ')}.${didYouMean(nearest(text, words))}`,
    words,
  )
}

function misread(code: string, message: string, expected?: readonly string[]): Misread {
  return { code, message, ...(expected && { expected }) }
}
