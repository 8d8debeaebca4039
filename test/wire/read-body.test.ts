import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readXml } from '../../src/http/request/read-xml.ts'
import {
  attribute,
  content,
  derived,
  enumeration,
  ignored,
  list,
  dateTime,
  numeric,
  optional,
  repeated,
  struct,
  text,
  timeOfDay,
  boolean,
  uid,
} from '../../src/model/shape.ts'
import { Oddities } from '../../src/wire/oddities.ts'
import { readBody } from '../../src/wire/read-body.ts'
import { jsonWriter } from '../../src/wire/write-json.ts'
import { asRoot, xmlWriter } from '../../src/wire/write-xml.ts'

const shape = struct({
  Extra: derived(optional(text())),
  JobName: text(),
  Kind: enumeration('Everyday', 'WeekDays'),
  RepositoryUid: optional(uid('Repository')),
  Retry: struct({ Times: numeric(), Enabled: attribute(boolean()) }),
  Days: list('Day', struct({ Name: attribute(text()), Value: content(text()) })),
  Months: repeated(text()),
  At: optional(timeOfDay()),
  Until: optional(dateTime()),
})
const guid = 'cbd9a4b6-b9ed-4cd6-a091-75b6481c9d55'
const value = {
  Extra: 'more',
  JobName: 'Café & <Bar>',
  Kind: 'WeekDays',
  RepositoryUid: guid,
  Retry: { Times: 3, Enabled: true },
  Days: [
    { Name: 'Sunday', Value: '1,1' },
    { Name: 'Monday', Value: '' },
  ],
  Months: ['May', 'June'],
  At: 14 * 3600e6,
  Until: 1767225600000000,
} as const

const wanted = { name: 'Spec', shape }
const fromXml = (body: string, isPartial = false) => readBody(readXml(body), { ...wanted, isPartial }, false)
const fromJson = (body: unknown, isPartial = false) => readBody(body, { ...wanted, isPartial }, true)

describe('what was written is read back', () => {
  it('in XML', () => {
    expect(fromXml(asRoot(xmlWriter('Spec', shape)(value, '')))).toEqual(value)
  })

  it.each(['v12', 'v13'] as const)('in JSON of %s', (dialect) => {
    expect(fromJson(JSON.parse(jsonWriter(shape, dialect)(value, '')))).toEqual(value)
  })

  it('whatever the words are', () => {
    const words = struct({ A: text(), B: repeated(text()) })
    const word = fc.string({ unit: 'binary' }).map((it) => it.replace(/[^\x20-\ud7ff]/g, ''))
    fc.assert(
      fc.property(word, fc.array(word), (A, B) => {
        const written = asRoot(xmlWriter('W', words)({ A, B }, ''))
        expect(readBody(readXml(written), { name: 'W', shape: words }, false)).toEqual({ A, B })
      }),
    )
  })
})

const xml = (inner: string) => `<Spec>${inner}</Spec>`
const retry = '<Retry Enabled="true"><Times>1</Times></Retry>'

describe('what is wrong is told with its place', () => {
  it.each([
    ['<Other />', 'at <Other>, <Spec> is expected'],
    [xml('<Name>a</Name>'), 'at Spec, found <Name>, expected JobName, Kind, RepositoryUid, Retry, Days, Months, At, Until, Extra'],
    [xml('<Kind>Everyday</Kind><JobName>a</JobName>'), 'at Spec, <JobName> stands after <Kind>; the order is JobName, Kind, RepositoryUid, Retry, Days, Months, At, Until, Extra'],
    [xml('<JobName>a</JobName><JobName>b</JobName>'), 'at Spec, <JobName> stands there twice'],
    [xml('<JobName><b /></JobName>'), 'at Spec/JobName, found <b>, expected a value'],
    [xml('<Kind>everyday</Kind>'), 'at Spec/Kind, found "everyday", expected one of Everyday, WeekDays'],
    [xml('<Retry><Times>two</Times></Retry>'), 'at Spec/Retry/Times, found "two", expected a number'],
    [xml('<Retry Enabled="maybe" />'), 'at Spec/Retry/@Enabled, found "maybe", expected true or false'],
    [xml('<Retry enabled="true" />'), 'at Spec/Retry, found the attribute enabled, expected Enabled'],
    [xml('<RepositoryUid>urn:veeam:Job:1</RepositoryUid>'), 'at Spec/RepositoryUid, found "urn:veeam:Job:1", expected a UID such as urn:veeam:Repository:<id>'],
    [xml('<Days><Night /></Days>'), 'at Spec/Days, found <Night>, expected <Day>'],
    [xml('<Days><Day Name="Sunday">1</Day><Day>1</Day></Days>'), 'at Spec/Days/Day[2], Name is missing'],
    [xml('<At>teatime</At>'), 'at Spec/At, found "teatime", expected a time of day such as 22:00:00'],
    [xml(`<JobName>a</JobName><Kind>Everyday</Kind>${retry}`), 'at Spec, Days is missing'],
  ])('%s', (body, message) => {
    expect(() => fromXml(body)).toThrow(`The body is not acceptable: ${message}.`)
  }) // prettier-ignore

  it.each([
    [[], 'at Spec, found an array, expected an object'],
    ['a', 'at Spec, found "a", expected an object'],
    [{ JobTitle: 'a' }, 'at Spec, found JobTitle, expected Extra, JobName, Kind, RepositoryUid, Retry, Days, Months, At, Until'],
    [{ Kind: 'Never' }, 'at Spec/Kind, found "Never", expected one of Everyday, WeekDays'],
    [{ Retry: { Times: {} } }, 'at Spec/Retry/Times, found an object, expected a value'],
    [{ Days: { Nights: [] } }, 'at Spec/Days, found Nights, expected Days'],
    [{ Days: { Days: [{ Name: 'a', Value: 'b' }, { Name: 'a' }] } }, 'at Spec/Days/Days[2], Value is missing'],
    [{ Months: 5 }, 'at Spec/Months, found 5, expected an array'],
    [{ JobName: 'a', Kind: null }, 'at Spec, Kind is missing'],
  ])('%j', (body, message) => {
    expect(() => fromJson(body)).toThrow(`The body is not acceptable: ${message}.`)
  }) // prettier-ignore

  it('an XML body where JSON is accepted, and no body at all', () => {
    const root = readXml('<Spec />')
    expect(() => readBody(root, wanted, true)).toThrow('Node [root] does not exist.')
    expect(() => readBody(undefined, wanted, true)).toThrow('Node [root] does not exist.')
    expect(() => readBody(undefined, wanted, false)).toThrow('A body is expected: <Spec>')
  })
})

describe('what an edit may leave out', () => {
  it.each([
    [xml(''), {}],
    [xml('<Retry><Times>5</Times></Retry>'), { Retry: { Times: 5 } }],
    ['<e:Spec xmlns:e="http://www.veeam.com/ent/v1.0" Href="x" Type="Spec"><e:Links><e:Link Rel="Up" Href="y" /></e:Links><e:JobName>b</e:JobName></e:Spec>', { JobName: 'b' }],
  ])('%s', (body, read) => {
    expect(fromXml(body, true)).toEqual(read)
  }) // prettier-ignore

  it.each([
    [{}, {}],
    [{ retry: { times: '5' }, links: null, Href: '', Type: 'Spec' }, { Retry: { Times: 5 } }],
    [{ Extra: null, Days: { Days: null } }, { Days: [] }],
  ])('%j', (body, read) => {
    expect(fromJson(body, true)).toEqual(read)
  })
})

/** What is read of a body where what EM passes over is only named, and what is named. */
const lenient = (body: unknown, isPartial = false) => {
  const odd = new Oddities(false)
  const root = typeof body === 'string' ? readXml(body) : body
  return [readBody(root, { ...wanted, isPartial }, typeof body !== 'string', odd), odd.paths]
}
const days = '<Days><Day Name="Sunday">1</Day></Days>'
const whole = (inner: string) => xml(`<JobName>a</JobName><Kind>Everyday</Kind>${retry}${days}${inner}`)
const minimal = {
  JobName: 'a',
  Kind: 'Everyday',
  Retry: { Times: 1, Enabled: true },
  Days: [{ Name: 'Sunday', Value: '1' }],
  Months: [],
}

describe('what EM passes over is named', () => {
  it.each<[body: string, more: object, named: readonly string[]]>([
    [whole('<Order>1</Order>'), {}, ['Spec/Order']],
    [whole('<Order><Deep><Deeper /></Deep></Order><Order />'), {}, ['Spec/Order']],
    [`<spec>${whole('').slice(6, -7)}</spec>`, {}, ['spec']],
    [xml(`${days}${retry}<Kind>Everyday</Kind><JobName>a</JobName>`), {}, ['Spec/Retry', 'Spec/Kind', 'Spec/JobName']],
    [whole('<JobName>b</JobName>'), {}, ['Spec/JobName']],
    [whole('<months>May</months><MONTHS>June</MONTHS>'), { Months: ['May', 'June'] }, ['Spec/months', 'Spec/MONTHS']],
    [whole('').replace('<Day ', '<Night /><Day a="1" '), {}, ['Spec/Days/Night', 'Spec/Days/Day[2]/@a']],
    [whole('').replace('Enabled=', 'enabled='), {}, ['Spec/Retry/@enabled']],
    [whole('').replace('<Kind>Everyday', '<Kind lang="en">everyday'), {}, ['Spec/Kind/@lang', 'Spec/Kind']],
    [whole('').replace('<JobName>a', '<JobName>a<b>c</b>'), {}, ['Spec/JobName/b']],
    [whole('<Until /><At></At><Extra />'), { Extra: '' }, ['Spec/Until', 'Spec/At']],
    [whole('<Until xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true" />'), {}, []],
    [whole('').replace('<Spec>', '<Spec xsd="a" xsi="b" xmlns="c" xmlns:d="e" d:f="g" Href="h">'), {}, ['Spec/@xsd', 'Spec/@xsi']],
  ])('%s', (body, more, named) => {
    expect(lenient(body)).toEqual([{ ...minimal, ...more }, named])
  }) // prettier-ignore

  const given = { ...minimal, Days: { Days: minimal.Days } }
  it.each<[body: object, more: object, named: readonly string[]]>([
    [{ ...given, Order: 1, Deep: { Deeper: [] } }, {}, ['Spec/Order', 'Spec/Deep']],
    [{ ...given, jobName: 'b' }, {}, ['Spec/jobName']],
    [{ ...given, Kind: 'everyday' }, {}, ['Spec/Kind']],
    [{ ...given, Until: '', At: '' }, {}, ['Spec/Until', 'Spec/At']],
    [{ ...given, Days: { Nights: [], days: minimal.Days } }, {}, ['Spec/Days/Nights', 'Spec/Days/days']],
    [{ ...given, Days: minimal.Days[0], Months: 'May' }, { Months: ['May'], Days: undefined }, ['Spec/Days/Name', 'Spec/Days/Value']],
    [{ ...given, Retry: { ...minimal.Retry, enabled: false, More: [] } }, {}, ['Spec/Retry/enabled', 'Spec/Retry/More']],
  ])('%j', (body, more, named) => {
    expect(lenient(body, true)).toEqual([{ ...minimal, ...more }, named])
  }) // prettier-ignore

  it('but not more of it than anybody reads', () => {
    const many = Array.from({ length: 1000 }, (_, n) => `<E${n} />`).join('')
    expect(lenient(whole(many))).toEqual([minimal, expect.objectContaining({ length: 50 })])
  })

  it.each([
    [xml('<Other />'), 'at Spec, JobName is missing'],
    ['<Other />', 'at <Other>, <Spec> is expected'],
    [whole('').replace('Everyday', 'Never'), 'at Spec/Kind, found "Never", expected one of'],
    [whole('').replace('<Times>1', '<Times>two'), 'at Spec/Retry/Times, found "two", expected a number'],
    [whole('').replace('<Times>1', '<Times>'), 'at Spec/Retry, Times is missing'],
  ])('and nothing sensible is left to do with %s', (body, message) => {
    expect(() => lenient(body)).toThrow(message)
  }) // prettier-ignore
})

describe('what nothing reads may be anything', () => {
  const edit = struct({
    Note: optional(text()),
    Kind: ignored(enumeration('Everyday')),
    Days: ignored(list('Day', struct({ Name: text() }))),
  })
  const read = (body: unknown, isStrict: boolean) => {
    const odd = new Oddities(isStrict)
    const value = readBody(
      typeof body === 'string' ? readXml(body) : body,
      { name: 'Edit', shape: edit },
      typeof body !== 'string',
      odd,
    )
    return [value, odd.paths]
  }
  it.each([
    ['<Edit><Note>a</Note><Kind>Never</Kind><Days><Night x="1" /></Days></Edit>'],
    [{ Note: 'a', Kind: 5, Days: 'none' }],
    [{ Note: 'a' }],
  ])('%j', (body) => {
    expect(read(body, false)).toEqual([{ Note: 'a' }, []])
  })
  it.each([
    ['<Edit><Note>a</Note><Kind>Everyday</Kind><Days><Day><Name>b</Name></Day></Days></Edit>'],
    [{ Note: 'a', Kind: 'Everyday', Days: { Days: [{ Name: 'b' }] } }],
  ])('%j, and must be what it is to be with --strict', (body) => {
    expect(read(body, true)).toEqual([{ Note: 'a' }, []])
    const wrong = JSON.parse(JSON.stringify(body).replace('Everyday', 'Never')) as unknown
    expect(() => read(wrong, true)).toThrow('at Edit/Kind, found "Never"')
  })
})
