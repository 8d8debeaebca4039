import { expect, it } from 'vitest'
import { printFilter } from '../../grammar/index.ts'
import { expressionOf } from './marked.ts'

it.each([
  [' Result == "Failed" ', 'Result==Failed'],
  ['FreeSpace>-5', 'FreeSpace>-5'],
  ['JobUid=="urn:veeam:Job:dce85686"', 'JobUid==urn:veeam:Job:dce85686'],
  ['Name==Backup Job 1', 'Name=="Backup Job 1"'],
  ['Name==""Backup""', 'Name=="""Backup"""'],
  ['Name==“Backup Job”', 'Name=="Backup Job"'],
  ['Name==""', 'Name==""'],
  ['Name==größe', 'Name=="größe"'],
  ['(a==1;(b==2));c==3', 'a==1;b==2;c==3'],
  ['(a==1;b==2),c==3', 'a==1;b==2,c==3'],
  ['(a==1,b==2);c==3', '(a==1,b==2);c==3'],
])('%s is printed as %s', (text, printed) => {
  expect(printFilter(expressionOf(text))).toBe(printed)
})
