import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readParameters, valueOfParameter } from '../../src/query/parameters.ts'

describe('the parameters of', () => {
  it.each<[string, readonly (readonly [string, string])[]]>([
    ['/api/query', []],
    ['/api/query?', []],
    ['?&&', []],
    ['?type=Job', [['type', 'Job']]],
    ['?Type=Job&type=Backup', [['Type', 'Job'], ['type', 'Backup']]],
    ['?a', [['a', '']]],
    ['?a=', [['a', '']]],
    ['?=a', [['', 'a']]],
    ['?=', [['', '']]],
    ['?a&b=1', [['a', ''], ['b', '1']]],
    ['?filter=Name=="a=b"', [['filter', 'Name=="a=b"']]],
    ['?filter=Name%3d%3D%22a%26b%22', [['filter', 'Name=="a&b"']]],
    ['?filter=Backup+Job%201', [['filter', 'Backup Job 1']]],
    ['?a=1%2B1', [['a', '1+1']]],
    ['?%66ilter=x', [['filter', 'x']]],
    ['?a=%C3%BC%F0%9F%98%80', [['a', 'ü😀']]],
    ['?a=ü😀', [['a', 'ü😀']]],
    ['?a=%00', [['a', '\0']]],
    ['?a=%0d%0A', [['a', '\r\n']]],
    ['?a=100%', [['a', '100%']]],
    ['?a=%zz+%41', [['a', '%zz A']]],
    ['?a=%4', [['a', '%4']]],
    ['?a=%u00fc', [['a', '%u00fc']]],
    ['?a=%fc+%41', [['a', '\ufffd A']]],
    ['?a=%C3%28', [['a', '\ufffd(']]],
    ['?a=%zz%C3%BC', [['a', '%zzü']]],
    ['?a=%ed%a0%80', [['a', '\ufffd\ufffd\ufffd']]],
    ['?a=%%41', [['a', '%A']]],
    ['?amp;page=2', [['amp;page', '2']]],
    ['?a=1?b=2', [['a', '1?b=2']]],
    ['?a=1;b=2', [['a', '1;b=2']]],
    ['?__proto__=1', [['__proto__', '1']]],
  ])('%j', (url, parameters) => {
    expect(readParameters(url).map(({ name, value }) => [name, value])).toEqual(parameters)
  }) // prettier-ignore

  it('any URL are read without throwing', () => {
    const piece = fc.constantFrom('%', '%c', '%C3', '%BC', '%zz', '+', '&', '=', '?', 'a', 'ü', '\ud800')
    fc.assert(
      fc.property(fc.string({ unit: piece }), (query) => {
        expect(() => readParameters(`?${query}`)).not.toThrow()
      }),
    )
  })

  it('what a client encodes are what it meant', () => {
    const letter = fc
      .oneof(fc.nat(0x7f), fc.nat(0xd7ff), fc.integer({ min: 0xe000, max: 0x10ffff }))
      .map((point) => String.fromCodePoint(point))
    const word = fc.string({ unit: letter, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 3 }), (pairs) => {
        const asForm = new URLSearchParams(pairs).toString()
        const byHand = pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')
        for (const query of [asForm, byHand])
          expect(readParameters(`?${query}`).map(({ name, value }) => [name, value])).toEqual(pairs)
      }),
    )
  })

  it('a query string of 100 KB are read', () => {
    const filter = '%41'.repeat(35_000)
    expect(readParameters(`?filter=${filter}`)[0]?.value).toHaveLength(35_000)
    expect(readParameters(`?${'a&'.repeat(50_000)}`)).toHaveLength(50_000)
  })
})

describe('the value of a name', () => {
  it.each([
    ['?FORMAT=Entity', 'Entity'],
    ['?x=1&format=Entity&format=Other', 'Entity'],
    ['?format', ''],
    ['?formats=Entity', undefined],
  ])('format in %s is %j', (url, value) => {
    expect(valueOfParameter(readParameters(url), 'format')).toBe(value)
  })
})
