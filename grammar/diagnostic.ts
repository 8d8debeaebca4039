import { visible } from '../src/text/quote-briefly.ts'

/** A stretch of a text; the end is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What is wrong with a text, where, and what could stand there instead. */
export interface Diagnostic {
  readonly code: string
  readonly message: string
  readonly span: Span
  readonly expected?: readonly string[]
}

const WIDTH = 96

/**
 * Draws where a text is wrong: the text, carets beneath the place, and the message, in three lines.
 * A long text is cut to the surroundings of the place.
 */
export function pointAt(text: string, { span, message }: Diagnostic): string {
  const latestStart = Math.max(0, text.length - WIDTH)
  const from = Math.max(0, Math.min(span.start - WIDTH / 3, latestStart))
  const to = Math.min(text.length, from + WIDTH)
  const before = (from > 0 ? '…' : '') + visible(text.slice(from, span.start))
  const marked = visible(text.slice(span.start, Math.min(span.end, to)))
  const after = visible(text.slice(Math.max(span.start, Math.min(span.end, to)), to))
  const carets = ' '.repeat(columns(before)) + '^'.repeat(Math.max(1, columns(marked)))
  return [before + marked + after + (to < text.length ? '…' : ''), carets, message].join('\n')
}

function columns(text: string): number {
  return Array.from(text).length
}
