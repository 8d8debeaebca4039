import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  emptyFolder,
  emptyProject,
  install,
  removeFolders,
  root,
  run,
  runWell,
  tarball,
} from './packed.ts'
import { installRuntimes, nodeIn, nodes, othersIn } from './runtimes.ts'

// The package as strangers have it: packed, installed in an empty folder, under every compiler, runtime and runner.

const project = emptyProject('project')
const clone = emptyFolder('clone')
const examples = readdirSync(join(root, 'examples'))

beforeAll(async () => {
  const compilers = ['typescript-5@npm:typescript@5.9.3', 'typescript-6@npm:typescript@6.0.3']
  const runners = ['@types/node@20', 'vitest@4', '@playwright/test@1', 'jest@30']
  await install(project, await tarball(), ...compilers, ...runners)
  for (const from of ['samples', 'scripts'])
    cpSync(join(root, 'test/package', from), project, { recursive: true })
  // An example needs no more of the clone that it is in than what is in the package.
  await runWell(clone, ['tar', '-xzf', await tarball(), '--strip-components=1'])
  cpSync(join(root, 'examples'), join(clone, 'examples'), {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  })
  await installRuntimes()
})

afterAll(removeFolders)

describe.each([
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

const answered = '200 201 200 200 503 200\n'

describe.each(nodes)('Node %s', (version) => {
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
    expect(await runWell(project, line, first)).toContain(
      'POST   /jobs/{id}?action=start  JobStart',
    )
  })

  it.each([
    ['CommonJS', [], 'common.test.cjs'],
    ['modules', ['--experimental-vm-modules', '--no-warnings'], 'module.test.mjs'],
  ])('runs Jest, in %s', async (_, flags, file) => {
    const line = ['node', ...flags, 'node_modules/jest/bin/jest.js', '--testMatch', `**/${file}`]
    expect(await runWell(project, line, first)).toContain('1 passed')
  })
})

it.each([
  ['Bun', ['bun', 'ask.mjs'], answered],
  ['Bun', ['bun', 'ask.cjs'], '200\n'],
  ['Deno', ['deno', 'run', '--allow-all', 'ask.mjs'], answered],
  ['Deno', ['deno', 'run', '--allow-all', 'ask.cjs'], '200\n'],
])('%s runs it: %j', async (_, line, told) => {
  expect(await runWell(project, line, [othersIn])).toBe(told)
})

describe.each(examples)('examples/%s', (name) => {
  const folder = join(clone, 'examples', name)
  beforeAll(() => install(folder))

  it.each(nodes)('passes its own tests on Node %s', async (version) => {
    const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      readonly scripts: { readonly test: string }
    }
    const first = [join(folder, 'node_modules/.bin'), nodeIn(version)]
    expect(await runWell(folder, ['sh', '-c', scripts.test], first)).toMatch(/pass/)
  })
})
