// The package as it is published, and what is done with it away from here.
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/** A new folder, with nothing above it that belongs to this project. */
export function emptyFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `mock-em-${name}-`))
  folders.push(folder)
  return folder
}

const folders: string[] = []

/** Removes all of them. */
export function removeFolders(): void {
  packed = undefined
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** A new project that depends on nothing, whose files are modules. */
export function emptyProject(name: string): string {
  const folder = emptyFolder(name)
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}')
  return folder
}

export interface Ended {
  readonly code: unknown
  readonly told: string
}

/**
 * Runs a program in a folder, away from what this runner of tests tells its children.
 * @param first folders that programs are looked for in before all others.
 */
export function run(
  folder: string,
  [program = '', ...args]: readonly string[],
  first: readonly string[] = [],
): Promise<Ended> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_|npm_|INIT_CWD)/i.test(name))
  const path = [...first, process.env['PATH']].join(delimiter)
  const env = { ...Object.fromEntries(inherited), PATH: path, CI: 'true', NO_COLOR: '1' }
  return new Promise((done) => {
    execFile(program, args, { cwd: folder, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, told: stdout + stderr }),
    )
  })
}

/** As `run`, but throws a plain Error with what was told if it does not end with 0. */
export async function runWell(folder: string, line: readonly string[], first: readonly string[] = []): Promise<string> {
  const { code, told } = await run(folder, line, first)
  if (code !== 0) throw new Error(`${line.join(' ')} in ${folder} ended with ${String(code)}:\n${told}`)
  return told
}

/** Installs packages in a folder, from npm's cache where it has them. */
export const install = (folder: string, ...packages: readonly string[]): Promise<string> =>
  runWell(folder, ['npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', ...packages])

/** Packs what is built, once. @returns the tarball. */
export const tarball = (): Promise<string> => (packed ??= pack())

let packed: Promise<string> | undefined

async function pack(): Promise<string> {
  const folder = emptyFolder('tarball')
  await runWell(root, ['npm', 'pack', '--ignore-scripts', '--pack-destination', folder])
  const [name = ''] = readdirSync(folder)
  return join(folder, name)
}
