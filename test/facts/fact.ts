import type { Seen } from './seen.ts'

/**
 * A place in documents of a kind, as data: kinds of value alone, or what is inside in its order. A name ends in `?` if it
 * may be missing and in `*` if there may be several. `=` is its own kind, `~` lists pairs whose order is open (`a ~ *`: a with any other).
 */
export type Fact = string | FactInside
export interface FactInside {
  readonly [name: string]: Fact | readonly string[]
}
/** What is known of one kind of document, and from how many of them. */
export interface Known {
  readonly documents: number
  readonly shape: Fact
  /** Its element in lists where that is not its own. */
  readonly listedAs?: string
}

/** With more open pairs than this nothing is said of the order. */
const MOST = 40

/** What was seen, as data. */
export function factOf(seen: Seen): Fact {
  const kinds = [...seen.kinds].sort().join(' | ')
  if (seen.inside.size === 0) return kinds
  const { order, open } = orderOf(seen)
  return {
    ...(kinds !== '' && { '=': kinds }),
    ...Object.fromEntries(
      order.map((name) => {
        const child = seen.inside.get(name)!
        const marks = `${child.parents < seen.times ? '?' : ''}${child.many ? '*' : ''}`
        return [name + marks, factOf(child)]
      }),
    ),
    ...(open.length > 0 && { '~': open }),
  }
}

/** Names in an order that contradicts nothing seen; where evidence is equal or lacking, the order is open. */
function orderOf({ inside, before }: Seen): { readonly order: string[]; readonly open: string[] } {
  const names = [...inside.keys()]
  const attributes = names.filter((name) => name.startsWith('@'))
  const elements = names.filter((name) => !name.startsWith('@'))
  const after = new Map(elements.map((name) => [name, new Set<string>()]))
  for (const [pair, weight] of before) {
    const [a, b] = pair.split('|') as [string, string]
    if (weight > (before.get(`${b}|${a}`) ?? 0)) after.get(a)?.add(b)
  }
  const order: string[] = []
  const left = new Set(elements)
  while (left.size > 0) {
    const free = [...left].find((name) => ![...left].some((other) => after.get(other)?.has(name)))
    const next = free ?? [...left][0]!
    left.delete(next)
    order.push(next)
  }
  const reached = new Map(order.map((name) => [name, reachedFrom(name, after)]))
  const isOpen = (a: string, b: string) => reached.get(a)!.has(b) === reached.get(b)!.has(a)
  const anywhere = order.filter((a) => order.length > 1 && order.every((b) => a === b || isOpen(a, b)))
  const others = order.filter((name) => !anywhere.includes(name))
  const open = others.flatMap((a, place) =>
    others.slice(place + 1).flatMap((b) => (isOpen(a, b) ? [`${a} ~ ${b}`] : [])),
  )
  return {
    order: [...attributes, ...order],
    open: open.length > MOST ? ['* ~ *'] : [...anywhere.map((name) => `${name} ~ *`), ...open],
  }
}

function reachedFrom(name: string, after: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>()
  const open = [name]
  while (open.length > 0) {
    for (const next of after.get(open.pop()!)!) {
      if (!reached.has(next)) open.push(next)
      reached.add(next)
    }
  }
  return reached
}
