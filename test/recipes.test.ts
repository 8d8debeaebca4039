import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { helpText } from '../src/cli/help.ts'
import { commands } from '../src/cli/commands.ts'
import { ownOptions } from '../src/config/option-commands.ts'
import { options } from '../src/config/option-table.ts'
import { openEm, type Em } from './support/em.ts'

const root = resolve(import.meta.dirname, '..')
const folder = 'docs/recipes'
const recipes = readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)
const docs = readdirSync(join(root, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`)
const pages = ['README.md', 'SECURITY.md', 'compose.yaml', ...docs, ...recipes]
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** The blocks of a page in a language. */
const blocks = (path: string, language: string): readonly string[] =>
  path.endsWith('.yaml')
    ? [read(path)].filter(() => language === 'yaml')
    : [...read(path).matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, block = '']) => block)

const found = (path: string, form: RegExp): readonly string[] => [
  ...new Set([...read(path).matchAll(form)].map(([word]) => word)),
]

const ours = [...options, ...ownOptions]
const flags = ours.flatMap(({ flag, kind }) => (kind.isSwitch ? [flag, flag.replace('--', '--no-')] : [flag]))
/** Flags of curl, docker and node. */
const theirs = [
  '--data-urlencode',
  '--fail-with-body',
  '--build',
  '--wait',
  '--exit-code-from',
  '--help',
  '--cacert',
  '--max-old-space-size',
]

describe.each(pages)('%s names', (path) => {
  it('flags that there are', () => {
    const named = found(path, /(?<![\w-])--[a-z][a-z-]+(?![\w>])/g)
    expect(named.filter((flag) => ![...flags, ...theirs].includes(flag))).toEqual([])
  })
  it('variables that there are', () => {
    const named = found(path, /\bMOCK_EM_\w+/g).filter((name) => name !== 'MOCK_EM_')
    expect(ours.map(({ environment }) => environment)).toEqual(expect.arrayContaining([...named]))
  })
  it('the ports that the program has', () => {
    const ports = options.flatMap(({ key, default: port }) => (/Port$/.test(key) ? [port] : []))
    expect(ports).toEqual(expect.arrayContaining([...found(path, /\b9[3-9]\d\d\b/g)]))
  })
  it('commands that there are', () => {
    const named = [...read(path).matchAll(/(?<![\w/-])mock-em ([a-z]+)\b/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !isCommand(name) && !helpText().includes(`mock-em ${name}`))).toEqual([])
  })
})

const isCommand = (name: string): boolean => commands.some((command) => command.name === name)

describe('what is below /_mock', () => {
  let em: Em
  beforeAll(async () => {
    em = await openEm()
  })
  afterAll(() => em.close())

  it.each(pages)('in %s is served', async (path) => {
    const named = found(path, /\/_mock\/[a-z][a-z/-]*(?:\.[a-z]+)*(?![\w{])/g)
    const isServed = async (url: string) => {
      // A stream would never end.
      if (em.server.hasRoute({ method: 'GET', url })) return true
      // What is posted to need not answer GET, and what is named need not be there.
      return !(await em.ask(`GET ${url}`)).body.includes('Nothing is served')
    }
    const served = await Promise.all(named.map(async (url) => [url, await isServed(url)]))
    expect(served).toEqual(named.map((url) => [url, true]))
  })
})

describe('every recipe', () => {
  it.each(recipes)('%s says whether it is run', (path) => {
    expect(read(path)).toMatch(/^(Run by the tests\.|Not run here: needs a container engine\.)/m)
  })
  it.each(recipes)('%s is found from docs/clients.md', (path) => {
    expect(read('docs/clients.md')).toContain(`](${path.replace('docs/', '')})`)
  })
})

describe('YAML is read', () => {
  const written = pages.flatMap((path) => blocks(path, 'yaml').map((text, n) => ({ path, n, text })))
  it.each(written)('$path, $n', ({ text }) => {
    const problems = parseAllDocuments(text).flatMap(({ errors, warnings }) => [...errors, ...warnings])
    expect(problems).toEqual([])
  })

  it('and a pod is asked on a port that it has whether it is well', () => {
    const [text = ''] = blocks(`${folder}/kubernetes.md`, 'yaml')
    const documents = parseAllDocuments(text).map((each) => each.toJS() as Manifest)
    const { spec } = documents.find(({ kind }) => kind === 'Deployment')!.spec!.template!
    const [container] = spec.containers
    const probes = [container!.startupProbe, container!.readinessProbe, container!.livenessProbe]
    expect(probes.map(({ httpGet }) => httpGet)).toEqual(Array(3).fill({ path: '/_mock/health', port: 'http' }))
    expect(container!.ports).toContainEqual({ name: 'http', containerPort: 9399 })
    expect(spec.securityContext).toMatchObject({ runAsNonRoot: true })
    expect(container!.securityContext).toMatchObject({ readOnlyRootFilesystem: true })
    expect(isCommand(container!.args[0]!)).toBe(true)
  })
})

interface Probe {
  readonly httpGet: unknown
}
interface Container {
  readonly args: readonly string[]
  readonly ports: readonly unknown[]
  readonly securityContext: unknown
  readonly startupProbe: Probe
  readonly readinessProbe: Probe
  readonly livenessProbe: Probe
}
interface Manifest {
  readonly kind: string
  readonly spec?: {
    readonly template?: {
      readonly spec: {
        readonly securityContext: unknown
        readonly containers: readonly Container[]
      }
    }
  }
}

/** A port that nothing listens on now. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return String(port)
}

it('the script runs as it is written', async () => {
  const place = mkdtempSync(join(tmpdir(), 'mock-em-recipe-'))
  const program = join(place, 'mock-em')
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist/main.js')}' "$@"\n`)
  chmodSync(program, 0o755)
  const script = blocks(`${folder}/shell.md`, 'sh').join('\n')
  const child = spawn('/bin/sh', ['-c', script], {
    cwd: place,
    env: {
      PATH: `${place}:${process.env['PATH']}`,
      MOCK_EM_HTTP_PORT: await freePort(),
      MOCK_EM_HTTPS_PORT: 'off',
    },
  })
  let told = ''
  child.stdout.on('data', (data: Buffer) => (told += data.toString()))
  child.stderr.on('data', (data: Buffer) => (told += data.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  expect(code, told).toBe(0)
  const written = (name: string): string => readFileSync(join(place, name), 'utf8')
  const { Entities } = JSON.parse(written('failed.json')) as {
    Entities: { BackupJobSessions: { BackupJobSessions: readonly unknown[] } }
  }
  expect(Entities.BackupJobSessions.BackupJobSessions.length).toBeGreaterThan(0)
  expect(written('jobs.json')).toContain('JobReference')
  expect(JSON.parse(written('em.json'))).toMatchObject({ EM_USER: 'administrator' })
  expect(written('other.sh')).toMatch(/^export EM_URL=http:\/\/127\.0\.0\.1:\d+$/m)
  expect(written('other.sh')).not.toContain((JSON.parse(written('em.json')) as { EM_PORT: string }).EM_PORT)
  expect(written('.env')).toMatch(/^EM_API_URL=http:\/\/127\.0\.0\.1:\d+\/api$/m)
  rmSync(place, { recursive: true })
})
