// Runs query.ts in a process of its own and holds its figures against the targets.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Figure } from './figures.ts'

/** Milliseconds at the median, by number of rows. */
const targets: Readonly<Record<string, number>> = { 100000: 0.5, 1000000: 2 }

export function queries(): Promise<readonly Figure[]> {
  const file = fileURLToPath(new URL('query.ts', import.meta.url))
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', file], { encoding: 'utf8' })
  const rows = [...stdout.matchAll(/^ *(\d+)((?: +[\d.]+){5})$/gm)]
  return Promise.resolve(
    rows.map(([, size = '', figures = '']) => {
      const [first = NaN, middle = NaN, slow = NaN, plain = NaN] = figures.trim().split(/ +/).map(Number)
      const atMost = targets[size]
      return {
        what: `${size} sessions`,
        ours: `p95 ${slow.toFixed(2)} ms, first use ${first.toFixed(0)} ms`,
        control: `filter/sort/slice ${plain.toFixed(2)} ms`,
        value: middle,
        unit: ' ms',
        ...(atMost !== undefined && { target: { atMost } }),
      }
    }),
  )
}
