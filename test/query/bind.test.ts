import { describe, expect, it } from 'vitest'
import { bind } from '../../src/query/bind.ts'
import { expressionOf, mark, unmarked } from '../grammar/marked.ts'
import { guid, session } from '../store/sample.ts'

const names =
  'It can be asked by UID, Name, CreationTimeUTC, CreationTime, EndTimeUTC, EndTime, Result, Reason, TotalSize, IsRetry, Label, Days, JobUid, JobName, ParentName.'
const anId = 'JobUid is urn:veeam:Job:<GUID>, or the GUID alone.'
const aTime = 'CreationTime is a time in UTC, such as "2025-08-15T06:00:00Z" or "2025-08-15".'

const bindText = (text: string) => bind(expressionOf(text), session)

describe('a filter that means nothing is diagnosed', () => {
  it.each([
    ['‹Reslt›==Failed', `Session has no Reslt. Did you mean Result? ${names}`],
    ['‹Colour›==Red', `Session has no Colour. ${names}`],
    ['Result==‹Fialed›', 'Found Fialed; Result is one of None, Success, Warning, Failed. Did you mean Failed?'],
    ['Result>=‹"blue"›', 'Found blue; Result is one of None, Success, Warning, Failed.'],
    ['Result==‹""›', 'Found nothing; Result is one of None, Success, Warning, Failed.'],
    ['TotalSize>‹much›', 'Found much; TotalSize is a number, such as 107374182400.'],
    ['TotalSize>‹0x10›', 'Found 0x10; TotalSize is a number, such as 107374182400.'],
    ['isretry==‹yes›', 'Found yes; IsRetry is true or false.'],
    ['IsRetry‹>›true', 'Found >; IsRetry is true or false, which only == and != compare.'],
    ['creationtime>‹yesterday›', `Found yesterday; ${aTime}`],
    ['CreationTime>‹"2025-02-30"›', `Found 2025-02-30; ${aTime}`],
    ['JobUid==‹7›', `Found 7; ${anId}`],
    [`JobUid==‹"urn:veeam:Backup:${guid(1)}"›`, `Found urn:veeam:Backup:00000000-0000-4000-a000…; ${anId}`],
    ['JobUid==‹urn:veeam:Job:7›', `Found urn:veeam:Job:7; ${anId}`],
    ['Days==‹Monday›', 'Days is more than one value and cannot be compared.'],
    [
      `Label==a;(Result==‹"${'x'.repeat(50)}"›,IsRetry==true)`,
      `Found ${'x'.repeat(40)}…; Result is one of None, Success, Warning, Failed.`,
    ],
  ])('%s', (marked, message) => {
    const text = unmarked(marked)
    const bound = bindText(text)
    const found = bound.ok ? [] : bound.diagnostics
    expect(found.map((it) => [mark(text, it.span), it.message])).toEqual([[marked, message]])
  })

  it('in every place, in the order of the text', () => {
    const bound = bindText('Reslt==a,(IsRetry==2;Result==x)')
    expect(bound.ok ? [] : bound.diagnostics.map(({ code }) => code)).toEqual([
      'unknownName',
      'notATruth',
      'unknownWord',
    ])
  })

  it('with what could stand there', () => {
    const bound = bindText('Result==Fialed')
    expect(bound.ok || bound.diagnostics[0].expected).toEqual(['None', 'Success', 'Warning', 'Failed'])
  })
})
