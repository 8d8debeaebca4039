import { joinPieces, type Sliced } from '../clock/sliced.ts'

/** Characters that are turned into bytes at a time. */
const PIECE = 1 << 16
/** Elements of a list that are written at a time. */
const ELEMENTS = 50
/** Objects in each other whose members are written one by one: the large lists of a dump lie no deeper. */
const DEEP = 3

/** What JSON says of a value, to the letter, and an end of line: as work in slices, since a world may have 100 MB. */
export function* writeJson(value: unknown): Sliced<Buffer> {
  const pieces: Buffer[] = []
  let text = ''
  for (const part of parts(value, DEEP)) {
    text += part
    if (text.length < PIECE) continue
    pieces.push(Buffer.from(text))
    text = ''
    yield
  }
  pieces.push(Buffer.from(`${text}\n`))
  return yield* joinPieces(pieces)
}

function* parts(value: unknown, deep: number): Generator<string> {
  if (Array.isArray(value)) yield* partsOfList(value)
  else if (deep > 0 && isPlain(value)) yield* partsOfObject(value, deep)
  else yield JSON.stringify(value)
}

function* partsOfList(list: readonly unknown[]): Generator<string> {
  yield '['
  for (let at = 0; at < list.length; at += ELEMENTS)
    yield (at > 0 ? ',' : '') + JSON.stringify(list.slice(at, at + ELEMENTS)).slice(1, -1)
  yield ']'
}

function* partsOfObject(value: object, deep: number): Generator<string> {
  let before = '{'
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue
    yield `${before}${JSON.stringify(name)}:`
    yield* parts(member, deep - 1)
    before = ','
  }
  yield before === '{' ? '{}' : '}'
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
