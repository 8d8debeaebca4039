import { expect, it } from 'vitest'
import { nearest } from '../../src/words/nearest.ts'

const names = ['Name', 'JobName', 'Result', 'State', 'CreationTime', 'EndTime']
const results = ['None', 'Success', 'Warning', 'Failed']

it.each([
  ['Fialed', results, 'Failed'],
  ['fail', results, undefined],
  ['SUCCESS', results, 'Success'],
  ['Sucess', results, 'Success'],
  ['warnings', results, 'Warning'],
  ['Job_Name', names, 'JobName'],
  ['CreateTime', names, 'CreationTime'],
  ['Names', names, 'Name'],
  ['Nmae', names, 'Name'],
  ['x', names, undefined],
  ['', names, undefined],
  ['a'.repeat(100_000), names, undefined],
  ['Result', [], undefined],
])('%.20s is most like %s: %s', (word, candidates, candidate) => {
  expect(nearest(word, candidates)).toBe(candidate)
})
