import type { Guest, GuestFile } from './tree.ts'

const LINES = 64

/** What a file holds: as many bytes as it is long, other ones whenever it was written anew; the same lines over and over. */
export function bytesOf(guest: Guest, path: readonly string[], file: GuestFile): Buffer {
  const address = ['guest', guest.machine, ...path, String(file.modified)]
  const lines = Array.from({ length: LINES }, (_, n) =>
    guest
      .draw(0, 2 ** 31, ...address, String(n))
      .toString(36)
      .padStart(7, '0'),
  )
  return Buffer.alloc(file.size, `${lines.join('\n')}\n`)
}
