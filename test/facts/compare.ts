import type { Fact, Known } from './fact.ts'

export type Language = 'xml' | 'json'

interface Place {
  readonly kinds: readonly string[]
  readonly inside: ReadonlyMap<string, Part>
  readonly order: readonly string[]
  readonly open: ReadonlySet<string>
}
interface Part {
  readonly optional: boolean
  readonly many: boolean
  readonly fact: Fact
}

/** From this many documents on, what none of them lacked is always there. */
const ENOUGH = 3

/**
 * What is different between theirs and ours, in words: `Links/Up JobReference /jobs/{id}: missing`. What is known from
 * `elsewhere`, the same document in another language, is no surprise.
 */
export function differencesOf(
  theirs: Known,
  ours: Known,
  language: Language,
  elsewhere: readonly (readonly [Known, Language])[] = [],
): readonly string[] {
  const knownElsewhere = new Set(elsewhere.flatMap(([{ shape }, other]) => [...placesIn(shape, '', other)]))

  return [...compare(readPlace(theirs.shape), readPlace(ours.shape), '')]

  function* compare(them: Place, us: Place, path: string): Generator<string> {
    const at = (name: string) => (path === '' ? name : `${path}/${name}`)
    const wrong = us.kinds.filter((kind) => !fits(kind, them))
    if (wrong.length > 0 && (them.kinds.length > 0 || them.inside.size > 0)) {
      yield `${path}: is ${wrong.join(' | ')} instead of ${them.kinds.join(' | ') || 'a structure'}`
    }
    const onlyKinds = us.inside.size === 0 && us.kinds.length > 0
    for (const [name, part] of them.inside) {
      const own = us.inside.get(name)
      if (own === undefined) {
        if (!onlyKinds) yield `${at(name)}: missing`
        continue
      }
      const deep = path.split('/').length > 2
      if (!part.optional && own.optional && theirs.documents >= ENOUGH && !deep && !isCut(part.fact)) {
        yield `${at(name)}: only sometimes`
      }
      if (
        language === 'json' &&
        !path.endsWith('inks') &&
        part.many !== own.many &&
        !isNull(part.fact) &&
        !isNull(own.fact)
      ) {
        yield `${at(name)}: ${own.many ? 'is' : 'is not'} an array`
      }
      yield* compare(readPlace(part.fact), readPlace(own.fact), at(name))
    }
    const known = them.inside.size > 0 || !them.kinds.every(isNull)
    for (const name of us.inside.keys()) {
      if (them.inside.has(name) || !known || them.kinds.includes('more')) continue
      if (!knownElsewhere.has(plain(at(name), language))) yield `${at(name)}: extra`
    }
    yield* disorder(them, us).map((pair) => `${path}: order of ${pair}`)
  }
}

/** How many places are known: elements, attributes, members and links. */
export const countOf = ({ shape }: Known): number => [...placesIn(shape, '', 'json')].length

/** Every place in a document, as another language would call it. */
function* placesIn(fact: Fact, path: string, language: Language): Generator<string> {
  for (const [name, part] of readPlace(fact).inside) {
    yield plain(path + name, language)
    yield* placesIn(part.fact, `${path}${name}/`, language)
  }
}
/** A path without the root that only XML has, without what marks an attribute, in one case. */
const plain = (path: string, language: Language) =>
  (language === 'xml' ? path.replace(/^\w+\//, '') : path).replaceAll('@', '').toLowerCase()

/** A list may be empty. */
const isCut = (fact: Fact) => typeof fact === 'string' && ['entity', 'reference', 'item'].includes(fact)
const isNull = (fact: Fact) => typeof fact === 'string' && ['null', 'empty', 'none', ''].includes(fact)

/** Pairs that stand the other way round. */
function disorder(them: Place, us: Place): readonly string[] {
  const shared = them.order.filter((name) => us.inside.has(name))
  return shared.flatMap((a, place) =>
    shared.slice(place + 1).flatMap((b) => {
      const pairs = [`${a} ~ ${b}`, `${b} ~ ${a}`, `${a} ~ *`, `${b} ~ *`, '* ~ *']
      const open = [them, us].some(({ open }) => pairs.some((pair) => open.has(pair)))
      return open || us.order.indexOf(a) < us.order.indexOf(b) ? [] : [`${a}, ${b}`]
    }),
  )
}

const texts = ['text', 'word', 'empty', 'null']
const valueKinds = ['integer', 'decimal', 'truth', 'instant']

/** Whether such a value may stand there. */
function fits(kind: string, { kinds, inside }: Place): boolean {
  if (
    kinds.includes(kind) ||
    (kinds.length > 0 && inside.size === 0 && kinds.every((one) => ['null', 'empty'].includes(one)))
  )
    return true
  switch (kind) {
    case 'text':
    case 'word':
      return kinds.some((one) => texts.includes(one))
    case 'empty':
    case 'null':
    case 'none':
      return inside.size > 0 || !kinds.every((one) => valueKinds.includes(one))
    case 'integer':
      return kinds.includes('decimal')
    case 'name yyyy-MM-dd HH:mm:ss':
      return kinds.includes('name MMM d yyyy h:mmtt')
    default:
      return false
  }
}

function readPlace(fact: Fact): Place {
  if (typeof fact === 'string') {
    const kinds = fact === '' ? [] : fact.split(' | ')
    return { kinds, inside: new Map(), order: [], open: new Set() }
  }
  const { '=': own = '', '~': open = [], ...parts } = fact
  const inside = new Map(
    Object.entries(parts).map(([marked, part]) => {
      const [, name = '', marks = ''] = /^(.*?)([?*]*)$/.exec(marked) ?? []
      return [name, { optional: marks.includes('?'), many: marks.includes('*'), fact: part as Fact }]
    }),
  )
  return {
    kinds: own === '' ? [] : (own as string).split(' | '),
    inside,
    order: [...inside.keys()].filter((name) => !name.startsWith('@')),
    open: new Set(open as readonly string[]),
  }
}
