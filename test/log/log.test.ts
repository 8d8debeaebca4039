import { describe, expect, it } from 'vitest'
import { maskUrl } from '../../src/log/mask.ts'
import { requestText, type RequestLine } from '../../src/log/log.ts'

const guid = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff'

describe('a URL is logged without secrets', () => {
  it.each([
    ['/api/jobs?page=1&filter=Name==%22a%22', '/api/jobs?page=1&filter=Name==%22a%22'],
    ['/_mock/events?token=open-sesame', '/_mock/events?token=***'],
    ['/_mock/events?%74oken=open-sesame&a', '/_mock/events?%74oken=***&a'],
    ['/x?a=1?password=hidden', '/x?a=1?password=***'],
    ['/x?url=http%3A%2F%2Fjoe%3Ahidden%40h', '/x?url=http://joe:***@h'],
    [`/api/logonSessions/${guid}`, '/api/logonSessions/***'],
    [`/api/x?href=/logonSessions/${guid}`, '/api/x?href=/logonSessions/***'],
    ['/api/%zz?%zz=%zz', '/api/%zz?%zz=%zz'],
  ])('%s as %s', (url, shown) => {
    expect(maskUrl(url)).toBe(shown)
  })
})

describe('at a terminal, a request is a line', () => {
  const time = new Date('2026-01-15T08:00:00.123Z')
  const plain: RequestLine = {
    world: 'default',
    method: 'GET',
    path: '/api/jobs',
    operation: 'JobList',
    user: 'joe',
    status: 200,
    ms: 3,
    bytes: 4567,
  }
  it.each<[Partial<RequestLine>, string]>([
    [{}, 'GET /api/jobs 200 JobList 3 ms 4567 bytes default joe'],
    [{ user: undefined, operation: undefined }, 'GET /api/jobs 200 3 ms 4567 bytes default'],
    [{ unread: ['foo', 'bar'] }, 'GET /api/jobs 200 JobList 3 ms 4567 bytes default joe unread: foo, bar'],
    [{ status: 0, bytes: 0, cut: true, fault: 'busy' }, 'GET /api/jobs 0 JobList 3 ms 0 bytes default joe cut off fault: busy'],
    [{ user: 'a\u001b[2J\nb' }, 'GET /api/jobs 200 JobList 3 ms 4567 bytes default a␛[2J␊b'],
  ])('%o: %s', (more, text) => {
    expect(requestText(time, { ...plain, ...more })).toBe(`08:00:00.123Z ${text}\n`)
  }) // prettier-ignore
})
