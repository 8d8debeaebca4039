import { readFileSync } from 'node:fs'
import { Lexer } from 'chevrotain'
import { expect, it } from 'vitest'
import { writeEbnf } from '../../docs/grammar/ebnf.ts'
import { writeRailroad } from '../../docs/grammar/railroad.ts'
import { FilterParser } from '../../grammar/parser.ts'
import { tokens } from '../../grammar/tokens.ts'

const rules = readFileSync(new URL('../../grammar/parser.ts', import.meta.url), 'utf8')

it('every rule is commented with its production', () => {
  const productions = writeEbnf().split('\n\n')[0]?.split('\n')
  const comments = [...rules.matchAll(/\/\*\* (.*;) \*\//g)].map(([, rule]) => rule)
  expect(comments).toEqual(productions)
})

it('the railroad page loads nothing', () => {
  expect(writeRailroad()).not.toMatch(/<script|<link|<img|src=|url\(|https?:/)
})

it('the parser and the lexer are valid as Chevrotain sees it', () => {
  expect(() => new FilterParser({ skipValidations: false })).not.toThrow()
  const lexer = new Lexer(tokens, { positionTracking: 'onlyOffset' })
  expect(lexer.lexerDefinitionErrors).toEqual([])
})
