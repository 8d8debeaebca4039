import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inJson, numeric, onlyJson, optional, struct, text, type Shape } from '../../src/model/shape.ts'
import { HOLE } from '../../src/wire/write-xml.ts'
import { jsonWriter, jsonName } from '../../src/wire/write-json.ts'
import { jsonOf, spelling } from './oracle.ts'
import { oddText, sampleOf } from './shapes.ts'

const base = 'http://em:9399/api'

describe('JSON', () => {
  it.each(['v12', 'v13'] as const)('is what JSON.stringify writes, in %s', (dialect) => {
    fc.assert(
      fc.property(sampleOf(oddText), ({ shape, value }) => {
        const expected = JSON.stringify(jsonOf(shape, value, base, spelling[dialect]))
        const written = jsonWriter(shape, dialect)(value, base)
        expect(written.replace(HOLE, () => '"ROWS"')).toBe(expected)
        expect(written === '' || JSON.parse(expected)).toBeTruthy()
      }),
      { numRuns: 200 },
    )
  })

  it('has the same values in both dialects', () => {
    const lower = (json: string): unknown =>
      JSON.parse(json, (_key, value: unknown) =>
        value === null || typeof value !== 'object' || Array.isArray(value)
          ? value
          : Object.fromEntries(Object.entries(value).map(([key, member]) => [key.toLowerCase(), member as unknown])),
      )
    fc.assert(
      fc.property(sampleOf(oddText), ({ shape, value }) => {
        const [v12, v13] = (['v12', 'v13'] as const).map((dialect) =>
          lower(jsonWriter(shape, dialect)(value, base).replace(HOLE, '1')),
        )
        expect(v13).toEqual(v12)
      }),
      { numRuns: 100 },
    )
  })

  it.each([
    ['UID', 'uid'],
    ['Href', 'href'],
    ['NASJobs', 'nasJobs'],
    ['VmName', 'vmName'],
    ['VAppRestorePoints', 'vAppRestorePoints'],
    ['VCloudOrganizationConfigs', 'vCloudOrganizationConfigs'],
    ['VSphereSelfServiceConfigs', 'vSphereSelfServiceConfigs'],
    ['CreationTimeUTC', 'creationTimeUTC'],
    ['CreationTimeUtc', 'creationTimeUtc'],
    ['SupportedVersions', 'supportedVersions'],
    ['EnterpiseRoles', 'enterpiseRoles'],
    ['PagingInfo', 'pagingInfo'],
    ['FSFileExcludeOptions', 'fsFileExcludeOptions'],
    ['RetrySpecified1', 'retrySpecified1'],
    ['IsRetry', 'isRetry'],
  ])('spells %s as %s from EM 13 on, as it is before', (name, camel) => {
    expect([jsonName(name, 'v12'), jsonName(name, 'v13')]).toEqual([name, camel])
  })

  it.each<[string, Shape, unknown, string]>([
    ['an absent text', struct({ A: optional(text()) }), {}, '{"A":null}'],
    ['an absent number', struct({ A: optional(numeric()), B: text() }), { B: '' }, '{"B":""}'],
    ['what is only in JSON', struct({ A: onlyJson(null), B: onlyJson('') }), {}, '{"A":null,"B":""}'],
    ['a name that clashes', struct({ A: inJson('A1', text()) }), { A: 'x' }, '{"A1":"x"}'],
    ['nothing at all', struct({ A: optional(numeric()) }), {}, '{}'],
    ['a lone surrogate', text(), '\ud800', '"\\ud800"'],
    ['a number', numeric(), 5.83, '5.83'],
    ['minus one', numeric(), -1, '-1'],
    ['many bytes', numeric(), 107355303936, '107355303936'],
  ])('writes %s', (_what, shape, value, written) => {
    expect(jsonWriter(shape, 'v12')(value, base)).toBe(written)
  })
})
