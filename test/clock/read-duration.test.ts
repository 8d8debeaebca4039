import { describe, expect, it } from 'vitest'
import { readDuration, sayDuration } from '../../src/clock/read-duration.ts'

describe('a length of time', () => {
  it.each([
    ['PT2H', 7200],
    ['pt1h30m', 5400],
    ['P31D', 31 * 86400],
    ['P1W', 7 * 86400],
    ['P1DT0.5S', 86400.5],
    ['PT0,25S', 0.25],
    ['90s', 90],
    ['15m', 900],
    ['2H', 7200],
    ['1.5d', 129600],
    ['PT0S', 0],
    ['0s', 0],
  ])('%s is %d seconds', (text, seconds) => {
    expect(readDuration(text)).toBe(seconds * 1e6)
  })

  it.each(['', 'P', 'PT', '-5m', '5', 'P1M', 'P1Y', 'PT1H ', '1h30m', 'P1DT'])('%j is none', (text) => {
    expect(readDuration(text)).toBeUndefined()
  })

  it('that lacks its unit is told so', () => {
    expect(sayDuration('2')).toBe('a length of time with its unit, such as 2s, 2m or PT2S')
  })
})
