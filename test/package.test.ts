import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyProject, install, removeFolders, root, run, runWell, tarball } from './package/packed.ts'

// The package in a folder where there is nothing else. With runners, compilers and runtimes: npm run test:package.

const folder = emptyProject('alone')
const inside = join(folder, 'node_modules/mock-enterprise-manager')
let told = ''
beforeAll(async () => {
  told = await install(folder, await tarball())
})

afterAll(removeFolders)

describe('an install', () => {
  it('brings the package alone, and runs nothing', () => {
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'mock-enterprise-manager',
    ])
    // npm warns of scripts that it was not told to run.
    expect(told).not.toMatch(/script/)
  })

  it('has a file for everything that package.json says', () => {
    const { exports, bin } = JSON.parse(readFileSync(join(inside, 'package.json'), 'utf8')) as Manifest
    const files = [...filesOf(exports), ...filesOf(bin)].filter((file) => !file.includes('*'))
    expect(files.length).toBeGreaterThan(12)
    expect(files.filter((file) => !existsSync(join(inside, file)))).toEqual([])
  })

  it('has declarations that need nobody', () => {
    const needed = readdirSync(join(inside, 'dist'))
      .filter((name) => /\.d\.c?ts$/.test(name))
      .map((name) => [name, ...modulesIn(readFileSync(join(inside, 'dist', name), 'utf8'))])
    expect(needed).toEqual([
      ['index.d.cts', './index.js'],
      ['index.d.ts'],
      ['node-test.d.ts', './index.js', 'node:test'],
      ['playwright.d.ts', './index.js', '@playwright/test'],
      ['types.d.cts', './types.js'],
      ['types.d.ts'],
      ['vitest.d.ts', './index.js', 'vitest'],
    ])
  })

  it('has the command', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
    expect(await runWell(folder, ['npx', 'mock-em', '--version'])).toBe(`${version}\n`)
  })
})

it('its types hold under the strictest compiler, with no other types beside them', async () => {
  for (const name of ['index.ts', 'types.ts', 'common.cts', 'tsconfig.json'])
    cpSync(join(root, 'test/package/samples', name), join(folder, name))
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  expect(await run(folder, [process.execPath, compiler, '-p', '.'])).toEqual({ code: 0, told: '' })
})

interface Manifest {
  readonly version: string
  readonly exports: object
  readonly bin: object
}

/** The texts in it, however deep. */
function filesOf(value: object): readonly string[] {
  return Object.values(value).flatMap((each: object | string) => (typeof each === 'string' ? [each] : filesOf(each)))
}

function modulesIn(text: string): readonly string[] {
  const named = [...text.matchAll(/(?:from |import\()'([^']+)'/g)].map(([, name = '']) => name)
  return [...new Set(named)].sort()
}
