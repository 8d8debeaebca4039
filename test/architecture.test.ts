import { describe, expect, it } from 'vitest'
import { resources } from '../src/resources/index.ts'
import { importRings } from './import-rings.ts'
import { layerOf, moduleOf, modules, placeOf, type Module } from './modules.ts'
import { readSource, readSources, type Import, type Source } from './sources.ts'

const MOST_LINES = 250

/** Files outside the modules of resources that may name one, and why. */
const mayNameResources: Readonly<Record<string, string>> = {
  'src/cli/banner.ts': 'shows a query that can be pasted',
  'src/embed/entity-type.ts': 'is written from the definitions',
  'src/control/entity-operations.ts': 'shows an entity as an example',
  'src/control/state.ts': 'what may be put back has names of its own, tasks among them',
  'src/embed/operation-handles.ts': 'what may be put back has names of its own, tasks among them',
  'src/query/read-query.ts': 'shows a query in a message',
  'src/documents/family-services.ts': 'the links of a document of EM, in its order',
  'src/documents/job-types.ts': 'kinds of job have names of types',
  'src/documents/logon-session.ts': 'the links of a document of EM, in its order',
  'src/documents/query-service.ts': 'the links of a document of EM, in its order',
  'src/documents/summary.ts': 'the links of a document of EM, in its order',
}

/** Names that several files may export, and why. */
const mayBeShared: Readonly<Record<string, string>> = {
  boolean: 'a word of both languages that describe: members of resources, and JSON',
  enumeration: 'a word of both languages that describe',
  optional: 'a word of both languages that describe',
  test: 'what each of three test runners is extended by',
  testWith: 'what each of three test runners is extended by',
}

const sources = readSources('grammar', 'seed-data', 'src')

describe('the sources keep to their modules', () => {
  it.each([
    ['imports', imports],
    ['powers', powers],
    ['lengths', length],
    ['words alone in seed-data', deeds],
    ['names of resources', names],
  ])('%s', (_, judge) => {
    expect(sources.flatMap(judge)).toEqual([])
  })

  it('an exported name stands in one file', () => {
    const files = new Map<string, Set<string>>()
    for (const { path, exports } of sources)
      for (const name of exports) files.set(name, (files.get(name) ?? new Set()).add(path))
    const shared = [...files].filter(([name, paths]) => paths.size > 1 && !(name in mayBeShared))
    expect(shared.map(([name, paths]) => `${name} is exported by ${[...paths].join(' and ')}`)).toEqual([])
  })

  it('no file imports itself by way of others, not even for types', () => {
    expect(importRings(sources)).toEqual([])
  })

  it.each(modules.filter((module) => module.opening !== undefined && filesOf(module).length > 0))(
    'one file of $name says what the module is',
    (module) => {
      const opened = filesOf(module).filter(({ firstLine }) => firstLine.startsWith(module.opening ?? ''))
      expect(opened.map(({ path }) => path)).toHaveLength(1)
    },
  )
})

describe('the table of modules', () => {
  it('has layers: no modules import each other in a ring', () => {
    expect(modules.map(({ name }) => layerOf(name)).every((floor) => floor >= 1)).toBe(true)
  })

  it('gives every package one module', () => {
    const packages = modules.flatMap((module) => module.packages)
    expect(packages).toEqual([...new Set(packages)])
  })

  it('excuses only files that name resources', () => {
    const naming = sources.filter(({ words }) => words.some(resourceIn)).map(({ path }) => path)
    expect(naming).toEqual(expect.arrayContaining(Object.keys(mayNameResources)))
  })
})

describe('the judges see', () => {
  it.each<[judge: (source: Source) => readonly string[], path: string, text: string, says: string[]]>([
    [imports, 'src/query/bind.ts', "import { fastify } from 'fastify'", ['src/query/bind.ts: fastify is no package of src/query']],
    [imports, 'src/query/bind.ts', "import type { World } from '../simulation/world.ts'", ['src/query/bind.ts: src/query may not import src/simulation (../simulation/world.ts)']],
    [imports, 'src/query/bind.ts', "import { type World } from '../simulation/world.ts'", ['src/query/bind.ts: src/query may not import src/simulation (../simulation/world.ts)']],
    [imports, 'src/query/bind.ts', "export type { World } from '../simulation/world.ts'", ['src/query/bind.ts: src/query may not import src/simulation (../simulation/world.ts)']],
    [imports, 'src/query/bind.ts', "export * from '../simulation/world.ts'", ['src/query/bind.ts: src/query may not import src/simulation (../simulation/world.ts)']],
    [imports, 'src/query/bind.ts', "let a: import('../simulation/world.ts').World", ['src/query/bind.ts: src/query may not import src/simulation (../simulation/world.ts)']],
    [imports, 'src/query/bind.ts', "/** @type {import('../simulation/world.ts').World} */", []],
    [imports, 'src/query/bind.ts', "declare module '../simulation/world.ts' { interface World { a: 1 } }", ['src/query/bind.ts: src/query may not import src/simulation (../simulation/world.ts)']],
    [imports, 'src/query/bind.ts', "export { World } from '../simulation/world.ts'", ['src/query/bind.ts: src/query may not import src/simulation (../simulation/world.ts)']],
    [imports, 'src/wire/a.ts', "const a = await import('xmlbuilder2')", ['src/wire/a.ts: xmlbuilder2 is no package of src/wire']],
    [imports, 'src/http/a.ts', "let a: typeof import('../seed/a.ts').a", ['src/http/a.ts: src/http may not import src/seed (../seed/a.ts)']],
    [imports, 'src/query/a.ts', "import { parse } from '../../grammar/parse.ts'", ['src/query/a.ts: grammar has the entry point #grammar (../../grammar/parse.ts)']],
    [imports, 'src/query/a.ts', "import { parseFilter } from '#grammar'", []],
    [imports, 'src/query/a.ts', 'const a = await import(name)', ['src/query/a.ts: an import must say what it imports']],
    [imports, 'src/query/a.ts', "import { it } from './a.test.ts'", ['src/query/a.ts: no source imports a test (./a.test.ts)']],
    [imports, 'src/resources/jobs/job.ts', "import { backup } from './backup.ts'", ['src/resources/jobs/job.ts: definitions name one another, they never import one another (./backup.ts)']],
    [imports, 'src/resources/jobs/job.ts', "import { jobInfo } from './job-info-shape.ts'", []],
    [powers, 'src/simulation/a.ts', 'const a = Date.now()', ['src/simulation/a.ts: src/simulation may not read the wall clock (Date.now)']],
    [powers, 'src/simulation/a.ts', 'const a = new Date()', ['src/simulation/a.ts: src/simulation may not read the wall clock (new Date())']],
    [powers, 'src/simulation/a.ts', 'const a = new Date(0)', []],
    [powers, 'src/simulation/a.ts', 'setTimeout(() => 1)', ['src/simulation/a.ts: src/simulation may not set timers (setTimeout)']],
    [powers, 'src/config/options.ts', 'const a = process.env', ['src/config/options.ts: src/config may not ask the process (process)']],
    [powers, 'src/main.ts', 'const a = process.env', []],
    [powers, 'src/store/a.ts', "import { readFile } from 'node:fs'", ["src/store/a.ts: src/store may not use node: modules (import { readFile } from 'node:fs')"]],
    [deeds, 'seed-data/a.ts', 'export const a = { at: new Date(0) } satisfies A', ['seed-data/a.ts: seed-data is words alone, but does something (new Date(0))']],
    [deeds, 'seed-data/a.ts', 'export const a = { name: `a` } as const satisfies A', []],
    [names, 'src/wire/a.ts', "if (name === 'Job') again()", ['src/wire/a.ts: no shared code names a resource, but here is Job']],
    [names, 'src/wire/a.ts', 'const a = `/backupSessions/${id}`', ['src/wire/a.ts: no shared code names a resource, but here is backupSessions']],
    [names, 'src/wire/a.ts', "const a = 'the Job is done'", []],
  ])('%o in %s: %s', (judge, path, text, says) => {
    expect(judge(readSource(path, text))).toEqual(says)
  }) // prettier-ignore

  it.each([
    ['import type', "import type { b } from './b.ts'"],
    ['a type among others', "import { type b } from './b.ts'"],
    ['a type in place', "let b: import('./b.ts').b"],
    ['the type of a module', "let b: typeof import('./b.ts')"],
    ['an export again', "export { b } from './b.ts'"],
    ['an export of types again', "export type { b } from './b.ts'"],
    ['an export of all', "export * from './b.ts'"],
    ['a module opened later', "const b = import('./b.ts')"],
    ['members for somebody else', "declare module './b.ts' { interface B { a: 1 } }"],
  ])('a ring closed by %s', (_, text) => {
    const ring = [
      readSource('src/simulation/a.ts', text),
      readSource('src/simulation/b.ts', "import type { c } from './c.ts'"),
      readSource('src/simulation/c.ts', "import type { a } from './a.ts'"),
      readSource('src/simulation/d.ts', "import { a } from './a.ts'"),
      readSource('src/e.ts', "import type { d } from './life/d.ts'"),
    ]
    expect(importRings(ring)).toEqual([['src/simulation/a.ts', 'src/simulation/b.ts', 'src/simulation/c.ts']])
  })

  it('rings that share a file as one, and others apart', () => {
    const files = ['ab', 'ba', 'bc', 'cb', 'de', 'ed', 'fa'].map(([a = '', b = '']) =>
      readSource(`src/x/${a}.ts`, `import type { z } from './${b}.ts'`),
    )
    const byPath = new Map<string, Source>()
    for (const file of files)
      byPath.set(file.path, {
        ...file,
        imports: [...(byPath.get(file.path)?.imports ?? []), ...file.imports],
      })
    expect(importRings([...byPath.values()]).map((ring) => ring.length)).toEqual([3, 2])
  })
})

function filesOf(module: Module): readonly Source[] {
  return sources.filter(({ path }) => moduleOf(path) === module)
}

function imports({ path, imports }: Source): readonly string[] {
  return imports.flatMap((opened) => {
    const complaint = judgeImport(path, opened)
    return complaint === undefined ? [] : [`${path}: ${complaint}`]
  })
}

function judgeImport(path: string, { written, file }: Import): string | undefined {
  const module = moduleOf(path)
  if (written.startsWith('node:')) return undefined
  if (written === '?') return 'an import must say what it imports'
  if (file === undefined)
    return module.packages.includes(packageOf(written))
      ? undefined
      : `${packageOf(written)} is no package of ${placeOf(module)}`
  if (file.endsWith('.test.ts') || file.startsWith('test/')) return `no source imports a test (${written})`
  const opened = moduleOf(file)
  if (opened === module)
    return isDefinition(path) && isDefinition(file)
      ? `definitions name one another, they never import one another (${written})`
      : undefined
  if (!module.imports.includes(opened.name)) return `${placeOf(module)} may not import ${placeOf(opened)} (${written})`
  return opened.entryPoint === undefined || opened.entryPoint === written
    ? undefined
    : `${placeOf(opened)} has the entry point ${opened.entryPoint} (${written})`
}

function packageOf(written: string): string {
  return written.split('/', written.startsWith('@') ? 2 : 1).join('/')
}

function isDefinition(path: string): boolean {
  return /^src\/resources\/[\w-]+\/(?!.*-(?:shape|specs?)\.ts$)[^/]+\.ts$/.test(path)
}

function powers({ path, powers }: Source): readonly string[] {
  const module = moduleOf(path)
  return powers
    .filter(({ power }) => !module.powers.includes(power))
    .map(({ power, by }) => `${path}: ${placeOf(module)} may not ${power} (${by})`)
}

function length({ path, lines }: Source): readonly string[] {
  return lines > MOST_LINES ? [`${path}: ${lines} lines are too many, ${MOST_LINES} is the most`] : []
}

function deeds({ path, deeds }: Source): readonly string[] {
  if (moduleOf(path).name !== 'seed-data') return []
  return deeds.map((deed) => `${path}: seed-data is words alone, but does something (${deed})`)
}

function names({ path, words }: Source): readonly string[] {
  const isFree = ['resources', 'simulation', 'seed', 'seed-data'].includes(moduleOf(path).name)
  if (isFree || path in mayNameResources) return []
  const found = new Set(words.map(resourceIn).filter((name) => name !== undefined))
  return [...found].map((name) => `${path}: no shared code names a resource, but here is ${name}`)
}

/** A resource's name, plural or path in a text. One that is also an English word must be all of it. */
function resourceIn(text: string): string | undefined {
  return resources
    .flatMap(({ name, plural, path }) => [name, plural, path])
    .find((name) =>
      /.[A-Z]/.test(name)
        ? new RegExp(`\\b${name}(Reference)?(List)?\\b`).test(text)
        : new RegExp(`^/?${name}(Reference)?(List)?$`).test(text),
    )
}
