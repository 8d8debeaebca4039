import { mkdtemp, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

type Content = string | AsyncIterable<string>

/**
 * Writes a file whole or not at all: beside it first, and then in its place, so that what was there stays if the disk is
 * full. What is no file, such as a pipe, is written to as it is. Rejects with Node's own error.
 */
export async function writeWhole(path: string, content: Content): Promise<void> {
  const known = await stat(path).catch(() => undefined)
  if (known?.isFile() === false) return writeFile(path, content)
  // A link stays, and leads to what is new.
  const place = known === undefined ? path : await realpath(path)
  const beside = await mkdtemp(`${place}.`)
  try {
    const whole = join(beside, 'whole')
    await writeFile(whole, content, known === undefined ? {} : { mode: known.mode })
    await rename(whole, place)
  } finally {
    await rm(beside, { recursive: true })
  }
}
