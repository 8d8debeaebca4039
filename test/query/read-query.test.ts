import { describe, expect, it } from 'vitest'
import { ApiError } from '../../src/model/api-error.ts'
import { readQuery } from '../../src/query/read-query.ts'
import { newStore, session } from '../store/sample.ts'

const { register } = newStore()
const read = (query: string) =>
  readQuery(
    Array.from(new URLSearchParams(query), ([name, value]) => ({ name, value })),
    register,
  )

function apiErrorOf(query: string): ApiError {
  try {
    read(query)
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
  throw new Error(`${query} is not refused.`)
}

const names =
  'It can be asked by UID, Name, CreationTimeUTC, CreationTime, EndTimeUTC, EndTime, Result, Reason, TotalSize, IsRetry, Label, Days, JobUid, JobName, ParentName.'

describe('parameters are read', () => {
  it('with defaults', () => {
    expect(read('type=Session')).toEqual({
      resource: session,
      format: 'references',
      query: { selection: undefined, order: [], page: 1, pageSize: 100 },
      unread: [],
    })
  })

  it('in any order and case', () => {
    const plain = read('type=Session&format=Entities&filter=Result==Failed&sortDesc=CreationTime&page=2')
    expect(read('PAGE=2&SortDesc=creationtime&Filter=result==failed&FORMAT=entities&Type=session')).toEqual(plain)
    expect(plain.query).toEqual({
      selection: {
        kind: 'test',
        source: { of: 'member', member: 'Result' },
        operator: '==',
        key: 3,
      },
      order: [{ source: { of: 'member', member: 'CreationTimeUTC' }, direction: 'desc' }],
      page: 2,
      pageSize: 100,
    })
  })

  it.each([
    ['Ref', 'references'],
    ['references', 'references'],
    ['Entity', 'entities'],
    ['entities', 'entities'],
    ['ENTITIES', 'entities'],
  ])('format=%s', (format, expected) => {
    expect(read(`type=Session&format=${format}`).format).toBe(expected)
  })

  it.each([
    ['sortAsc=Result&sortDesc=Name', ['asc member', 'desc name']],
    ['sortDesc=Name&sortAsc=Result', ['desc name', 'asc member']],
    ['sortAsc=name&sortAsc=Name', ['asc name']],
    ['sortAsc=CreationTime&sortDesc=CreationTimeUTC', ['asc member']],
  ])('%s', (sorts, expected) => {
    const { order } = read(`type=Session&${sorts}`).query
    expect(order.map(({ source, direction }) => `${direction} ${source.of}`)).toEqual(expected)
  })

  it.each(['filter=', 'filter=%20', 'sortAsc=', 'sortDesc=+'])('a blank asks nothing: %s', (blank) => {
    expect(read(`type=Session&${blank}`)).toEqual(read('type=Session'))
  })

  it('the same filter once', () => {
    const ask = () => read('type=Session&filter=Result==Failed').query.selection
    expect(ask()).toBe(ask())
    for (let n = 0; n < 300; n++) read(`type=Session&filter=TotalSize==${n}`)
    expect(ask()).toEqual(ask())
  })

  it.each([
    ['type=Job&filter=Objects>1&JobType==Backup', ['JobType']],
    ['type=Job&amp;page=2&v=latest&v=latest', ['amp;page', 'v']],
    ['type=Job&filter=Objects>1&Filter=Objects>2&page=3&page=4', ['Filter', 'page']],
  ])('what nothing reads is named: %s', (query, unread) => {
    const found = readQuery(
      query.split('&').map((it) => ({ name: it.split('=')[0]!, value: it.slice(it.indexOf('=') + 1) })),
      register,
    )
    expect(found.unread).toEqual(unread)
  })

  it('the first of two filters', () => {
    const { query } = read('type=Job&filter=Objects>1&filter=Objects>2')
    expect(query).toEqual(read('type=Job&filter=Objects>1').query)
  })
})

describe('an error says what was found, what was expected and the way out', () => {
  it.each([
    ['', 'A query needs a type, as in query?type=BackupJobSession. The types are Job, Session.'],
    ['type=', 'A query needs a type, as in query?type=BackupJobSession. The types are Job, Session.'],
    ['type=Sesion', 'There is no type Sesion. Did you mean Session? The types are Job, Session.'],
    ['type=a%0Db%00', 'There is no type a␍b␀. The types are Job, Session.'],
    ['type=Job&format=Rows', 'Found format=Rows; the formats are References and Entities.'],
    ['type=Job&format=', 'Found format=nothing; the formats are References and Entities.'],
    ['type=Job&pageSize=0', 'Found pageSize=0; it is a whole number from 1 to 2147483647.'],
    ['type=Job&pageSize=abc', 'Found pageSize=abc; it is a whole number from 1 to 2147483647.'],
    ['type=Job&pageSize=', 'Found pageSize=nothing; it is a whole number from 1 to 2147483647.'],
    ['type=Job&pageSize=1.5', 'Found pageSize=1.5; it is a whole number from 1 to 2147483647.'],
    ['type=Job&page=-1', 'Found page=-1; it is a whole number from 1 to 2147483647.'],
    ['type=Job&page=2147483648', 'Found page=2147483648; it is a whole number from 1 to 2147483647.'],
    ['type=Job&sortAsc=Nmae', 'Job has no Nmae. Did you mean Name? It can be asked by UID, Name, Objects.'],
    ['type=Session&filter=Reslt==Failed', `Session has no Reslt. Did you mean Result? ${names}`],
  ])('%s', (query, message) => {
    expect(apiErrorOf(query)).toMatchObject({ status: 400, message })
  })

  it('and shows where', () => {
    expect(apiErrorOf('type=Session&filter=TotalSize>1;Result==Fialed').detail).toBe(
      [
        'TotalSize>1;Result==Fialed',
        '                    ^^^^^^',
        'Found Fialed; Result is one of None, Success, Warning, Failed. Did you mean Failed?',
      ].join('\n'),
    )
    expect(apiErrorOf('type=Session&filter=Result=>Failed').detail).toContain('      ^^\n')
    expect(apiErrorOf('type=Job&sortAsc=Nmae').detail).toMatch(/^Nmae\n\^\^\^\^\n/)
  })

  it('and tells three of many things', () => {
    const { message } = apiErrorOf('type=Job&filter=Objects==a,Objects==b,Objects==c,Objects==d')
    expect(message).toBe(
      ['a', 'b', 'c'].map((it) => `Found ${it}; Objects is a number, such as 107374182400.`).join(' '),
    )
  })
})
