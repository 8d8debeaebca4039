import { describe, expect, it } from 'vitest'
import { mediaTypeOf } from '../../src/wire/accept.ts'

describe('an answer is in', () => {
  it.each<['xml' | 'json', string | undefined]>([
    ['xml', undefined],
    ['xml', ''],
    ['xml', '*/*'],
    ['xml', 'application/*'],
    ['xml', 'application/xml'],
    ['xml', 'text/xml'],
    ['xml', 'text/html'],
    ['xml', 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8'],
    ['xml', 'application/xml, application/json;q=0.9'],
    ['xml', 'application/json;q=0'],
    ['xml', 'application/json;q=0, */*'],
    ['xml', 'application/json;q=0.0, application/xml;q=0.1'],
    ['xml', 'application/json;q=2'],
    ['xml', 'application/json;q=high'],
    ['xml', 'application/jsonp'],
    ['xml', 'json'],
    ['xml', ';;;,,,q=1'],
    ['xml', '\0\uffff'],
    ['json', 'application/json'],
    ['json', 'Application/JSON'],
    ['json', 'application/json; charset=utf-8'],
    ['json', 'application/json, text/plain, */*'],
    ['json', '*/*, application/json;q=0.1'],
    ['json', 'text/json'],
    ['json', 'application/hal+json'],
    ['json', 'application/xml, application/json'],
    ['json', 'application/json, application/xml'],
    ['json', 'application/xml;q=0.5,application/json;q=0.6'],
    ['json', 'application/json;Q=0.6 , application/xml ; q=0.5'],
    ['json', 'application/xml;q=0, application/json;q=0.001'],
  ])('%s for Accept: %j', (mediaType, accept) => {
    expect(mediaTypeOf(accept)).toBe(mediaType)
  })
})
