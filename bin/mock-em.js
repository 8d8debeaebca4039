#!/usr/bin/env node
// The command, in a file that is there before anything is built: npm makes its links when a package comes, and never again.
import { existsSync } from 'node:fs'

const program = new URL('../dist/main.js', import.meta.url)
if (existsSync(program)) await import(program.href)
else {
  const clone = import.meta.dirname.replace(/bin$/, '')
  process.stderr.write(`mock-em is not built yet. In ${clone}: npm ci && npm run build\n`)
  process.exitCode = 1
}
