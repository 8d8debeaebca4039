import { mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeWhole } from '../../src/cli/commands/write-whole.ts'

let folder: string
beforeEach(async () => (folder = await realpath(await mkdtemp(join(tmpdir(), 'mock-em-whole-')))))
afterEach(() => rm(folder, { recursive: true }))

// eslint-disable-next-line @typescript-eslint/require-await -- as a disk that is full after the first half
async function* tillFull() {
  yield 'half of '
  throw new Error('ENOSPC')
}

it('a file that cannot be written whole stays as it was, and nothing is left beside it', async () => {
  const path = join(folder, 'world.json')
  await writeWhole(path, 'old')
  await expect(writeWhole(path, tillFull())).rejects.toThrow('ENOSPC')
  expect(await readFile(path, 'utf8')).toBe('old')
  await expect(writeWhole(join(folder, 'new.json'), tillFull())).rejects.toThrow('ENOSPC')
  expect(await readdir(folder)).toEqual(['world.json'])
})

it('a link stays one, and leads to what is new', async () => {
  const [path, link] = [join(folder, 'world.json'), join(folder, 'latest.json')]
  await writeFile(path, 'old')
  await symlink(path, link)
  await writeWhole(link, 'new')
  expect(await readFile(path, 'utf8')).toBe('new')
  expect(await realpath(link)).toBe(path)
})
