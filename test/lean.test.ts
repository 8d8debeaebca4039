import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'

// What a start does not need is begun when it is needed: the filter's parser, the maker of certificates, the reader of JSON.

/** The modules of the program that a start has begun, each by its path: esbuild names the function after it that begins it. */
async function begunByStart(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mock-em-lean-'))
  const ports = ['--http-port', '0', '--https-port', '0']
  const child = spawn(process.execPath, ['dist/main.js', ...ports], {
    env: { NODE_V8_COVERAGE: folder },
  })
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  await once(child, 'close')
  const [file = ''] = readdirSync(folder)
  const { result } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Coverage
  rmSync(folder, { recursive: true })
  return result
    .filter(({ url }) => url.endsWith('/program.cjs'))
    .flatMap(({ functions }) => functions)
    .filter(({ ranges: [whole] }) => whole !== undefined && whole.count > 0)
    .map(({ functionName }) => functionName)
    .filter((name) => name.includes('/'))
}

interface Coverage {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly {
      readonly functionName: string
      readonly ranges: readonly { readonly count: number }[]
    }[]
  }[]
}

let begun: readonly string[] = []
beforeAll(async () => {
  begun = await begunByStart()
})

it('a start begins with what it needs', () => {
  expect(begun).toContain('node_modules/fastify/fastify.js')
})

it.each(['node_modules/chevrotain/', 'node_modules/@peculiar/x509/', 'node_modules/jsonc-parser/'])(
  'a start begins with nothing of %s',
  (library) => {
    expect(readFileSync('dist/program.cjs', 'utf8')).toContain(`// ${library}`)
    expect(begun.filter((name) => name.startsWith(library))).toEqual([])
  },
)
