import { served } from '../../src/http/routes/served.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/journal/entry.ts'
import { AskedJournal } from '../../src/journal/asked-journal.ts'
import { Journal } from '../../src/journal/journal.ts'
import { maskBody, maskNamed, maskPath } from '../../src/log/mask.ts'
import type { Expected } from '../../src/journal/verify-expectation.ts'
import { sayVerdict } from '../../src/journal/verify.ts'
import { watchFor, readWait } from '../../src/journal/wait-for.ts'
import { harOf } from '../../src/journal/har.ts'
import { finish } from '../../src/clock/sliced.ts'
import { isMet } from '../../src/store/key.ts'
import { knownOperations } from '../../src/journal/known-operations.ts'
import { readParameters } from '../../src/query/parameters.ts'

const guid = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff'

const asked = (operation: string, status = 200, more: Partial<Entry> = {}): Entry => ({
  time: 1_768_464_000_000_000,
  method: 'GET',
  url: `/api/jobs?page=1`,
  route: '/jobs',
  operation,
  world: 'default',
  status,
  mediaType: 'json',
  ...more,
})

const known = knownOperations(served, 'default')
const askedBy = (journal: Journal) => new AskedJournal(journal, known)
const asking = (...given: Parameters<typeof journalOf>): AskedJournal => askedBy(journalOf(...given))

const journalOf = (entries: readonly Entry[], limits = {}) => {
  const journal = new Journal(readParameters, limits)
  for (const entry of entries) journal.add(entry)
  return journal
}

describe('secrets are not shown', () => {
  it.each([
    ['/api/jobs/1', '/api/jobs/1'],
    [`/api/logonSessions/${guid}`, '/api/logonSessions/***'],
    [`/a/${Buffer.from(guid).toString('base64')}/b`, '/a/***/b'],
    ['/a/password=hidden', '/a/password=***'],
    [`/api//LOGONSESSIONS//${guid}`, '/api//LOGONSESSIONS//***'],
    [`/api/%6cogonSessions/${guid}`, '/api/%6cogonSessions/***'],
    ['/api/%zz/1', '/api/%zz/1'],
  ])('the path %s is shown as %s', (path, shown) => {
    expect(maskPath(path)).toBe(shown)
  })

  it.each([
    ['Authorization', 'Basic YTpi', '***'],
    ['Cookie', 'X-RestSvcSessionId=YQ==', '***'],
    ['X-RestSvcSessionId', 'YQ==', '***'],
    ['accessToken', 'abc', '***'],
    ['filter', 'Name==a', 'Name==a'],
    ['url', 'https://joe:hidden@host/x', 'https://joe:***@host/x'],
  ])('%s: %s is shown as %s', (name, value, shown) => {
    expect(maskNamed(name, value)).toBe(shown)
  })

  it.each([
    ['{"Name":"a","Password":"hidden"}', '{"Name":"a","Password":"***"}'],
    ['{"a":[{"ClientSecret":{"v":"hidden"}}]}', '{"a":[{"ClientSecret":"***"}]}'],
    ['{"Name":"a","Password":"hidd', '{"Name":"a","Password":"***"'],
    ['{"Name":"a","Tokens":["hidden","hid', '{"Name":"a","Tokens":"***"'],
    ['<a><Password>hidden</Password><b>1</b></a>', '<a><Password>***</Password><b>1</b></a>'],
    ['<a><Password>hid', '<a><Password>***'],
    ['<a Password="hidden" Name="b"/>', '<a Password="***" Name="b"/>'],
    ['user=a&password=hidden&b=1', 'user=a&password=***&b=1'],
    ['<Href>http://joe:hidden@h/</Href>', '<Href>http://joe:***@h/</Href>'],
  ])('the body %s is shown as %s', (body, shown) => {
    expect(maskBody(body)).toBe(shown)
    expect(maskBody(body)).not.toContain('hid')
  })
})

describe('the journal', () => {
  const entries = [
    asked('JobStart', 202, { method: 'POST', user: 'joe' }),
    asked('JobList', 200, { unread: ['Foo'] }),
    asked('JobStart', 503, { method: 'POST', fault: 'busy' }),
  ]

  it.each([
    [{}, [1, 2, 3]],
    [{ filter: 'Operation==JobStart' }, [1, 3]],
    [{ filter: 'Status>=500;Fault==busy' }, [3]],
    [{ filter: 'Unread==Foo' }, [2]],
    [{ filter: 'id>=2', sortDesc: 'id' }, [3, 2]],
    [{ sortAsc: ['operation'], sortDesc: 'status' }, [2, 3, 1]],
    [{ pageSize: 2, page: 2 }, [3]],
    [{ after: 1 }, [2, 3]],
  ])('%o lists %o', (query, ids) => {
    expect(
      asking(entries)
        .list(query)
        .entries.map(({ id }) => id),
    ).toEqual(ids)
  })

  it.each<[object, string]>([
    [{ filter: 'Operatoin==a' }, 'Request has no Operatoin. Did you mean operation?'],
    [{ filter: 'Status==many' }, 'status is a number'],
    [{ filtre: 'a' }, 'Found filtre. Did you mean filter?'],
    [{ type: 'Job' }, 'Found type.'],
    [{ page: 0 }, 'Found page=0'],
    [
      { filter: 'Operation==JobStrt' },
      'There is no operation "jobstrt", so this would never be found. Did you mean JobStart?',
    ],
  ])('%o is refused: %s', (query, message) => {
    expect(() => asking(entries).list(query)).toThrow(message)
  })

  it('tells an entry with its time and without secrets', () => {
    const journal = journalOf([
      asked('A', 200, {
        url: `/api/logonSessions/${guid}?password=hidden&a=b`,
        body: '{"Token":1}',
      }),
    ])
    const [entry] = askedBy(journal).list().entries
    expect(entry).toMatchObject({
      id: 1,
      time: '2026-01-15T08:00:00Z',
      path: '/api/logonSessions/***',
      parameters: [{ name: 'password', value: '***' }, { name: 'a', value: 'b' }],
      body: '{"Token":"***"}',
    }) // prettier-ignore
    expect(askedBy(journal).list({ filter: `path==/api/logonSessions/${guid}` }).total).toBe(0)
  })

  it('drops the oldest when there are too many, and knows how many; counts stay', () => {
    const journal = journalOf(
      Array.from({ length: 10 }, (_, n) => asked('A', 200 + n)),
      { most: 4 },
    )
    expect(askedBy(journal).list()).toMatchObject({ total: 4, dropped: 6 })
    expect(
      askedBy(journal)
        .list()
        .entries.map(({ id, status }) => [id, status]),
    ).toEqual([
      [7, 206],
      [8, 207],
      [9, 208],
      [10, 209],
    ])
    expect(journal.counts()).toMatchObject({ total: 10, operations: { A: { count: 10 } } })
  })

  it('answers the same, however often it was asked before', () => {
    const steps = fc.array(fc.oneof(fc.nat(120), fc.constant('ask'), fc.constant('clear')))
    fc.assert(
      fc.property(steps, (all) => {
        const [often, once] = [journalOf([], { most: 40 }), journalOf([], { most: 40 })]
        for (const step of all) {
          if (step === 'ask') askedBy(often).list({ filter: 'Status==404' })
          else if (step === 'clear') for (const each of [often, once]) each.clear()
          else
            for (let n = 0; n < Number(step); n++)
              for (const each of [often, once]) each.add(asked('JobList', n % 3 === 0 ? 404 : 200))
        }
        for (const query of [{}, { filter: 'Status==404', sortDesc: 'id' }])
          expect(askedBy(often).list(query)).toEqual(askedBy(once).list(query))
      }),
    )
  })

  it('reads of each entry what is asked about, once, however many there are and whatever is asked', () => {
    const texts = fc.constantFrom('a', 'get', 'joe', '/api/jobs', '/api/job', 'defalt')
    const name = fc.constantFrom('path', 'user', 'fault', 'unread')
    const operator = fc.constantFrom('==', '!=', '<', '>=')
    const comparison = fc.tuple(name, operator, texts).map((parts) => parts.join(''))
    const filter = fc.array(comparison, { minLength: 1, maxLength: 4 }).map((all) => all.join(','))
    const filters = fc.array(filter, { minLength: 1, maxLength: 50 })
    const expected = filters.chain((all) =>
      fc.constantFrom<Expected>({ expect: all.map((that) => ({ that })) }, { inOrder: all }, { onlyThese: all }),
    ) // prettier-ignore
    fc.assert(
      fc.property(fc.nat(300), expected, (size, given) => {
        let reads = 0
        const watched = (entry: Entry) =>
          new Proxy(entry, { get: (of, key) => (reads++, Reflect.get(of, key) as unknown) })
        const journal = journalOf(
          Array.from({ length: size }, (_, n) => watched(asked('JobList', 200, { user: `joe${n}`, unread: ['a'] }))),
        ) // prettier-ignore
        const readsOf = (ask: () => unknown) => {
          reads = 0
          ask()
          return reads
        }
        const first = readsOf(() => askedBy(journal).verify(given))
        const again = readsOf(() => askedBy(journal).verify(given))
        // Four names that were asked about, and preflight; besides, 15 entries at most are told whole.
        const told = 15 * 40
        expect(first).toBeLessThanOrEqual(5 * size + told)
        expect(again).toBeLessThanOrEqual(told)
        const waited = readWait({ that: 'path==/a', count: 1 }, known)
        const end = watchFor(journal, waited, () => undefined)
        expect(readsOf(() => journal.add(asked('JobList')))).toBe(0)
        expect(readsOf(() => askedBy(journal).list({ filter: 'path==/a' }))).toBe(0)
        end()
      }),
      { numRuns: 50 },
    )
  })

  it('finds in what is left when entries are dropped what a look at each would', () => {
    const paths = fc.array(fc.constantFrom('a', 'B', 'bb', 'c', 'C', ''), { maxLength: 200 })
    const operator = fc.constantFrom('==', '!=', '<', '<=', '>', '>=')
    fc.assert(
      fc.property(fc.array(paths), operator, fc.constantFrom('a', 'b', 'c'), (all, sign, key) => {
        const journal = journalOf([], { most: 40 })
        const every: string[] = []
        for (const batch of all) {
          for (const each of batch) journal.add(asked('A', 200, { url: `/${each}${every.push(each)}` }))
          const held = every.map((each, n) => [n + 1, `/${each}${n + 1}`.toLowerCase()] as const).slice(-40)
          const met = held.filter(([, path]) => isMet(path, sign, `/${key}`))
          const { entries: found } = askedBy(journal).list({
            filter: `path${sign}/${key}`,
            sortAsc: 'path',
            pageSize: 100,
          })
          const sorted = [...met].sort(([, a], [, b]) => (a < b ? -1 : 1))
          expect(found.map(({ id }) => id)).toEqual(sorted.map(([id]) => id))
        }
      }),
    )
  })

  it('is bounded by bytes too, whatever is sent', () => {
    const body = 'x'.repeat(100_000)
    const journal = journalOf(
      Array.from({ length: 20 }, () => asked('A', 200, { body })),
      { mostBytes: 1 << 20 },
    )
    expect([journal.size, journal.dropped]).toEqual([7, 13])
    expect(askedBy(journal).list().entries[0]?.body).toHaveLength(64 << 10)
  })

  it('goes on counting ids when it is cleared, and has dropped nothing then', () => {
    const journal = journalOf([...entries, ...entries], { most: 4 })
    journal.clear()
    expect(askedBy(journal).list()).toMatchObject({ total: 0, dropped: 0 })
    journal.add(asked('A'))
    expect(
      askedBy(journal)
        .list()
        .entries.map(({ id }) => id),
    ).toEqual([7])
    expect(journal.counts().total).toBe(7)
  })

  it('counts what is not documented by its path, and not without bound', () => {
    const journal = journalOf([
      asked('', 404, { operation: undefined, route: undefined, url: `/api/x/${guid}/12?a` }),
      ...Array.from({ length: 1100 }, (_, n) => asked(`A${n}`)),
    ])
    const { operations } = journal.counts()
    expect(operations['GET /api/x/{id}/{n}']).toEqual({ count: 1, byStatus: { 404: 1 } })
    expect(operations['other']?.count).toBe(101)
    journal.resetCounts()
    expect(journal.counts()).toEqual({ operations: {}, total: 0 })
  })

  it.each(['secret', 'x', ' secret', '"secret":[', '<secret>', '://a:', '/logonsessions'])(
    'shows a body of many %s without delay',
    (piece) => {
      const body = piece.repeat(Math.floor((64 << 10) / piece.length))
      expect(asking([asked('A', 200, { body })]).list().total).toBe(1)
    },
  )

  it('tells who waits as soon as there are enough', () => {
    const journal = journalOf(entries)
    const told: number[] = []
    watchFor(journal, readWait({ that: 'Operation==JobStart', count: 2, after: 1 }, known), () =>
      told.push(journal.last),
    )
    journal.add(asked('JobList'))
    journal.add(asked('JobStart'))
    journal.add(asked('JobStart'))
    expect(told).toEqual([5])
  })

  it('is exported as HAR', () => {
    const har = finish(harOf(asking(entries).list().entries, { base: 'http://h:1', version: '1.0.0' }))
    expect(har.log).toMatchObject({ version: '1.2', creator: { version: '1.0.0' } })
    expect(har.log.entries[0]).toMatchObject({
      startedDateTime: '2026-01-15T08:00:00Z',
      request: { method: 'POST', url: 'http://h:1/api/jobs?page=1', queryString: [{ name: 'page', value: '1' }] },
      response: { status: 202, redirectURL: '', content: { mimeType: expect.stringContaining('json') as string } },
      cache: {},
      timings: { send: 0, wait: 0, receive: 0 },
    }) // prettier-ignore
  })
})

describe('verify', () => {
  const entries = [asked('SessionMngrCreate', 201), asked('JobStart', 202), asked('JobList'), asked('JobStart', 409)]

  it.each<[Expected, boolean, string]>([
    [{ that: 'Operation==JobStart', exactly: 2 }, true, 'expected exactly 2, found 2.'],
    [{ that: 'Operation==JobStart' }, true, 'at least 1, found 2'],
    [{ that: 'Operation==JobStart', atMost: 1 }, false, 'at most 1, found 2'],
    [{ that: 'Operation==JobStop', atMost: 0 }, true, 'found 0'],
    [{ that: 'Operation==JobStart', exactly: 1, after: 2 }, true, 'found 1'],
    [{ inOrder: ['Operation==JobStart', 'Operation==JobList'] }, true, 'All in order.'],
    [{ inOrder: ['Operation==JobList', 'Operation==SessionMngrCreate'] }, false, 'no Operation==SessionMngrCreate after Operation==JobList (#3)'],
    [{ onlyThese: ['Operation==JobStart', 'Operation==JobList'] }, false, 'found 1 others'],
    [{ onlyThese: ['Operation==JobStart,Operation==JobList', 'Status==201'] }, true, 'found 0'],
  ])('%o is %s: %s', (expectation, ok, says) => {
    const verdict = asking(entries).verify(expectation)
    expect(verdict).toMatchObject({ ok, certain: true })
    expect(verdict.checks[0]?.says).toContain(says)
  }) // prettier-ignore

  it('shows what was nearly so', () => {
    const journal = journalOf(entries)
    const [check] = askedBy(journal).verify({
      that: 'Operation==JobStart;Status==500',
    }).checks
    expect(check?.nearest.map(({ id, differs }) => [id, differs])).toEqual([
      [4, 'status was 409, not Status==500'],
      [2, 'status was 202, not Status==500'],
    ])
    expect(sayVerdict(askedBy(journal).verify({ that: 'Path==/api/job' }))).toContain(
      'Path==/api/job: expected at least 1, found 0.\n  #4 GET /api/jobs → 409: path was /api/jobs, not Path=="/api/job"',
    )
  })

  it('does not guess when entries have been dropped', () => {
    const journal = journalOf(entries, { most: 3 })
    const verdict = (expectation: Expected) => {
      const { ok, certain } = askedBy(journal).verify(expectation)
      return [ok, certain]
    }
    expect(verdict({ that: 'Operation==JobStart', exactly: 2 })).toEqual([false, false])
    expect(verdict({ that: 'Operation==JobStart', atLeast: 2 })).toEqual([true, true])
    expect(verdict({ that: 'Operation==JobStart', atLeast: 3 })).toEqual([false, false])
    expect(verdict({ that: 'Operation==JobStart', atLeast: 9 })).toEqual([false, true])
    expect(verdict({ that: 'Operation==JobStart', atMost: 1 })).toEqual([false, true])
    expect(verdict({ that: 'Operation==JobStart', exactly: 2, after: 1 })).toEqual([true, true])
    expect(verdict({ onlyThese: ['Operation==JobStart,Operation==JobList'] })).toEqual([false, false])
    expect(verdict({ inOrder: ['Operation==SessionMngrCreate'] })).toEqual([false, false])
    expect(askedBy(journal).verify({ onlyThese: ['id>0'] }).checks[0]?.says).toContain('1 earlier ones were dropped')
  })

  it('a filter of more than 20 comparisons is nearly met by none', () => {
    const nearestTo = (count: number) => {
      const that = [...Array<string>(count - 1).fill('Status!=1'), 'Operation==JobDelete'].join(';')
      return asking(entries).verify({ that }).checks[0]?.nearest.length
    }
    expect(nearestTo(20)).toBeGreaterThan(0)
    expect(nearestTo(21)).toBe(0)
  })

  it('tells what was nearly so for the first five of what was missed', () => {
    const given = { expect: Array.from({ length: 7 }, () => ({ that: 'Path==/api/job' })) }
    const { checks } = asking(entries).verify(given)
    expect(checks.map(({ nearest }) => nearest.length)).toEqual([3, 3, 3, 3, 3, 0, 0])
  })

  it.each([
    ['Status==409,Operation==JobStop;Status==202', ['status was 200', 'status was 202']],
    ['Path==/x;Status==9,Operation==JobStop;Status==202', ['operation was JobStart']],
    ['(Status==500,Path==/x);Operation==JobList', ['status was 200']],
    ['Status==1;Path==/x', []],
  ])('%s is nearly met: %o', (that, differs) => {
    const [check] = asking(entries.slice(1, 3)).verify({ that }).checks
    expect(check?.nearest.map((each) => each.differs.split(', not')[0])).toEqual(differs)
  })

  it.each<[Expected, string]>([
    [{ that: 'Operation==JobStart', atLeast: 2, atMost: 1 }, 'which can never be'],
    [{ that: 'Operation==JobStart', exactly: 2, atMost: 1 }, 'exactly with atLeast or atMost'],
    [{ that: 'Oparation==a' }, 'Did you mean operation?'],
    // What can never be found would be found exactly 0 times for ever.
    [{ that: 'Operation==JobStrt', exactly: 0 }, 'so this would never be found. Did you mean JobStart?'],
    [{ that: 'Operation!=JobStrt' }, 'so this would leave out nothing. Did you mean JobStart?'],
    [{ that: 'Method==PSOT' }, 'Did you mean POST? There are GET, HEAD'],
    [{ that: 'Route=="/job"' }, 'Did you mean /jobs?'],
    [{ that: 'Operation==JobStart;Method==GET' }, 'JobStart is asked for with POST, so this would never be found.'],
    [
      { that: 'World==checkout' },
      'There is no world "checkout" here, so this would never be found. This is the world default',
    ],
    [{ inOrder: ['Operation==JobStart', 'Operation==JobLst'] }, 'Did you mean JobList?'],
    [{ expect: [{ onlyThese: ['Operation==JobLst'] }] }, 'Did you mean JobList?'],
    [{ inOrder: [] }, 'it is a list of 1 to 100'],
    [
      {
        expect: Array.from({ length: 3 }, () => ({
          inOrder: Array<string>(50).fill('Status==200'),
        })),
      },
      'Found 150 filters of 150 comparisons and 1650 characters; 100 of 200 and 20000 are the most at once.',
    ],
    [{ that: `Path==${'x'.repeat(20_000)}` }, 'Found 1 filters of 20006 characters; 100 of 200'],
    [{ that: Array<string>(201).fill('id>0').join() }, 'Found 1 filters of 201 comparisons'],
  ])('%o is refused: %s', (expectation, message) => {
    expect(() => asking(entries).verify(expectation)).toThrow(message)
  })
})
