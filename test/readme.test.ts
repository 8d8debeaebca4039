import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

// Every command of the README and of the pages beside it is run as it is written: a page's from its first to its last, beside
// a server that `npm start` has started for it, as a reader does.

const root = resolve(import.meta.dirname, '..')

interface Block {
  /** Its first line, by which it is known here. */
  readonly name: string
  readonly language: string
  readonly text: string
  /** Why it is not run. */
  readonly reason: string | undefined
}

interface Page {
  readonly path: string
  readonly runnable: readonly Block[]
  readonly others: readonly Block[]
}

const pages: readonly Page[] = ['README.md', ...pagesIn('docs')]
  .map((path) => ({ path, blocks: blocksOf(path) }))
  .filter(({ blocks }) => blocks.length > 0)
  .map(({ path, blocks }) => ({
    path,
    runnable: blocks.filter(({ reason }) => reason === undefined),
    others: blocks.filter(({ reason }) => reason !== undefined),
  }))

function pagesIn(folder: string): readonly string[] {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'))
  return names.map((name) => `${folder}/${name}`)
}

function blocksOf(path: string): readonly Block[] {
  const form = /(?:<!-- not run: ([^>]+) -->\n\n)?^```(sh|js|ts)\n([^]*?)^```$/gm
  return [...readFileSync(join(root, path), 'utf8').matchAll(form)].map(([, reason, language = '', text = '']) => ({
    name: (text.split('\n', 1)[0] ?? '').slice(0, 70),
    language,
    text,
    reason,
  }))
}

/** A network, and processes, of its own for each: the ports are the usual ones. Ended with its first process. */
const apart = ['-r', '-n', '-p', '-f', '--kill-child']
const isApart = spawnSync('unshare', [...apart, 'ip', 'link', 'set', 'lo', 'up']).status === 0

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  const [event] = await Promise.race([
    once(server, 'listening').then(() => ['listening']),
    once(server, 'error').then(() => ['error']),
  ])
  server.close()
  return event === 'listening'
}
const whyNot = isApart || ((await isFree(9398)) && (await isFree(9399))) ? undefined : 'ports 9398 and 9399 are in use'

// A command that is refused leaves a trace, though curl itself would be content.
const curl = `#!/bin/sh
'${execFileSync('sh', ['-c', 'command -v curl'], { encoding: 'utf8' }).trim()}' --fail-with-body "$@"
code=$?
[ $code = 0 ] || echo "$code: $*" >>"$FAILED"
exit 0
`
const beside = `${isApart ? 'ip link set lo up\n' : ''}npm start --silent >server.log 2>&1 &
node dist/main.js wait --timeout 300s || exit
. ./page.sh
kill $! 2>/dev/null
`

/** How a block is run in its file, by its language. What is TypeScript is checked by the compiler before. */
const commands: Readonly<Record<string, (file: string) => string>> = {
  sh: (file) => `sh -eu ${file}`,
  js: (file) => `node ${file}`,
  ts: (file) =>
    `node node_modules/typescript/bin/tsc --noEmit --strict --module nodenext --target es2023 --types node ${file} && node node_modules/tsx/dist/cli.mjs ${file}`,
}
const endings: Readonly<Record<string, string>> = { sh: 'sh', js: 'mjs', ts: 'mts' }

/** What came of a block. */
interface Outcome {
  /** Its exit code; undefined if it was never begun. */
  readonly code: number | undefined
  readonly told: string
  /** The commands of curl that were refused. */
  readonly refused: readonly string[]
}

/** Runs the blocks of a page, each in a shell of its own, in a folder that has what the project has. */
async function run(blocks: readonly Block[]): Promise<readonly Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'readme-'))
  for (const name of ['dist', 'package.json', 'node_modules', 'build.mjs'])
    symlinkSync(join(root, name), join(folder, name))
  writeFileSync(join(folder, 'curl'), curl)
  chmodSync(join(folder, 'curl'), 0o755)
  const lines = blocks.map(({ language, text }, n) => {
    const file = `block-${n}.${endings[language]}`
    writeFileSync(join(folder, file), text)
    return `(export FAILED="$PWD/failed-${n}"; ${commands[language]?.(file)}) >told-${n} 2>&1\necho $? >code-${n}\n`
  })
  // The server is the one that $! means, whatever a block begins: those have shells of their own.
  writeFileSync(join(folder, 'page.sh'), lines.join(''))
  const words = ['sh', '-c', beside]
  const [program = '', ...rest] = isApart ? ['unshare', ...apart, ...words] : words
  const child = spawn(program, rest, {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { HOME: folder, PATH: `${folder}:${process.env['PATH']}` },
  })
  let told = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (told += data.toString()))
  await once(child, 'close')
  const read = (name: string): string | undefined =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined
  const outcomes = blocks.map((_, n) => {
    const code = read(`code-${n}`)
    return {
      code: code === undefined ? undefined : Number(code),
      told: read(`told-${n}`) ?? `${told}${read('server.log') ?? ''}`,
      refused: read(`failed-${n}`)?.split(/^(?=\d+: )/m) ?? [],
    }
  })
  rmSync(folder, { recursive: true })
  return outcomes
}

/** Pages with networks of their own are run all at once, others one after the other. */
const begun = new Map<string, Promise<readonly Outcome[]>>()
function outcomesOf(path: string, runnable: readonly Block[]): Promise<readonly Outcome[]> {
  for (const each of isApart ? pages : [{ path, runnable }])
    if (!begun.has(each.path)) begun.set(each.path, run(each.runnable))
  return begun.get(path)!
}

/** What is not built yet would be built by each of the pages. */
let isBuilt = false
function buildOnce(): void {
  if (!isBuilt) execFileSync(process.execPath, ['build.mjs'], { cwd: root })
  isBuilt = true
}

it('the pages have their commands in blocks', () => {
  const withBlocks = pages.filter(({ runnable }) => runnable.length > 0).map(({ path }) => path)
  expect(withBlocks).toEqual(expect.arrayContaining(['README.md', 'docs/clients.md', 'docs/faults.md', 'docs/time.md']))
})

describe.each(pages)('$path', ({ path, runnable, others }) => {
  let outcomes: readonly Outcome[] = []
  beforeAll(async () => {
    buildOnce()
    outcomes = await outcomesOf(path, runnable)
  })

  it.skipIf(whyNot !== undefined).each(runnable.map((block, n) => ({ ...block, n })))(
    whyNot === undefined ? '$language: $name' : `$language: $name (skipped: ${whyNot})`,
    ({ text, n }) => {
      const { code, told, refused } = outcomes[n]!
      expect(code, told).toBe(0)
      // What is refused on purpose is said to be.
      const meant = text.match(/# [45]\d\d$/gm) ?? []
      expect(refused, `${told}\n${refused.join('\n')}`).toHaveLength(meant.length)
      expect(told).not.toMatch(/not found|TypeError/)
    },
  )

  it.skip.each(others)('$language: $name (not run: $reason)', () => undefined)
})
