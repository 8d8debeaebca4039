const { imul } = Math

const lanes = new Int32Array(4)

/**
 * A seed and an address as 128 well-mixed bits (four multiplicative lanes, as in cyrb128). Parts are kept apart, so
 * `['ab', 'c']` and `['a', 'bc']` differ. Fast, not cryptographic. The words returned are overwritten by the next call.
 */
export function hash(seed: number, address: readonly string[]): Int32Array {
  // A seed may have 53 bits.
  let a = 0x9e3779b9 ^ seed
  let b = 0x243f6a88 ^ (seed / 0x100000000)
  let c = 0xb7e15162
  let d = 0xdeadbeef
  for (const part of address) {
    const { length } = part
    // Two characters a step: addresses are mostly ids, and start-up hashes a million characters.
    for (let i = 0; i < length; i += 2) {
      const code = part.charCodeAt(i) | (part.charCodeAt(i + 1) << 16)
      a = b ^ imul(a ^ code, 0x238f1253)
      b = c ^ imul(b ^ code, 0xa3bb19c5)
      c = d ^ imul(c ^ code, 0x85ebca6b)
      d = a ^ imul(d ^ code, 0xc2b2ae35)
    }
    a = imul(a ^ 0x10000 ^ length, 0x9e3779b1)
  }
  a = imul(c ^ (a >>> 18), 0x238f1253)
  b = imul(d ^ (b >>> 22), 0xa3bb19c5)
  c = imul(a ^ (c >>> 17), 0x85ebca6b)
  d = imul(b ^ (d >>> 19), 0xc2b2ae35)
  a ^= b ^ c ^ d
  lanes[0] = mix(a)
  lanes[1] = mix(b ^ a)
  lanes[2] = mix(c ^ a)
  lanes[3] = mix(d ^ a)
  return lanes
}

/** Spreads every bit of a word over all of it (the finisher of murmur3). */
function mix(word: number): number {
  let h = word
  h = imul(h ^ (h >>> 16), 0x85ebca6b)
  h = imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
