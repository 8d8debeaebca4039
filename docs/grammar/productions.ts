import { Alternation, Alternative, NonTerminal, Terminal } from 'chevrotain'
import { RepetitionMandatoryWithSeparator, tokenLabel } from 'chevrotain'
import type { IProduction, TokenType } from 'chevrotain'
import { runningParser } from '../../grammar/running.ts'
import { tokens } from '../../grammar/tokens.ts'

/** What a rule is made of. */
export type Piece =
  | { readonly kind: 'sequence'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'choice'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'list'; readonly item: Piece; readonly separator: Piece }
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }

interface Production {
  readonly name: string
  readonly piece: Piece
}

/** A word of the grammar that is no fixed sign, and what it looks like. */
interface Spelling {
  readonly name: string
  readonly spelling: string
}

/** The rules as the running parser holds them. */
export function readProductions(): readonly Production[] {
  return Object.values(runningParser().getGAstProductions()).map(({ name, definition }) => ({
    name,
    piece: sequence(definition),
  }))
}

/** The words as the running lexer knows them; those without a label appear in no rule. */
export function readSpellings(): readonly Spelling[] {
  return tokens
    .map((token) => ({ name: token.name, spelling: tokenLabel(token) }))
    .filter(({ name, spelling }) => spelling !== name)
}

function sequence(definition: readonly IProduction[]): Piece {
  const pieces = definition.map(read)
  return pieces.length === 1 && pieces[0] ? pieces[0] : { kind: 'sequence', pieces }
}

function read(production: IProduction): Piece {
  if (production instanceof NonTerminal) return { kind: 'name', name: production.nonTerminalName }
  if (production instanceof Terminal) return word(production.terminalType)
  if (production instanceof Alternative) return sequence(production.definition)
  if (production instanceof Alternation) {
    return { kind: 'choice', pieces: production.definition.map(read) }
  }
  if (production instanceof RepetitionMandatoryWithSeparator) {
    const { definition, separator } = production
    return { kind: 'list', item: sequence(definition), separator: word(separator) }
  }
  throw new Error(`impossible: the grammar has no ${production.constructor.name}`)
}

function word({ name, PATTERN }: TokenType): Piece {
  return typeof PATTERN === 'string' ? { kind: 'sign', text: PATTERN } : { kind: 'name', name }
}
