import { expect, it } from 'vitest'
import { parseFilter } from '../../grammar/index.ts'
import { diagnosticsOf, mark, unmarked } from './marked.ts'

const operators = 'The operators are ==, !=, >=, <=, > and <.'
const quoteSuch = 'A value with (, ), ; or , in it goes in quotes.'
const joinExpected = 'where ; (and) or , (or) was expected.'
const unclosedQuote =
  'The quote that opens here is never closed. End the value with a quote, and double every quote inside it.'
const unclosedParenthesis =
  'The parenthesis that opens here is never closed. Write ) after the last comparison that belongs in it.'
const empty = 'The filter is empty. Write a comparison such as Name=="Backup Job 1", or send no filter.'

it.each([
  ['empty', '‹›', empty],
  ['empty', '‹ \t\n›', empty],

  // a comparison is missing
  [
    'comparisonExpected',
    'Result==Failed;‹›',
    'The filter ends where a comparison was expected. Write one after the ;, or leave the ; out.',
  ],
  [
    'comparisonExpected',
    'Result==Failed,‹,›Name==a',
    'Found , where a comparison was expected. Write one after the ,, or leave the , out.',
  ],
  ['comparisonExpected', '(‹)›', 'Found ) where a comparison was expected. Write one after the (, or leave the ( out.'],
  [
    'comparisonExpected',
    '‹;›Result==Failed',
    'Found ; where a comparison was expected. A comparison is written as in Result==Failed.',
  ],
  [
    'comparisonExpected',
    '‹!›(Result==Failed)',
    'Found ! where a comparison was expected. A comparison is written as in Result==Failed.',
  ],
  [
    'comparisonExpected',
    '‹"Result"›==Failed',
    'Found "Result" where a comparison was expected. Names are written without quotes.',
  ],
  [
    'comparisonExpected',
    '‹"Result==Failed›',
    'Found "Result==Failed where a comparison was expected. Names are written without quotes.',
  ],
  [
    'comparisonExpected',
    '‹\0\x1b\u202e\ud800›==Failed',
    'Found ␀␛\ufffd\ufffd where a comparison was expected. A comparison is written as in Result==Failed.',
  ],

  // an operator is missing, or is one of another language
  ['operatorExpected', 'Result‹›', `The filter ends where an operator was expected. ${operators}`],
  ['operatorExpected', 'Result‹:›Failed', `Found : where an operator was expected. ${operators}`],
  [
    'operatorExpected',
    'Job ‹Name›==Backup',
    'Found Name where an operator was expected. A name is one word; the operators are ==, !=, >=, <=, > and <.',
  ],
  ['operatorExpected', 'Result ‹eq› Failed', `Found eq where an operator was expected. Write == instead. ${operators}`],
  ['wrongOperator', 'Result‹=›Failed', `Found = where an operator was expected. Write == instead. ${operators}`],
  ['wrongOperator', 'Result‹===›Failed', `Found === where an operator was expected. Write == instead. ${operators}`],
  ['wrongOperator', 'FreeSpace‹=>›1', `Found => where an operator was expected. Write >= instead. ${operators}`],
  ['wrongOperator', 'FreeSpace‹=<›1', `Found =< where an operator was expected. Write <= instead. ${operators}`],
  ['wrongOperator', 'Result‹<>›Failed', `Found <> where an operator was expected. Write != instead. ${operators}`],
  [
    'wrongOperator',
    'Name‹==<›none>',
    `Found ==< where an operator was expected. A value that begins with =, !, < or > goes in quotes. ${operators}`,
  ],

  // a value is missing
  ['valueExpected', 'Result==‹›', 'The filter ends where a value was expected. An empty value is written "".'],
  [
    'valueExpected',
    'Result== ‹;›Name==a',
    `Found ; where a value was expected. An empty value is written "". ${quoteSuch}`,
  ],
  ['valueExpected', 'Name==‹(›old) VM', `Found ( where a value was expected. ${quoteSuch}`],

  // a condition is over, and something follows
  ['joinExpected', 'Name==VM ‹(›old)', `Found ( ${joinExpected} ${quoteSuch}`],
  ['joinExpected', 'Name=="VM"‹old›', `Found old ${joinExpected} A quote inside a value is doubled.`],
  ['joinExpected', 'Name=="O"‹Brien›"', `Found Brien ${joinExpected} A quote inside a value is doubled.`],
  ['joinExpected', 'Name==""a""‹b›""', `Found b ${joinExpected} A quote inside a value is doubled.`],
  ['joinExpected', '(Name==a)‹(›Name==b)', `Found ( ${joinExpected} Write one of them between the conditions.`],
  [
    'joinExpected',
    '(Name=="a" ‹b›)',
    'Found b where ), ; (and) or , (or) was expected. A quote inside a value is doubled.',
  ],
  ['wrongJoin', 'a=="1" ‹&&› b==2', `Found && ${joinExpected} Write ; instead.`],
  ['wrongJoin', '(a==1) ‹Or› b==2', `Found Or ${joinExpected} Write , instead.`],
  [
    'wrongJoin',
    'a==1‹||›b==2',
    `Found || ${joinExpected} Write , instead. If it belongs to the value, put the value in quotes.`,
  ],
  [
    'wrongJoin',
    'a==1 ‹&› b==2',
    `Found & ${joinExpected} Write ; instead. If it belongs to the value, put the value in quotes.`,
  ],
  [
    'wrongJoin',
    'a==1 ‹and› b>2',
    `Found and ${joinExpected} Write ; instead. If it belongs to the value, put the value in quotes.`,
  ],
  [
    'wrongJoin',
    'a==1 ‹or› (b==2)',
    `Found or ${joinExpected} Write , instead. If it belongs to the value, put the value in quotes.`,
  ],
  [
    'operatorInValue',
    'Name==a -‹>› b',
    'Found > inside the value a -> b. Join comparisons with ; (and) or , (or); if it belongs to the value, put the value in quotes: "a -> b".',
  ],
  [
    'operatorInValue',
    'a==b‹==›c',
    'Found == inside the value b==c. Join comparisons with ; (and) or , (or); if it belongs to the value, put the value in quotes: "b==c".',
  ],

  // quotes
  ['unclosedQuote', 'Name==‹"›Backup', unclosedQuote],
  ['unclosedQuote', 'Name==‹"›Backup""', unclosedQuote],
  ['unclosedQuote', 'Name==‹"›"Backup"', unclosedQuote],
  ['unclosedQuote', 'Name==‹“›Backup', unclosedQuote],
  [
    'quoteInValue',
    'Name==O‹"›Brien',
    'Found a quote inside a value that has no quotes around it. Double it, and put the whole value in quotes: "O""Brien".',
  ],

  // parentheses
  ['unclosedParenthesis', '(a==1;‹(›b==2', unclosedParenthesis],
  ['unclosedParenthesis', '‹(›(a==1),b=="2"', unclosedParenthesis],
  [
    'unopenedParenthesis',
    'Name==VM old‹)›',
    'Found ) without a ( before it. Leave it out, or put the value it belongs to in quotes.',
  ],
])('%s: %s', (code, marked, message) => {
  const text = unmarked(marked)
  const [diagnostic] = diagnosticsOf(text)
  expect(diagnostic && mark(text, diagnostic.span)).toBe(marked)
  expect(diagnostic).toMatchObject({ code, message })
})

it.each([
  ['a=1;b=2', ['a‹=›1;b=2', 'a=1;b‹=›2']],
  ['a==x"y,b==1 && c==2', ['a==x‹"›y,b==1 && c==2', 'a==x"y,b==1 ‹&&› c==2']],
])('%s has two mistakes', (text, marks) => {
  expect(diagnosticsOf(text).map(({ span }) => mark(text, span))).toEqual(marks)
})

it('not more than twenty mistakes are told', () => {
  expect(diagnosticsOf('a=1;'.repeat(100))).toHaveLength(20)
})

const nested = (depth: number): string => '('.repeat(depth) + 'a==1' + ')'.repeat(depth)
const joined = (count: number): string => Array.from({ length: count }, () => 'a==1').join(';')
const long = (length: number): string => 'a=='.padEnd(length, 'x')

it.each([
  ['20,000 characters', long(20_000)],
  ['100 parentheses', nested(100)],
  ['200 parentheses side by side', Array.from({ length: 200 }, () => '(a==1)').join(',')],
  ['2,000 comparisons', joined(2_000)],
])('%s are read', (_, text) => {
  expect(parseFilter(text).ok).toBe(true)
})

it.each([
  [
    long(20_001),
    'tooLong',
    { start: 20_000, end: 20_001 },
    'The filter is 20001 characters long, and at most 20000 are read. Ask with several shorter filters.',
  ],
  [
    nested(101),
    'tooDeep',
    { start: 100, end: 101 },
    'Found parentheses more than 100 deep, which is as deep as they may be. Leave out those that change nothing.',
  ],
  [
    joined(2_001),
    'tooMany',
    { start: 10_001, end: 10_003 },
    'Found more than 2000 comparisons, which is as many as there may be. Ask with several shorter filters.',
  ],
])('%.12s… is %s', (text, code, span, message) => {
  expect(diagnosticsOf(text)).toEqual([{ code, span, message }])
})
