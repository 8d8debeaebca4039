/** The word that is most likely meant by a misspelt one, without regard to case; nothing when none is close. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(word.length / 3))
  const ranked = known
    .map((candidate) => ({
      candidate,
      changes: distance(word.toLowerCase(), candidate.toLowerCase()),
    }))
    .sort((a, b) => a.changes - b.changes)
  const best = ranked[0]
  return best !== undefined && best.changes <= most ? best.candidate : undefined
}

/** Letters to insert, drop or replace to make one word of another. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...to].entries())
      next.push(
        Math.min(
          (row[j] ?? 0) + (letter === other ? 0 : 1),
          (row[j + 1] ?? 0) + 1,
          (next[j] ?? 0) + 1,
        ),
      )
    row = next
  }
  return row.at(-1) ?? 0
}
