import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs' // prettier-ignore
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

// Every command of the README is run as it is written, beside a server that `npm start` has started, as a reader does.

const root = resolve(import.meta.dirname, '..')

interface Block {
  /** Its first line, by which it is known here. */
  readonly name: string
  readonly language: string
  readonly text: string
  /** Why it is not run. */
  readonly reason: string | undefined
}

const blocks: readonly Block[] = [
  ...readFileSync(join(root, 'README.md'), 'utf8').matchAll(
    /(?:<!-- not run: ([^>]+) -->\n\n)?^```(sh|js)\n([^]*?)^```$/gm,
  ),
].map(([, reason, language = '', text = '']) => ({
  name: (text.split('\n', 1)[0] ?? '').slice(0, 70),
  language,
  text,
  reason,
}))

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
const whyNot =
  isApart || ((await isFree(9398)) && (await isFree(9399)))
    ? undefined
    : 'ports 9398 and 9399 are in use'

// A command that is refused leaves a trace, though curl itself would be content.
const curl = `#!/bin/sh
'${execFileSync('sh', ['-c', 'command -v curl'], { encoding: 'utf8' }).trim()}' --fail-with-body "$@"
code=$?
[ $code = 0 ] || echo "$code: $*" >>"$FAILED"
exit 0
`
const beside = `${isApart ? 'ip link set lo up\n' : ''}npm start --silent >server.log 2>&1 &
node dist/main.js wait || exit
"$@"
code=$?
kill $! 2>/dev/null
exit $code
`

/** Runs a block in a shell of its own, in a folder that has what the project has. */
async function run({ language, text }: Block) {
  const folder = mkdtempSync(join(tmpdir(), 'readme-'))
  const failed = join(folder, 'failed')
  for (const name of ['dist', 'package.json', 'node_modules', 'build.mjs'])
    symlinkSync(join(root, name), join(folder, name))
  writeFileSync(join(folder, 'curl'), curl)
  chmodSync(join(folder, 'curl'), 0o755)
  const file = language === 'sh' ? 'block.sh' : 'block.mjs'
  writeFileSync(join(folder, file), text)
  const words = ['sh', '-c', beside, 'sh', ...(language === 'sh' ? ['sh', '-eu'] : ['node']), file]
  const [program = '', ...rest] = isApart ? ['unshare', ...apart, ...words] : words
  const child = spawn(program, rest, {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { HOME: folder, PATH: `${folder}:${process.env['PATH']}`, FAILED: failed },
  })
  let told = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (told += data.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  const refused = existsSync(failed) ? readFileSync(failed, 'utf8').split(/^(?=\d+: )/m) : []
  rmSync(folder, { recursive: true })
  return { code, told, refused }
}

describe('the README', () => {
  it('has its commands in blocks', () => {
    expect(blocks.filter(({ reason }) => reason === undefined).length).toBeGreaterThan(10)
  })

  const runnable = blocks.filter(({ reason }) => reason === undefined)
  it.skipIf(whyNot !== undefined).each(runnable)(
    whyNot === undefined ? '$language: $name' : `$language: $name (skipped: ${whyNot})`,
    async (block) => {
      const { code, told, refused } = await run(block)
      expect(code, told).toBe(0)
      // What is refused on purpose is said to be.
      const meant = block.text.match(/# 4\d\d$/gm) ?? []
      expect(refused, `${told}\n${refused.join('\n')}`).toHaveLength(meant.length)
      expect(told).not.toMatch(/not found|TypeError/)
    },
  )

  it.skip.each(blocks.filter(({ reason }) => reason !== undefined))(
    '$language: $name (not run: $reason)',
    () => undefined,
  )
})
