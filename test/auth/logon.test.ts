import { describe, expect, it } from 'vitest'
import { readBasic, readToken } from '../../src/auth/credentials.ts'
import { roleOf, type User } from '../../src/auth/roles.ts'
import { isBefore1_6, readVersion, versionsOf } from '../../src/auth/versions.ts'

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

describe('an Authorization header', () => {
  it.each([
    [basic('admin:secret'), 'admin', 'secret'],
    [basic('SRV12\\Administrator:secret'), 'SRV12\\Administrator', 'secret'],
    [basic('admin:a:b:'), 'admin', 'a:b:'],
    [basic('admin:'), 'admin', ''],
    [basic(':secret'), '', 'secret'],
    [basic('Jürgen:Größe€😀'), 'Jürgen', 'Größe€😀'],
    ['basic YWRtaW46c2VjcmV0', 'admin', 'secret'],
    ['BASIC   YWRtaW46c2VjcmV0  ', 'admin', 'secret'],
    ['Basic YTpiYw==', 'a', 'bc'],
    ['Basic YTpiYw', 'a', 'bc'],
  ])('%s names its user', (header, name, password) => {
    expect(readBasic(header)).toEqual({ name, password })
  })

  it.each([
    undefined,
    '',
    'Basic',
    'Basic ',
    'Basic !!!!',
    'Basic YWRtaW4=',
    'Basic YWRtaW46 c2VjcmV0',
    'Bearer YWRtaW46c2VjcmV0',
    'YWRtaW46c2VjcmV0',
    'Digest username="admin"',
    'Basic YWRtaW46c2VjcmV0\0',
  ])('%j names nobody', (header) => {
    expect(readBasic(header)).toBeUndefined()
  })

  it('of a megabyte is read as any other', () => {
    expect(readBasic(basic(`admin:${'x'.repeat(1 << 20)}`))?.password).toHaveLength(1 << 20)
    expect(readBasic(`Basic${' '.repeat(1 << 20)}!`)).toBeUndefined()
  })
})

describe('the token of a request', () => {
  it.each<[string | undefined, string | undefined, string | undefined]>([
    [undefined, undefined, undefined],
    [undefined, 'abc', 'abc'],
    ['X-RestSvcSessionId=abc', undefined, 'abc'],
    ['X-RestSvcSessionId=abc', 'other', 'abc'],
    ['x-restsvcsessionid=abc;', 'other', 'abc'],
    ['theme=dark; X-RestSvcSessionId=abc; lang=de', 'other', 'abc'],
    ['theme=dark;X-RestSvcSessionId=abc', undefined, 'abc'],
    ['X-RestSvcSessionId=YQ==; a=b', undefined, 'YQ=='],
    ['X-RestSvcSessionId= abc ', undefined, 'abc'],
    ['X-RestSvcSessionId=first; X-RestSvcSessionId=second', undefined, 'first'],
    ['theme=dark', 'abc', 'abc'],
    ['My-X-RestSvcSessionId=no', 'abc', 'abc'],
    ['a=X-RestSvcSessionId=no', 'abc', 'abc'],
    ['', ' abc ', 'abc'],
  ])('with the cookie %j and the header %j is %j', (cookie, header, token) => {
    expect(readToken(cookie, header)).toBe(token)
  })
})

describe('with no users configured', () => {
  it.each([
    ['admin', 'x', 'Portal Administrator'],
    ['anyone at all', ' ', 'Portal Administrator'],
    ['portal-user', 'x', 'Portal User'],
    ['Portal-User', 'x', 'Portal User'],
    ['restore-operator', 'x', 'Restore Operator'],
    ['admin', 'Wrong', 'Portal Administrator'],
    ['wrong', 'x', 'Portal Administrator'],
    ['toString', 'x', 'Portal Administrator'],
    ['__proto__', 'x', 'Portal Administrator'],
    ['constructor', 'x', 'Portal Administrator'],
    ['admin', 'wrong', undefined],
    ['portal-user', 'wrong', undefined],
    ['admin', '', undefined],
    ['', 'x', undefined],
    ['', '', undefined],
  ])('%j with the password %j is %s', (name, password, role) => {
    expect(roleOf(name, password, [])).toBe(role)
  })
})

describe('with users configured', () => {
  const users: readonly User[] = [
    { name: 'ana', password: 'secret', role: 'Restore Operator' },
    { name: 'portal-user', password: 'wrong', role: 'Portal Administrator' },
  ]
  it.each([
    ['ana', 'secret', 'Restore Operator'],
    ['portal-user', 'wrong', 'Portal Administrator'],
    ['ana', 'Secret', undefined],
    ['ana', '', undefined],
    ['Ana', 'secret', undefined],
    ['admin', 'x', undefined],
  ])('%j with the password %j is %s', (name, password, role) => {
    expect(roleOf(name, password, users)).toBe(role)
  })
})

describe('the version of a logon', () => {
  it.each<[readonly string[], string | undefined]>([
    [[], 'v1_7'],
    [['latest'], 'v1_7'],
    [['LATEST'], 'v1_7'],
    [[''], 'v1_7'],
    [['v1_5'], 'v1_5'],
    [['V1_6'], 'v1_6'],
    [['v1_7'], 'v1_7'],
    [['', 'v1_5'], 'v1_5'],
    [['v1_6', 'v1_5'], 'v1_6'],
    [['latest', 'v1_5'], 'v1_7'],
    [['v1_2'], 'v1_2'],
    [['v1_4', 'v1_7'], 'v1_4'],
    [['v1_1'], undefined],
    [['v1_8'], undefined],
    [['1.7'], undefined],
    [['newest'], undefined],
  ])('of %j is %s', (asked, version) => {
    expect(readVersion(asked)).toBe(version)
  })

  it('is listed if it is not an old one, or those are asked for', () => {
    expect(versionsOf(false)).toEqual(['v1_5', 'v1_6', 'v1_7'])
    expect(versionsOf(true)).toEqual(['v1_2', 'v1_3', 'v1_4', 'v1_5', 'v1_6', 'v1_7'])
  })

  it('is before 1.6 up to v1_5', () => {
    expect(versionsOf(true).filter(isBefore1_6)).toEqual(['v1_2', 'v1_3', 'v1_4', 'v1_5'])
  })
})
