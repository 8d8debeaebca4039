// What dist/ is made of, whether it is made of that now, and how another comes into its place.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const sources = [
  'src',
  'grammar',
  'seed-data',
  'build',
  'licenses',
  'build.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const STAMP = '.made-of'

/** A digest of all that is built from, of its contents and not its times: a fresh clone is as new as an old one. */
export function madeOf() {
  const digest = createHash('sha256')
  for (const file of sources.flatMap(filesIn)) {
    const text = readFileSync(file)
    digest.update(`${file} ${text.length}\n`).update(text)
  }
  return digest.digest('hex')
}

/** Whether a folder was built of that, and all of it is still there. */
export function isUpToDate(folder, made) {
  if (!existsSync(join(folder, STAMP))) return false
  const [first, ...files] = readFileSync(join(folder, STAMP), 'utf8').trim().split('\n')
  return first === made && files.every((file) => existsSync(join(folder, file)))
}

/** Writes down in a folder what it was built of, and what is in it. */
export function stamp(folder, made) {
  const files = filesIn(folder).map((file) => file.slice(folder.length + 1))
  writeFileSync(join(folder, STAMP), `${[made, ...files].join('\n')}\n`)
}

/** Has a folder be where another is, or was. Of two that come at once, the later one stays. */
export function putInPlace(next, folder) {
  const last = `${next}-last`
  for (;;) {
    try {
      renameSync(folder, last)
    } catch (error) {
      if (error.code !== 'ENOENT') throw error
    }
    try {
      renameSync(next, folder)
      break
    } catch (error) {
      // Another has come in between.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    }
    rmSync(last, { recursive: true, force: true })
  }
  rmSync(last, { recursive: true, force: true })
}

function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`))
}
