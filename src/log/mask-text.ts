import { isSecret, MASK } from './secrets.ts'

/**
 * A text in which names stand before their values, without the values of secret names: members, whole or cut off, fields
 * of a form, attributes and elements. What cannot be told apart is hidden too.
 */
export function maskWritten(text: string): string {
  // As UTF-32 has them, and UTF-16 that nothing has told of.
  const told = text.includes('\0') ? text.replaceAll('\0', '') : text
  let shown = ''
  let from = 0
  for (const { 0: written, index } of told.matchAll(names)) {
    const name = unescapeAll(written)
    if (index < from || !isSecret(name)) continue
    const ends = index + written.length
    const hidden = /[^\w.-]/.test(name) ? escapedAt(told, index) : (elementAt(told, index, ends) ?? valueAt(told, ends))
    if (hidden === undefined) continue
    shown += told.slice(from, hidden.from) + hidden.shown
    from = hidden.to
  }
  return shown + told.slice(from)
}

/** Runs of what a name may be spelled with. */
const names = /(?:[\w.-]|%[\da-f]{2}|\\u[\da-f]{4})+/gi

/** What a text says whose letters are escaped, as in URLs and JSON, up to four times. */
export function unescapeAll(text: string): string {
  let told = text
  for (let times = 0; times < 4 && escaped.test(told); times++)
    told = told.replace(escapes, (_, byte?: string, unit?: string) =>
      String.fromCharCode(parseInt(byte ?? unit ?? '', 16)),
    )
  return told
}

const escaped = /%[\da-f]{2}|\\u[\da-f]{4}/i
const escapes = /%([\da-f]{2})|\\u([\da-f]{4})/gi

interface Hidden {
  readonly from: number
  readonly to: number
  readonly shown: string
}

/** Names and values in one, escaped together, such as JSON in a form. */
const escapedAt = (text: string, from: number): Hidden => ({
  from,
  to: from + (matchAt(/[^&\s"<>]*/y, text, from)?.[0].length ?? 0),
  shown: MASK,
})

/** The content of the element whose name, but for a prefix, stands there. */
function elementAt(text: string, begins: number, ends: number): Hidden | undefined {
  const prefix = /<((?:[\w.-]+:)?)$/.exec(text.slice(Math.max(0, begins - 200), begins))?.[1]
  if (prefix === undefined || !/[\s/>]/.test(text[ends] ?? '>')) return undefined
  const empty = matchAt(/(?:\s[^<>]*)?\/>/y, text, ends)
  if (empty !== undefined) return { from: ends, to: ends + empty[0].length, shown: '/>' }
  const name = (prefix + text.slice(begins, ends)).replaceAll('.', String.raw`\.`)
  const tags = new RegExp(String.raw`${noTags}|<(/?)${name}(?=[\s/>]|$)`, 'gi')
  tags.lastIndex = ends
  let depth = 1
  for (let tag = tags.exec(text); tag !== null; tag = tags.exec(text)) {
    if (tag[1] !== undefined) depth += tag[1] === '/' ? -1 : 1
    if (depth === 0) return { from: ends, to: tag.index, shown: `>${MASK}` }
  }
  return { from: ends, to: text.length, shown: `>${MASK}` }
}

/** What looks like a tag within these is none. */
const noTags = String.raw`<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)`

/** What stands after a name and `:` or `=`. A list or an object hides all that follows. */
function valueAt(text: string, ends: number): Hidden | undefined {
  const [between, named = '', mark] = matchAt(/(\\*["'])?\s*([:=])[:=]*\s*/y, text, ends) ?? []
  if (between === undefined) return undefined
  const from = ends + between.length
  const [opened, slashes = '', quote = ''] = matchAt(/(\\*)(["'])/y, text, from) ?? []
  if (opened !== undefined) {
    const to = closingOf(text, from + opened.length, slashes.length, quote)
    return { from, to, shown: opened + MASK + opened }
  }
  const value = /[[{]/.test(text[from] ?? '')
    ? text.slice(from)
    : matchAt(mark === '=' ? /[^&\s"<>]*/y : /[^,}\]\r\n]*/y, text, from)?.[0]
  return { from, to: from + (value?.length ?? 0), shown: named + MASK + named }
}

/** Where a value ends that began with a quote behind so many backslashes; a text in a text in JSON has more of them. */
function closingOf(text: string, from: number, slashes: number, quote: string): number {
  let before = 0
  for (let at = from; at < text.length; at++) {
    const isClosing = text[at] === quote && (before - slashes) % (2 * (slashes + 1)) === 0
    if (isClosing) return at + 1
    before = text[at] === '\\' ? before + 1 : 0
  }
  return text.length
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}
