import { expect, it } from 'vitest'
import { banner } from '../../src/cli/banner.ts'

const em = {
  url: 'http://127.0.0.1:9399',
  httpUrl: 'http://127.0.0.1:9399',
  httpsUrl: undefined,
  scenario: 'docs',
  seed: 1,
  now: '2025-08-16T13:30:00Z',
}

it.each<[string, string | undefined, boolean, string | undefined]>([
  ['without a token', undefined, true, "curl -sN 'http://127.0.0.1:9399/_mock/events'"],
  ['with a token, as it is', 'a&b', true, "curl -sN 'http://127.0.0.1:9399/_mock/events?token=a%26b'"],
  ['unless there is none', undefined, false, undefined],
])('a terminal is told how to listen, %s', (_what, token, control, line) => {
  const said = banner({ ...em, token }, { user: [], control })
  expect(/curl -sN .*/.exec(said)?.[0]?.replaceAll("'", '')).toBe(line?.replaceAll("'", ''))
})
