type Row = Readonly<Record<string, unknown>>

/**
 * Rows as lines of columns, under their names in capitals. A column that no row has is left out, and one that is not
 * named comes last; what is no text is written as JSON.
 */
export function textTable(rows: readonly Row[], columns: readonly string[]): string {
  const found = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const known = columns.filter((name) => found.includes(name))
  const shown = [...known, ...found.filter((name) => !columns.includes(name))]
  const lines = [shown.map((name) => name.toUpperCase()), ...rows.map((row) => shown.map((name) => cellOf(row[name])))]
  const widths = shown.map((_, n) => Math.max(...lines.map((line) => (line[n] ?? '').length)))
  return lines
    .map(
      (line) =>
        line
          .map((cell, n) => cell.padEnd(widths[n] ?? 0))
          .join('  ')
          .trimEnd() + '\n',
    )
    .join('')
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  // One row, one line, and nothing that moves a terminal's cursor.
  return (typeof value === 'string' ? value : JSON.stringify(value)).replace(/[\p{Cc}\p{Cf}]/gu, ' ')
}
