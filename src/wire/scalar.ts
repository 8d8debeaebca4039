import { dayOf, timeOf, writeInstant, type Instant } from '../clock/instant.ts'
import type { Enumeration, Href, DateTime, Numeric, Shape, Text, TimeOfDay, BooleanKind, Uid } from '../model/shape.ts'

/** The kinds that are one word on the wire. */
export type Scalar = Text | Uid | BooleanKind | Numeric | DateTime | TimeOfDay | Enumeration | Href

export const isScalar = (shape: Shape): shape is Scalar & Shape =>
  !['links', 'list', 'repeated', 'rows', 'struct'].includes(shape.kind)

/** A .NET value type has no null: an absent one is left out of JSON, where a reference type is `null` (recordings). */
export const isValueType = (shape: Shape): boolean =>
  ['boolean', 'number', 'dateTime', 'timeOfDay', 'enumeration'].includes(shape.kind)

/** The word itself, unescaped, alike in XML and JSON but for the time of day. `base` goes before every Href. */
export function wordOf(shape: Scalar, value: unknown, base: string): string {
  switch (shape.kind) {
    case 'text':
    case 'enumeration':
      return value as string
    case 'uid':
      return value === '' ? '' : `urn:veeam:${shape.type}:${value as string}`
    case 'boolean':
    case 'number':
      return String(value)
    case 'dateTime':
      return writeInstant(value as Instant)
    case 'timeOfDay':
      // As the real server does: with its own offset, which is none here (recorded on 10).
      return `${dayOf(value as Instant)}T${timeOf(value as Instant)}+00:00`
    case 'href':
      return base + (value as string)
  }
}
