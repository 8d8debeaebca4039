import { execFile } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, it } from 'vitest'

// Each example is a project of its own: a copy of it, with what it depends on, runs its own tests.
const root = resolve(import.meta.dirname, '..')

const run = (folder: string, script: string) =>
  new Promise<{ readonly code: unknown; readonly told: string }>((done) => {
    const path = `${join(folder, 'node_modules/.bin')}:${process.env['PATH']}`
    // What a runner tells its children is not for the runner that starts here.
    const env = Object.fromEntries(
      Object.entries(process.env).filter(
        ([name]) => !/^(VITEST|NODE_TEST|NODE_OPTIONS)/.test(name),
      ),
    )
    const options = { cwd: folder, env: { ...env, PATH: path, CI: 'true' } }
    execFile('sh', ['-c', script], options, (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, told: stdout + stderr }),
    )
  })

const withManifest = (name: string): boolean =>
  readdirSync(join(root, 'examples', name)).includes('package.json')

it.each(readdirSync(join(root, 'examples')).filter(withManifest))(
  'examples/%s passes its own tests',
  async (name) => {
    const folder = mkdtempSync(join(tmpdir(), `example-${name}-`))
    cpSync(join(root, 'examples', name), folder, { recursive: true })
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      readonly scripts: { readonly test: string }
      readonly devDependencies: Readonly<Record<string, string>>
    }
    const modules = join(folder, 'node_modules')
    mkdirSync(modules)
    symlinkSync(join(root, 'node_modules/.bin'), join(modules, '.bin'))
    for (const needed of Object.keys(manifest.devDependencies)) {
      mkdirSync(dirname(join(modules, needed)), { recursive: true })
      const from = needed === 'mock-enterprise-manager' ? root : join(root, 'node_modules', needed)
      symlinkSync(from, join(modules, needed))
    }
    const { code, told } = await run(folder, manifest.scripts.test)
    expect(code, told).toBe(0)
    expect(told.replaceAll(/\u001B\[\d+m/g, '')).toMatch(/pass|passed/)
    rmSync(folder, { recursive: true })
  },
)
