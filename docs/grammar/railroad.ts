import { box, choice, escapeText, list, sequence, svg, type Drawing } from './drawing.ts'
import { readProductions, readSpellings, type Piece } from './productions.ts'

/** Writes the grammar as railroad diagrams: one HTML page that needs nothing else. */
export function writeRailroad(): string {
  const rules = readProductions().map(({ name, piece }) => `<h2 id="${name}">${name}</h2>\n${svg(drawingOf(piece))}`)
  const words = readSpellings().map(
    ({ name, spelling }) => `<dt id="${name}">${name}</dt><dd>${escapeText(spelling)}</dd>`,
  )
  return [head, ...rules, `<dl>\n${words.join('\n')}\n</dl>`, ''].join('\n')
}

const head = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>The grammar of filters</title>
<style>
  :root { color-scheme: light dark }
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em }
  h2 { font-size: 1em; margin: 1.5em 0 .3em }
  dt { font-weight: bold; margin-top: .6em }
  dd, text { font: 14px ui-monospace, monospace }
  svg { display: block; max-width: 100% }
  path, rect { fill: none; stroke: currentColor; stroke-width: 1.5 }
  text { fill: currentColor; text-anchor: middle }
  a text { text-decoration: underline }
</style>
<h1>The grammar of filters</h1>`

function drawingOf(piece: Piece): Drawing {
  switch (piece.kind) {
    case 'sequence':
      return sequence(piece.pieces.map(drawingOf))
    case 'choice':
      return choice(piece.pieces.map(drawingOf))
    case 'list':
      return list(drawingOf(piece.item), drawingOf(piece.separator))
    case 'sign':
      return box(piece.text, 'round')
    case 'name':
      return box(piece.name, 'square')
  }
}
