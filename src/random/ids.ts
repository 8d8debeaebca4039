import { hash } from './hash.ts'

const digits = Buffer.from('0123456789abcdef', 'latin1')
const guid = Buffer.from('00000000-0000-4000-8000-000000000000', 'latin1')

/**
 * The id of a thing: a GUID that looks like any of version 4, but is always the same for the seed, the type and the
 * thing's natural name, such as `('Job', 'vbr01.example.net', 'Backup Job 2')`.
 */
export function idOf(seed: number, ...name: readonly [type: string, ...name: string[]]): string {
  const [a = 0, b = 0, c = 0, d = 0] = hash(seed, name)
  write(a, 0, 8)
  write(b >>> 16, 9, 4)
  write(b, 14, 4)
  guid[14] = 0x34 // version 4
  write(((c >>> 16) & 0x3fff) | 0x8000, 19, 4)
  write(c, 24, 4)
  write(d, 28, 8)
  // Through bytes: a text put together of pieces would stay in pieces, ten times the size.
  return guid.toString('latin1')
}

function write(word: number, at: number, length: number): void {
  let rest = word
  for (let place = at + length - 1; place >= at; place--) {
    guid[place] = digits[rest & 15] ?? 0
    rest >>>= 4
  }
}
