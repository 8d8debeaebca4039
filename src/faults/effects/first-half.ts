/** The first half of some bytes. */
export const firstHalf = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length >> 1)
