import type { Source } from './sources.ts'

/**
 * The rings that files import one another in: the strongly connected components of more than one file, the largest first.
 * Types count, and so does what is exported again.
 */
export function importRings(among: readonly Source[]): readonly (readonly string[])[] {
  const opened = new Map(among.map(({ path, imports }) => [path, imports.flatMap(({ file }) => file ?? [])]))
  const rings: string[][] = []
  const open: string[] = []
  const entered = new Map<string, number>()
  const closed = new Set<string>()
  /** Tarjan's. Returns the earliest file on the way that a file leads back to. */
  const follow = (path: string): number => {
    const own = entered.size
    entered.set(path, own)
    open.push(path)
    const earliest = Math.min(
      own,
      ...(opened.get(path) ?? []).filter((next) => !closed.has(next)).map((next) => entered.get(next) ?? follow(next)),
    )
    if (earliest < own) return earliest
    const ring = open.splice(open.indexOf(path))
    for (const each of ring) closed.add(each)
    if (ring.length > 1) rings.push(ring.sort())
    return own
  }
  for (const path of opened.keys()) if (!entered.has(path)) follow(path)
  return rings.sort((a, b) => b.length - a.length)
}
