import { expect, it } from 'vitest'
import { pointAt } from '../../grammar/index.ts'
import { unmarked } from './marked.ts'

const picture = (marked: string): string => {
  const text = unmarked(marked)
  const span = { start: marked.indexOf('‹'), end: marked.indexOf('›') - 1 }
  return pointAt(text, { code: 'wrong', message: 'This is wrong.', span })
}

it.each([
  [
    'Result==‹Fialed›;Name==a',
    `
Result==Fialed;Name==a
        ^^^^^^
This is wrong.`,
  ],
  [
    'Result==‹›',
    `
Result==
        ^
This is wrong.`,
  ],
  [
    'Name==\t🙂‹\0\n›;',
    `
Name==␉🙂␀␊;
        ^^
This is wrong.`,
  ],
])('%j', (marked, drawn) => {
  expect(`\n${picture(marked)}`).toBe(drawn)
})

it('a long text is cut to the surroundings', () => {
  const [text, carets] = picture(`${'a==1;'.repeat(40)}b==‹2›${';a==1'.repeat(40)}`).split('\n')
  expect(text).toMatch(/^….{96}…$/)
  expect(text?.slice(0, carets?.length)).toMatch(/b==2$/)
})

it.each([
  ['at the end', 'a'.repeat(500) + '‹›'],
  ['of everything', '‹' + 'a'.repeat(500) + '›'],
])('a place %s of a long text stays within the picture', (_, marked) => {
  const [text = '', carets = ''] = picture(marked).split('\n')
  expect(text.length).toBeLessThanOrEqual(98)
  expect(carets.length).toBeLessThanOrEqual(98)
})
