import { joinPieces, type Sliced } from '../clock/sliced.ts'
import type { Resource } from '../model/resource.ts'
import type { Row, Shape } from '../model/shape.ts'
import type { Form, Language } from './representation.ts'
import type { RowCache } from './row-cache.ts'
import { jsonWriter } from './write-json.ts'
import { acquireBuffer } from './buffer-pool.ts'
import { asRoot, HOLE, rootParts, xmlWriter, type Write } from './write-xml.ts'

/** Rows to be sent, in one form. */
interface RowsToSend {
  readonly resource: Resource
  readonly form: Form
  readonly rows: readonly Row[]
}

/** What a document is called at its root, and what is in it. */
export interface Root<S extends Shape = Shape> {
  readonly name: string
  readonly shape: S
}

/** What a handler returns; `http/answer.ts` is the only place that sends it. */
export type Answer = Content & {
  /** It depends on the request's URL and on the store alone, and may be sent again while neither changes. */
  readonly isLasting?: boolean
}

type Content =
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
  /** Bytes of somebody else's. */
  | {
      readonly kind: 'file'
      readonly name: string
      readonly bytes: Buffer
      readonly status?: number
    }
  | {
      readonly kind: 'nothing'
      readonly status: 201 | 204
      readonly headers?: Readonly<Record<string, string>>
    }

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

/**
 * Turns an answer into bytes; they may be borrowed (`pool.ts`), and are to be given back once they are sent.
 * @param base the URL of `/api`, for Hrefs. @param hasMark whether a byte order mark goes first.
 */
export function writeAnswer(
  answer: Answer,
  language: Language,
  base: string,
  rowCache: RowCache,
  hasMark: boolean,
): Buffer {
  if (answer.kind === 'nothing') return Buffer.alloc(0)
  if (answer.kind === 'file') return answer.bytes
  const mark = hasMark ? '\ufeff' : ''
  const reader = ({ resource, form }: RowsToSend) => rowCache.reader(resource, form, language, base)
  if (answer.kind === 'row') {
    const { row } = answer
    return asWhole(mark, row.rows.map(reader(row)), rootOf(row), language)
  }
  const whole = mark + wholeOf(answer, language, base)
  const { rows } = answer
  if (rows === undefined || rows.rows.length === 0) return Buffer.from(whole)
  const [head, tail] = partsOf(whole, answer.name, rows)
  return join(head, rows.rows.map(reader(rows)), separatorOf(language), tail)
}

type Documented = Extract<Answer, { readonly kind: 'document' }>

/** A document whose rows are too many to be written at once. */
type Large = Documented & { readonly rows: RowsToSend }

/** More rows than are written at once. */
const MANY = 500

/** Whether an answer is better written by `writeLarge`. */
export const isLarge = (answer: Answer): answer is Large =>
  answer.kind === 'document' && answer.rows !== undefined && answer.rows.rows.length > MANY

/** As `writeAnswer`, as work in slices: it may be left off after some rows. */
export function* writeLarge(
  answer: Large,
  language: Language,
  base: string,
  rowCache: RowCache,
  hasMark: boolean,
): Sliced<Buffer> {
  const whole = (hasMark ? '\ufeff' : '') + wholeOf(answer, language, base)
  const [head, tail] = partsOf(whole, answer.name, answer.rows)
  const { resource, form, rows } = answer.rows
  const read = rowCache.reader(resource, form, language, base)
  const separator = separatorOf(language)
  const pieces: Uint8Array[] = [head]
  for (let at = 0; at < rows.length; at += PIECE) {
    if (at > 0) pieces.push(separator)
    const some = rows.slice(at, at + PIECE).map(read)
    pieces.push(Buffer.concat(some.flatMap((text, n) => (n > 0 ? [separator, text] : [text]))))
    yield
  }
  pieces.push(tail)
  return yield* joinPieces(pieces)
}

/** Rows that are written before it may be left off. */
const PIECE = 50

/** A document, with a hole where its rows are to be. */
function wholeOf({ name, shape, value }: Documented, language: Language, base: string): string {
  const written = documentWriter(name, shape, language)(value, base)
  return language === 'xml' ? asRoot(written) : written
}

/** What is before the rows of a document, and what behind. Throws a plain Error if its shape has no place for them. */
function partsOf(whole: string, name: string, { resource }: RowsToSend): readonly [Buffer, Buffer] {
  const [head = '', tail] = whole.split(HOLE)
  if (tail === undefined)
    throw new Error(`Found ${name} without a place for ${resource.name}; its shape needs one rows().`)
  return [Buffer.from(head), Buffer.from(tail)]
}

const separatorOf = (language: Language): Buffer => Buffer.from(language === 'xml' ? '' : ',')

const none = Buffer.alloc(0)

/** As the real server does: a reference that stands alone is called otherwise than one in a list (documented). */
const rootOf = ({ resource, form }: RowsToSend): string | undefined =>
  form === 'entity' || resource.keyless !== undefined ? resource.roots?.one : 'EntityRef'

/** A row's remembered text as a document of its own, its root called so if that is given. */
function asWhole(mark: string, texts: readonly Buffer[], root: string | undefined, language: Language): Buffer {
  const [text = none] = texts
  if (language !== 'xml') return join(Buffer.from(mark), [text], none, none)
  const { before, head, inside, tail } = rootParts(text, root)
  return join(Buffer.from(mark + before), [head, inside], none, tail)
}

/** Writes one after another into one buffer. */
function join(head: Buffer, texts: readonly Buffer[], separator: Buffer, tail: Buffer): Buffer {
  const separators = separator.length * Math.max(0, texts.length - 1)
  const size = texts.reduce((sum, text) => sum + text.length, head.length + separators + tail.length)
  const bytes = acquireBuffer(size)
  bytes.set(head)
  let end = head.length
  for (const text of texts) {
    if (separator.length > 0 && end > head.length) {
      bytes.set(separator, end)
      end += separator.length
    }
    bytes.set(text, end)
    end += text.length
  }
  bytes.set(tail, end)
  return bytes.subarray(0, size)
}
