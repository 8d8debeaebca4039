import type { Sliced } from '../clock/sliced.ts'
import { nearest } from '../words/nearest.ts'
import type { Members, Shape } from './shape.ts'

/** Where in a value: names of members, and numbers in lists. */
export type Path = readonly (string | number)[]

/** What is wrong, and where. */
export interface Complaint {
  readonly path: Path
  /** It is the name of the last member that is wrong, not what it holds. */
  readonly isName?: true
  readonly says: string
}

/** How a value is judged, and what is thrown of a sentence that says what is wrong with it. */
export interface Judging {
  readonly check: (value: unknown) => Complaint | undefined | Sliced<Complaint | undefined>
  readonly fail: (sentence: string) => Error
  /** A text may have comments, as files have that people write: `//` and, in between, `/* *\/`. */
  readonly comments?: true
}

/** The first thing about a value that is not as its shape says; nothing if all is well. Members that are undefined are not there. */
export function check(value: unknown, shape: Shape, path: Path = []): Complaint | undefined {
  const complain = (near?: string) => notThat(value, shape.says, path, near)
  switch (shape.kind) {
    case 'text':
      return isText(value, shape) ? undefined : complain()
    case 'number':
      return isNumber(value, shape) ? undefined : complain()
    case 'truth':
      return typeof value === 'boolean' ? undefined : complain()
    case 'word':
      return typeof value === 'string' && shape.words.includes(value)
        ? undefined
        : complain(nearest(String(value), shape.words))
    case 'list':
      if (!Array.isArray(value)) return complain()
      return firstOf(value, (each, i) => check(each, shape.of, [...path, i]))
    case 'tuple':
      if (!Array.isArray(value) || value.length !== shape.of.length) return complain()
      return firstOf(shape.of, (of, i) => check(value[i], of, [...path, i]))
    case 'either':
      return checkEither(value, shape.shapes, path)
    case 'byWord':
      return checkByWord(value, shape, path)
    case 'members':
      return isObject(value) ? checkMembers(value, shape, path) : complain()
    case 'anything':
      return undefined
    case 'record':
      if (!isObject(value)) return complain()
      return firstOf(entriesOf(value), ([key, each]) => check(each, shape.of, [...path, key]))
  }
}

/** The same, as work that may be left off after every element of the lists that do not lie in others. */
export function* checking(
  value: unknown,
  shape: Shape,
  path: Path = [],
): Sliced<Complaint | undefined> {
  yield
  if (shape.kind === 'list' && Array.isArray(value)) {
    for (const [i, each] of value.entries()) {
      const complaint = check(each, shape.of, [...path, i])
      if (complaint !== undefined) return complaint
      yield
    }
    return undefined
  }
  if ((shape.kind !== 'record' && shape.kind !== 'members') || !isObject(value))
    return check(value, shape, path)
  for (const [name, each] of entriesOf(value)) {
    const of = shape.kind === 'record' ? shape.of : memberOf(shape.members, name)
    // What is before it was well, so this is the first that is said.
    if (of === undefined) return check(value, shape, path)
    const complaint = yield* checking(each, of, [...path, name])
    if (complaint !== undefined) return complaint
  }
  return shape.kind === 'members' ? missingIn(value, shape, path) : undefined
}

type Of<K extends Shape['kind']> = Extract<Shape, { readonly kind: K }>
type Given = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const entriesOf = (value: Given) =>
  Object.entries(value).filter(([, member]) => member !== undefined)

const isText = (value: unknown, { form, read }: Of<'text'>): boolean =>
  typeof value === 'string' &&
  form?.test(value) !== false &&
  (read === undefined || read(value) !== undefined)

const isNumber = (value: unknown, { least, most, isWhole }: Of<'number'>): boolean =>
  Number.isFinite(value) &&
  typeof value === 'number' &&
  value >= least &&
  value <= most &&
  (!isWhole || Number.isSafeInteger(value))

/** Complains as the shape that the value comes nearest to: of objects, the one that it has most members of. */
function checkEither(value: unknown, shapes: readonly Shape[], path: Path): Complaint | undefined {
  const complaints = shapes.map((shape) => check(value, shape, path))
  if (complaints.includes(undefined)) return undefined
  if (isObject(value)) {
    const shared = shapes.map((shape) =>
      shape.kind === 'members'
        ? Object.keys(value).filter((name) => Object.hasOwn(shape.members, name)).length
        : 0,
    )
    const most = Math.max(...shared)
    if (most > 0) return complaints[shared.indexOf(most)]
  }
  const inside = complaints.find((it) => it !== undefined && it.path.length > path.length)
  return inside ?? notThat(value, shapes.map(({ says }) => says).join(', or '), path)
}

function checkByWord(
  value: unknown,
  { member, shapes, says }: Of<'byWord'>,
  path: Path,
): Complaint | undefined {
  if (!isObject(value)) return notThat(value, says, path)
  const by = value[member]
  const words = Object.keys(shapes)
  const chosen = typeof by === 'string' && words.includes(by) ? shapes[by] : undefined
  if (chosen !== undefined) return check(value, chosen, path)
  const expected = `"${member}": one of ${words.join(', ')}`
  if (by === undefined) return { path, says: `${says} lacks ${expected}.` }
  const near = typeof by === 'string' ? nearest(by, words) : undefined
  return notThat(by, expected, [...path, member], near)
}

function checkMembers(value: Given, shape: Of<'members'>, path: Path): Complaint | undefined {
  const wrong = firstOf(entriesOf(value), ([name, each]): Complaint | undefined => {
    const of = memberOf(shape.members, name)
    return of === undefined ? noMember(name, shape, path) : check(each, of, [...path, name])
  })
  return wrong ?? missingIn(value, shape, path)
}

const memberOf = (members: Members, name: string): Shape | undefined =>
  Object.hasOwn(members, name) ? members[name] : undefined

function noMember(name: string, { members, says }: Of<'members'>, path: Path): Complaint {
  const near = nearest(name, Object.keys(members))
  const hint =
    near === undefined ? `It has ${Object.keys(members).join(', ')}.` : `Did you mean "${near}"?`
  return { path: [...path, name], isName: true, says: `${says} has no ${quote(name)}. ${hint}` }
}

function missingIn(
  value: Given,
  { members, says }: Of<'members'>,
  path: Path,
): Complaint | undefined {
  const missing = Object.keys(members).find(
    (name) => members[name]?.isOptional !== true && value[name] === undefined,
  )
  if (missing === undefined) return undefined
  return { path, says: `${says} lacks "${missing}": ${members[missing]?.says ?? ''}.` }
}

function notThat(value: unknown, expected: string, path: Path, near?: string): Complaint {
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`
  return { path, says: `found ${found(value)}, expected ${expected}.${hint}` }
}

function found(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (isObject(value)) return 'an object'
  return quote(value)
}

/** Values may be as long as a whole file. */
const quote = (value: unknown): string => {
  const written = JSON.stringify(value) ?? 'nothing'
  return written.length > 120 ? `${written.slice(0, 120)}…` : written
}

/** The first complaint about any of them. */
export function firstOf<T>(
  all: readonly T[],
  check: (it: T, index: number) => Complaint | undefined,
): Complaint | undefined {
  for (const [index, it] of all.entries()) {
    const complaint = check(it, index)
    if (complaint !== undefined) return complaint
  }
  return undefined
}
