import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyFolder, emptyProject, install, removeFolders, root, run, runWell, tarball } from './packed.ts'
import { installRuntimes, nodeIn, nodes, othersIn } from './runtimes.ts'

// The package as strangers have it: packed, installed in an empty folder, under every compiler, runtime and runner. Projects
// come and are tried beside each other; what shares a folder is tried in turn.

const clone = emptyFolder('clone')

/** Has a runner wait however slow the machine is. */
const patiently: Readonly<Record<string, string>> = {
  jest: '--testTimeout=300000',
  playwright: '--timeout=300000',
  vitest: '--testTimeout=300000',
}

beforeAll(async () => {
  // An example needs no more of the clone that it is in than what is in the package.
  await runWell(clone, ['tar', '-xzf', await tarball(), '--strip-components=1'])
  cpSync(join(root, 'examples'), join(clone, 'examples'), {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  })
})

afterAll(removeFolders)

/** A project that has the package and others, and files from beside this one. */
async function projectWith(packages: readonly string[], files: string): Promise<string> {
  const project = emptyProject(files)
  await install(project, await tarball(), ...packages)
  cpSync(join(root, 'test/package', files), project, { recursive: true })
  return project
}

describe.concurrent('a compiler', () => {
  let project: string
  beforeAll(async () => {
    const compilers = ['typescript-5@npm:typescript@5.9.3', 'typescript-6@npm:typescript@6.0.3']
    const typed = ['@types/node@20', 'vitest@4', '@playwright/test@1']
    project = await projectWith([...compilers, ...typed], 'samples')
  })

  describe.sequential.each([
    ['TypeScript 5.9', 'typescript-5'],
    ['TypeScript 6', 'typescript-6'],
  ])('%s', (_, compiler) => {
    it.each(['tsconfig.json', 'tsconfig.bundler.json', 'tsconfig.runners.json'])(
      'holds the samples of %s to be right',
      async (config) => {
        const line = [process.execPath, `node_modules/${compiler}/bin/tsc`, '-p', config]
        expect(await run(project, line)).toEqual({ code: 0, told: '' })
      },
    )
  })
})

describe.concurrent('a runtime', () => {
  const answered = '200 201 200 200 503 200\n'
  let project: string
  beforeAll(async () => {
    project = await projectWith(['jest@30'], 'scripts')
    await installRuntimes()
  })

  describe.sequential.each(nodes)('Node %s', (version) => {
    const first = [nodeIn(version)]

    it('imports it', async () => {
      const told = await runWell(project, ['node', '--no-warnings', 'ask.mjs'], first)
      expect(told).toBe(answered)
    })

    it('requires it, without a warning', async () => {
      expect(await runWell(project, ['node', 'ask.cjs'], first)).toBe('200\n')
    })

    it('runs the command', async () => {
      const line = ['node', 'node_modules/.bin/mock-em', 'routes']
      expect(await runWell(project, line, first)).toContain('POST   /jobs/{id}?action=start  JobStart')
    })

    it.each([
      ['CommonJS', [], 'common.test.cjs'],
      ['modules', ['--experimental-vm-modules', '--no-warnings'], 'module.test.mjs'],
    ])('runs Jest, in %s', async (_, flags, file) => {
      const line = ['node', ...flags, 'node_modules/jest/bin/jest.js', '--testMatch', `**/${file}`]
      expect(await runWell(project, [...line, patiently['jest']!], first)).toContain('1 passed')
    })
  })

  it.sequential.each([
    ['Bun', ['bun', 'ask.mjs'], answered],
    ['Bun', ['bun', 'ask.cjs'], '200\n'],
    ['Deno', ['deno', 'run', '--allow-all', 'ask.mjs'], answered],
    ['Deno', ['deno', 'run', '--allow-all', 'ask.cjs'], '200\n'],
  ])('%s runs it: %j', async (_, line, told) => {
    expect(await runWell(project, line, [othersIn])).toBe(told)
  })
})

describe.concurrent.each(readdirSync(join(root, 'examples')))('examples/%s', (name) => {
  const folder = join(clone, 'examples', name)
  const text = readFileSync(join(root, 'examples', name, 'package.json'), 'utf8')
  const { scripts } = JSON.parse(text) as {
    readonly scripts: { readonly pretest?: string; readonly test: string }
  }
  const binaries = join(folder, 'node_modules/.bin')
  beforeAll(async () => {
    await Promise.all([install(folder), installRuntimes()])
  })

  const { pretest } = scripts
  if (pretest !== undefined)
    it.sequential('is ready to be tested', async () => {
      expect(await runWell(folder, ['sh', '-c', pretest], [binaries])).toBe('')
    })

  it.sequential.each(nodes)('passes its own tests on Node %s', async (version) => {
    const first = [binaries, nodeIn(version)]
    const line = `${scripts.test} ${patiently[scripts.test.split(' ')[0]!] ?? ''}`
    expect(await runWell(folder, ['sh', '-c', line], first)).toMatch(/pass/)
  })
})
