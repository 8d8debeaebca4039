/** Bytes; a page of a hundred entities takes about 150 KB. */
const SIZE = 256 << 10
/** More would only lie about: so many answers are rarely on their way at once. */
const MOST = 16

const free: Buffer[] = []
const pooled = new WeakSet<ArrayBufferLike>()

/** A buffer of at least that size, whatever may stand in it: making one costs more than filling it (`bench/`). */
export function acquireBuffer(size: number): Buffer {
  if (size > SIZE) return Buffer.allocUnsafeSlow(size)
  const kept = free.pop()
  if (kept !== undefined) return kept
  const made = Buffer.allocUnsafeSlow(SIZE)
  pooled.add(made.buffer)
  return made
}

/** To be called once for what was borrowed, when nobody reads it any more; one that never comes back is simply gone. */
export function releaseBuffer(bytes: Buffer): void {
  if (pooled.has(bytes.buffer) && free.length < MOST) free.push(Buffer.from(bytes.buffer))
}
