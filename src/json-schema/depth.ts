/** Lists and objects that may lie in each other: what is checked and walked by calls within calls stays far from their end. */
export const DEEPEST = 100

/** Whether what JSON has made of a text goes deeper than it may. */
export function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value]
  for (let depth = 0; depth <= DEEPEST; depth++) {
    const below: unknown[] = []
    for (const each of level)
      if (typeof each === 'object' && each !== null) for (const member of Object.values(each)) below.push(member)
    if (below.length === 0) return false
    level = below
  }
  return level.some((each) => typeof each === 'object' && each !== null)
}

export const saysTooDeep = `this goes deeper than ${DEEPEST} lists and objects in each other.`
