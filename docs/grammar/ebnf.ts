import { readProductions, readSpellings, type Piece } from './productions.ts'

/** Writes the grammar of filters as EBNF (ISO 14977), from the rules of the running parser. */
export function writeEbnf(): string {
  const rules = readProductions().map(({ name, piece }) => `${name} = ${write(piece)} ;\n`)
  const words = readSpellings().map(({ name, spelling }) => `${name} = ${spelling} ;\n`)
  return `${rules.join('')}\n${words.join('')}`
}

function write(piece: Piece): string {
  switch (piece.kind) {
    case 'sequence':
      return piece.pieces.map(write).join(', ')
    case 'choice':
      return piece.pieces.map(write).join(' | ')
    case 'list':
      return `${write(piece.item)}, { ${write(piece.separator)}, ${write(piece.item)} }`
    case 'sign':
      return `"${piece.text}"`
    case 'name':
      return piece.name
  }
}
