// Builds dist/ if what it is made of has changed: beside it, and then in its place. A program that runs meanwhile, and a
// build that is broken off, find it as it was.
import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { promisify } from 'node:util'
import { isUpToDate, madeOf, putInPlace, stamp } from './build/place.mjs'

process.chdir(import.meta.dirname)
const made = madeOf()
if (!isUpToDate('dist', made)) await build()

async function build() {
  const beside = mkdtempSync('.build-')
  // A folder for the time being is its maker's alone; whoever runs the program may read it.
  chmodSync(beside, 0o755)
  const running = []
  process.on('exit', () => {
    for (const child of running) child.kill()
    rmSync(beside, { recursive: true, force: true })
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1))
  const run = (...args) => {
    const ended = promisify(execFile)(process.execPath, [...args, beside])
    running.push(ended.child)
    return ended
  }
  // Three programs, since a machine has two cores and more.
  await Promise.all([
    run('build/program.mjs'),
    run('build/declarations.mjs'),
    run('--import', 'tsx', 'build/documents.ts'),
  ])
  stamp(beside, made)
  putInPlace(beside, 'dist')
}
