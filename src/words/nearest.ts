// Room words: what sentences to people are made of. It knows nothing of what they say.

/** Letters of a word that somebody may have misspelt; comparing two costs as many steps as their letters multiplied. */
const LONGEST = 100
/** Candidates that are compared; those that differ too much in length cost nothing. */
const MOST = 1000

/**
 * The candidate that is most likely meant by a misspelt word, or nothing when none is close.
 * Letter case does not count; one third of the letters, and at least one, may be wrong. Of a word that is too long to
 * have been misspelt, nothing is said.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined
  const meant = word.toLowerCase()
  let compared = 0
  let best: string | undefined
  let fewest = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    // The difference in length is the least that must be changed; it also bounds the work.
    if (Math.abs(candidate.length - word.length) >= fewest) continue
    if (++compared > MOST) break
    const changes = countChanges(meant, candidate.toLowerCase())
    if (changes < fewest) [best, fewest] = [candidate, changes]
  }
  return best
}

/** Letters to insert, drop, replace or swap with their neighbour to make one word of another. */
function countChanges(from: string, to: string): number {
  let beforeLast: readonly number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1]
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
        isSwap ? at(beforeLast, column - 2) + 1 : Infinity,
      )
    }
    beforeLast = last
    last = current
  }
  return at(last, to.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}
