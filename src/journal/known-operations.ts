import { nearest } from '../text/nearest.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { quoteBriefly } from '../text/quote-briefly.ts'
import { errors } from '../model/api-error.ts'
import type { Operations } from '../operations/operations.ts'
import type { Selection, Test } from '../query/selection.ts'

/** What can be asked of EM, so that what can never match is found out. */
export interface KnownOperations {
  readonly operations: readonly { readonly name: string; readonly method: string }[]
  readonly routes: readonly string[]
  /** The world whose requests these are; any if not given. */
  readonly world?: string
}

/** What requests can be about: everything that is served. @param world the one whose requests these are. */
export function knownOperations({ all }: Operations, world?: string): KnownOperations {
  return {
    operations: all,
    routes: [...new Set(all.map(({ path }) => path))],
    ...(world !== undefined && { world }),
  }
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']

/**
 * Throws a 400 ApiError for what no request can ever meet: an operation, a method or a route that there is not, another
 * world, or two things at once.
 * @param so what would come of it, after a comma: `so this would never happen`.
 */
export function refuseImpossible(selection: Selection, known: KnownOperations, so: string): void {
  for (const { member, operator, key } of testsIn(selection)) {
    if (operator !== '==' && operator !== '!=') continue
    const allowed = knownOf(member, known)
    if (allowed === undefined || allowed.all.some((each) => each.toLowerCase() === key)) continue
    const came = operator === '==' ? so : 'so this would leave out nothing'
    throw errors.badRequest(
      `There is no ${member} "${quoteBriefly(String(key))}"${allowed.here}, ${came}.${didYouMean(nearest(String(key), allowed.all))} ${allowed.listed}`,
    )
  }
  refuseContradiction(selection, known, so)
}

/** What a member may be; undefined if that is not known. */
function knownOf(member: string, { operations, routes, world }: KnownOperations) {
  const listed = 'mock-em routes lists them.'
  if (member === 'operation') return { all: operations.map(({ name }) => name), here: '', listed }
  if (member === 'route') return { all: routes, here: '', listed }
  if (member === 'method') return { all: methods, here: '', listed: `There are ${methods.join(', ')}.` }
  if (member !== 'world' || world === undefined) return undefined
  return { all: [world], here: ' here', listed: `This is the world ${world}, and each is asked for itself.` }
}

/** Where all must hold, one thing cannot be two, nor an operation have another's method. */
function refuseContradiction(selection: Selection, known: KnownOperations, so: string): void {
  if (selection.kind === 'test') return
  for (const part of selection.of) refuseContradiction(part, known, so)
  if (selection.kind === 'any') return
  const equal = new Map<string, unknown>()
  for (const part of selection.of) {
    const test = part.kind === 'test' ? plain(part) : undefined
    if (test?.operator !== '==') continue
    const { member, key } = test
    if (equal.has(member) && equal.get(member) !== key)
      throw errors.badRequest(
        `${member} cannot be "${String(equal.get(member))}" and "${String(key)}" at once, ${so}. A comma between the two means either.`,
      )
    equal.set(member, key)
  }
  const method = equal.get('method')
  const named = known.operations.filter(({ name }) => name.toLowerCase() === equal.get('operation'))
  const fits = (own: string) => own.toLowerCase() === method || (own === 'GET' && method === 'head')
  if (method === undefined || named.length === 0 || named.some((each) => fits(each.method))) return
  throw errors.badRequest(
    `${named[0]?.name ?? ''} is asked for with ${named.map((each) => each.method).join(', ')}, ${so}.`,
  )
}

/** The comparisons of a selection, each as the member that it is about. */
export function testsIn(selection: Selection): readonly ReturnType<typeof plain>[] {
  return selection.kind === 'test' ? [plain(selection)] : selection.of.flatMap(testsIn)
}

const plain = ({ source, operator, key }: Test) => ({
  member: source.of === 'member' ? source.member : source.of,
  operator,
  key,
})
