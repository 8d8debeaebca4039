import type { Resource } from '../model/resource.ts'
import type { Row, Shape } from '../model/shape.ts'
import type { Form, Language } from './representation.ts'
import type { Texts } from './texts.ts'
import { jsonWriter } from './write-json.ts'
import { asRoot, HOLE, xmlWriter, type Write } from './write-xml.ts'

/** Rows to be sent, in one form. */
interface RowsToSend {
  readonly resource: Resource
  readonly form: Form
  readonly rows: readonly Row[]
}

/** What a handler returns; `http/answer.ts` is the only place that sends it. */
export type Answer =
  /** A document, with rows in its one hole if its shape has one. */
  | {
      readonly kind: 'document'
      readonly name: string
      readonly shape: Shape
      readonly value: unknown
      readonly rows?: RowsToSend
      readonly status?: number
      readonly headers?: Readonly<Record<string, string>>
    }
  /** One row, as the root. */
  | { readonly kind: 'row'; readonly row: RowsToSend; readonly status?: number }
  | { readonly kind: 'nothing'; readonly status: 204 }

const documents = new WeakMap<Shape, Map<string, Write>>()

/** The writer of a document, remembered by its shape. */
function documentWriter(name: string, shape: Shape, language: Language): Write {
  let byLanguage = documents.get(shape)
  if (byLanguage === undefined) documents.set(shape, (byLanguage = new Map<string, Write>()))
  const key = `${name} ${language}`
  let write = byLanguage.get(key)
  if (write === undefined) {
    write = language === 'xml' ? xmlWriter(name, shape) : jsonWriter(shape, language)
    byLanguage.set(key, write)
  }
  return write
}

/** Turns an answer into bytes. @param base the URL of `/api`, for Hrefs. @param hasMark whether a byte order mark goes first. */
export function writeAnswer(
  answer: Answer,
  language: Language,
  base: string,
  texts: Texts,
  hasMark: boolean,
): Buffer {
  if (answer.kind === 'nothing') return Buffer.alloc(0)
  const mark = hasMark ? '\ufeff' : ''
  if (answer.kind === 'row') {
    const [row] = answer.row.rows
    const text =
      row === undefined
        ? ''
        : texts.reader(answer.row.resource, answer.row.form, language, base)(row)
    return Buffer.from(mark + (language === 'xml' ? asRoot(text) : text))
  }
  const written = documentWriter(answer.name, answer.shape, language)(answer.value, base)
  const whole = mark + (language === 'xml' ? asRoot(written) : written)
  const { rows } = answer
  if (rows === undefined || rows.rows.length === 0) return Buffer.from(whole)
  const hole = whole.indexOf(HOLE)
  const read = texts.reader(rows.resource, rows.form, language, base)
  return joinBytes(
    whole.slice(0, hole),
    rows.rows,
    read,
    language === 'xml' ? '' : ',',
    whole.slice(hole + 1),
  )
}

let scratch = Buffer.allocUnsafeSlow(256 << 10)

/** Writes the texts one after another into one buffer, which is many times faster than joining them first (`bench/`). */
function joinBytes(
  head: string,
  rows: readonly Row[],
  read: (row: Row) => string,
  separator: string,
  tail: string,
): Buffer {
  let end = 0
  const append = (text: string) => {
    // A UTF-16 unit takes three bytes at most.
    if (end + text.length * 3 > scratch.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(scratch.length * 2, end + text.length * 3))
      scratch.copy(larger, 0, 0, end)
      scratch = larger
    }
    end += scratch.write(text, end)
  }
  append(head)
  let isFirst = true
  for (const row of rows) {
    if (!isFirst && separator !== '') append(separator)
    isFirst = false
    append(read(row))
  }
  append(tail)
  const bytes = Buffer.allocUnsafe(end)
  scratch.copy(bytes, 0, 0, end)
  if (scratch.length > 8 << 20) scratch = Buffer.allocUnsafeSlow(256 << 10)
  return bytes
}
