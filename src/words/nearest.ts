// Room words: what sentences to people are made of. It knows nothing of what they say.

/** Letters of a word that somebody may have misspelt. */
const LONGEST = 100
/** Pairs of letters that are held against each other for one suggestion, some two milliseconds of work. */
export const MOST_STEPS = 400_000

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

/**
 * Letters to insert, drop, replace or swap with their neighbour to make one word of another, if they are fewer than
 * `limit`; else no fewer. Only places that can still be reached by so few changes are looked at.
 */
function countChanges(
  from: string,
  to: string,
  limit: number,
): { readonly changes: number; readonly steps: number } {
  const size = to.length + 2
  let beforeLast = new Uint16Array(size).fill(limit)
  let last = Uint16Array.from({ length: size }, (_, column) => Math.min(column, limit))
  let current = new Uint16Array(size)
  let steps = 0
  let leastOfLast = 0
  for (let row = 1; row <= from.length; row++) {
    const first = Math.max(1, row - limit + 1)
    const end = Math.min(to.length, row + limit - 1)
    current[first - 1] = first === 1 ? Math.min(row, limit) : limit
    let least = at(current, first - 1)
    for (let column = first; column <= end; column++) {
      const isSame = from.charCodeAt(row - 1) === to.charCodeAt(column - 1)
      let changes = at(last, column - 1) + (isSame ? 0 : 1)
      changes = Math.min(changes, at(last, column) + 1, at(current, column - 1) + 1, limit)
      if (isSwapped(from, row, to, column))
        changes = Math.min(changes, at(beforeLast, column - 2) + 1)
      current[column] = changes
      if (changes < least) least = changes
    }
    current[end + 1] = limit
    steps += Math.max(1, end - first + 1)
    // A swap leads on from the row before.
    if (least >= limit && leastOfLast >= limit) return { changes: limit, steps }
    leastOfLast = least
    ;[beforeLast, last, current] = [last, current, beforeLast]
  }
  return { changes: at(last, to.length), steps }
}

const isSwapped = (from: string, row: number, to: string, column: number): boolean =>
  row > 1 &&
  column > 1 &&
  from.charCodeAt(row - 1) === to.charCodeAt(column - 2) &&
  from.charCodeAt(row - 2) === to.charCodeAt(column - 1)

function at(row: Uint16Array, column: number): number {
  return row[column] ?? 0
}
