// Other runtimes than the one that the tests run on, from packages of npm.
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install, runWell } from './packed.ts'

const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`

/** The oldest Node that the package is for, and what people have. */
export const nodes = ['20.19.0', '22', '24'] as const

const packages = [
  ...nodes.map((version) => `node-${version}@npm:node-${platform}@${version}`),
  'bun@1.4.5',
  'deno@2.9.6',
]

/** Where they are, kept from one run of the tests to the next. */
const folder = join(tmpdir(), `mock-em-runtimes-${packages.join('+').replace(/\W+/g, '-')}`)

/** The folder that this version of Node is in. */
export const nodeIn = (version: (typeof nodes)[number]): string => join(folder, `node_modules/node-${version}/bin`)

/** The folder that Bun and Deno are in. */
export const othersIn = join(folder, 'node_modules/.bin')

/** Has them there, whoever asks first. */
export const installRuntimes = (): Promise<void> => (installed ??= installAll())

let installed: Promise<void> | undefined

async function installAll(): Promise<void> {
  if (existsSync(join(othersIn, 'deno'))) return
  mkdirSync(folder, { recursive: true })
  await runWell(folder, ['npm', 'init', '--yes'])
  await install(folder, ...packages)
}
