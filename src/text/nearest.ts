// Module text: what messages to people are made of. It knows nothing of what they say.

/** Letters of a word that somebody may have misspelt. */
const LONGEST = 100
/** Pairs of letters that are held against each other for one suggestion, about a millisecond of work. */
export const MOST_STEPS = 150_000

/**
 * The candidate that is most likely meant by a misspelt word, or nothing when none is close.
 * Letter case does not count; one third of the letters, and at least one, may be wrong. Of a word that is too long to
 * have been misspelt, nothing is said.
 */
export const nearest = (word: string, candidates: Iterable<string>): string | undefined =>
  lookForNearest(word, candidates).best

/** As `nearest`, with how many pairs of letters were compared: those that come after too many are not looked at. */
export function lookForNearest(
  word: string,
  candidates: Iterable<string>,
): { readonly best: string | undefined; readonly steps: number } {
  let best: string | undefined
  let steps = 0
  if (word.length > LONGEST) return { best, steps }
  const meant = word.toLowerCase()
  let fewest = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    // The difference in length is the least that must be changed; it also bounds the work.
    if (Math.abs(candidate.length - word.length) >= fewest) continue
    if (steps >= MOST_STEPS) break
    const compared = countChanges(meant, candidate.toLowerCase(), fewest)
    steps += compared.steps
    if (compared.changes < fewest) [best, fewest] = [candidate, compared.changes]
  }
  return { best, steps }
}

interface Compared {
  readonly changes: number
  readonly steps: number
}

/**
 * Letters to insert, drop, replace or swap with their neighbour to make one word of another, if they are fewer than
 * `limit`; else no fewer. What both begin and end with is not looked at, nor places that so few changes cannot reach.
 */
function countChanges(whole: string, other: string, limit: number): Compared {
  const [from, to] = unlike(whole, other)
  const size = to.length + 2
  let beforeLast = new Uint16Array(size)
  let last = new Uint16Array(size)
  for (let column = 0; column < size; column++) last[column] = Math.min(column, limit)
  let current = new Uint16Array(size)
  let steps = Math.min(whole.length, other.length)
  let leastOfLast = 0
  for (let row = 1; row <= from.length; row++) {
    const letter = from[row - 1]
    const letterBefore = from[row - 2]
    const first = Math.max(1, row - limit + 1)
    const end = Math.min(to.length, row + limit - 1)
    let left = first === 1 ? Math.min(row, limit) : limit
    let corner = last[first - 1] ?? 0
    let least = left
    current[first - 1] = left
    for (let column = first; column <= end; column++) {
      const above = last[column] ?? 0
      const isSame = letter === to[column - 1]
      let changes = isSame ? corner : corner + 1
      if (above < changes) changes = above + 1
      if (left < changes) changes = left + 1
      if (changes > limit) changes = limit
      const isSwap = !isSame && letter === to[column - 2] && letterBefore === to[column - 1]
      if (isSwap && column > 1) changes = Math.min(changes, (beforeLast[column - 2] ?? 0) + 1)
      current[column] = left = changes
      corner = above
      if (changes < least) least = changes
    }
    current[end + 1] = limit
    steps += Math.max(1, end - first + 1)
    // A swap leads on from the row before.
    if (least >= limit && leastOfLast >= limit) return { changes: limit, steps }
    leastOfLast = least
    ;[beforeLast, last, current] = [last, current, beforeLast]
  }
  return { changes: last[to.length] ?? 0, steps }
}

/** The letters of two words between what both begin and what both end with, as numbers. */
function unlike(a: string, b: string): readonly [Uint16Array, Uint16Array] {
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && a[start] === b[start]) start++
  let end = 0
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return [lettersOf(a, start, a.length - end), lettersOf(b, start, b.length - end)]
}

function lettersOf(word: string, from: number, to: number): Uint16Array {
  const letters = new Uint16Array(to - from)
  for (let at = from; at < to; at++) letters[at - from] = word.charCodeAt(at)
  return letters
}
