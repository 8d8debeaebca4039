import { hash, type Lanes } from './hash.ts'

const digits = Buffer.from('0123456789abcdef', 'latin1')
const guid = Buffer.from('00000000-0000-4000-8000-000000000000', 'latin1')

/**
 * The id of a thing: a GUID that looks like any of version 4, but is always the same for the seed, the type and the
 * thing's natural name, such as `('Job', 'vbr01.example.net', 'Backup Job 2')`.
 */
export function idOf(seed: number, type: string, ...name: readonly string[]): string {
  return writeGuid(hash(seed, ['id', type, ...name]))
}

// Through bytes: a text put together of pieces would stay in pieces, ten times the size.
function writeGuid({ a, b, c, d }: Lanes): string {
  write(a, 0, 8)
  write(b >>> 16, 9, 4)
  write(b & 0xffff, 14, 4)
  guid[14] = 0x34 // version 4
  write(((c >>> 16) & 0x3fff) | 0x8000, 19, 4)
  write(c & 0xffff, 24, 4)
  write(d, 28, 8)
  return guid.toString('latin1')
}

function write(word: number, at: number, length: number): void {
  let rest = word
  for (let place = at + length - 1; place >= at; place--) {
    guid[place] = digits[rest & 15] ?? 0
    rest >>>= 4
  }
}
