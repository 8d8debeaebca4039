/** A name for what was given none: the first that is free of `fault-1`, `fault-2` and so on. */
export function freeName(kind: string, taken: { has(name: string): boolean }): string {
  for (let n = 1; ; n++) if (!taken.has(`${kind}-${n}`)) return `${kind}-${n}`
}
