// What is measured, and how it is told.

export interface Figure {
  readonly what: string
  readonly ours: string
  readonly control?: string
  /** What the target is for. */
  readonly value: number
  readonly unit: string
  readonly target?: { readonly atLeast: number } | { readonly atMost: number }
}

const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The median of the ratios of pairs, each measured within one round: what slows a round slows both. */
export const ratio = (ours: readonly number[], control: readonly number[]): number => median(pairRatios(ours, control))

/** How far the ratios of rounds lie apart: `0.93–1.06`, leaving out the outermost tenths. */
export function spread(ours: readonly number[], control: readonly number[]): string {
  const ratios = pairRatios(ours, control)
  return [0.1, 0.9].map((part) => quantile(ratios, part).toFixed(2)).join('–')
}

const pairRatios = (ours: readonly number[], control: readonly number[]): readonly number[] =>
  ours.map((value, round) => value / (control[round] ?? NaN))

const titles = ['', 'measured', 'control', 'result', 'target', 'reached']

/** Prints a part's figures as a table of Markdown. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  const rows = [titles, ...figures.map(cells)]
  const widths = titles.map((_, at) => Math.max(3, ...rows.map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  const rule = widths.map((width) => '-'.repeat(width))
  console.log(`\n## ${title}\n`)
  for (const row of [titles, rule, ...rows.slice(1)]) console.log(line(row))
}

function cells({ what, ours, control, value, unit, target }: Figure): readonly string[] {
  const result = `${value.toFixed(value < 100 ? 2 : 0)}${unit}`
  if (target === undefined) return [what, ours, control ?? '', result, '', '']
  const [bound, isReached] =
    'atLeast' in target
      ? [`≥ ${String(target.atLeast)}`, value >= target.atLeast]
      : [`≤ ${String(target.atMost)}`, value <= target.atMost]
  return [what, ours, control ?? '', result, `${bound}${unit}`, isReached ? 'yes' : 'NO']
}
