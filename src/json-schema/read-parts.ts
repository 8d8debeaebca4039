import type { Sliced } from '../clock/sliced.ts'
import type { LongText } from './long-text.ts'
import type { TextPart } from './outline.ts'

/** What JSON makes of a text, or the first part of it that is not JSON. */
type Made = { readonly value: unknown } | { readonly wrong: number }

/**
 * Parses a text part by part: what `JSON.parse` makes of it, as work in slices.
 * @param isKept whether the value is of use; no name is there twice in one that is.
 */
export function* readParts(text: LongText, parts: readonly TextPart[], isKept: boolean): Sliced<Made> {
  let whole: unknown
  for (const [n, { from, to, opens, closes, within }] of parts.entries()) {
    let value: unknown
    try {
      value = JSON.parse(opens + text.slice(from, to) + closes)
    } catch {
      return { wrong: n }
    }
    if (n === 0) whole = value
    else if (isKept) graft(whole, value, within)
    yield
  }
  return { value: whole }
}

type Held = Record<string, unknown> | unknown[]

/** Adds a part to what is there: what it begins with goes on with what that ends with, down to where the part begins. */
function graft(whole: unknown, part: unknown, within: TextPart['within']): void {
  let [into, from] = [whole as Held, part as Held]
  for (const name of within) {
    const [last, first] = [memberOf(into, name, Number(into.length) - 1), memberOf(from, name, 0)]
    add(into, from, name ?? 0)
    ;[into, from] = [last, first]
  }
  add(into, from)
}

const memberOf = (held: Held, name: string | undefined, at: number): Held =>
  (Array.isArray(held) ? held[at] : held[name ?? '']) as Held

/** @param but what is there already. */
function add(into: Held, from: Held, but?: string | number): void {
  if (Array.isArray(into) && Array.isArray(from)) {
    for (let at = but === undefined ? 0 : 1; at < from.length; at++) into.push(from[at])
    return
  }
  for (const [name, value] of Object.entries(from)) {
    if (name === but) continue
    // As JSON.parse has it, a member of that name is one like any other.
    Object.defineProperty(into, name, { value, configurable: true, enumerable: true, writable: true })
  }
}
