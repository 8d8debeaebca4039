import { describe, expect, it } from 'vitest'
import { resources } from '../src/resources/index.ts'
import { importRings } from './import-rings.ts'
import { floorOf, placeOf, roomOf, rooms, type Room } from './modules.ts'
import { readSource, readSources, type Import, type Source } from './sources.ts'

const MOST_LINES = 250

/** Files outside the three rooms of resources that may name one, and why. */
const mayNameResources: Readonly<Record<string, string>> = {
  'src/cli/banner.ts': 'shows a query that can be pasted',
  'src/embed/entity-type.ts': 'is written from the definitions',
  'src/control/state.ts': 'what may be put back has names of its own, tasks among them',
  'src/embed/operation-handles.ts': 'what may be put back has names of its own, tasks among them',
  'src/query/read-query.ts': 'shows a query in a message',
  'src/documents/family-services.ts': 'the links of a document of EM, in its order',
  'src/documents/job-types.ts': 'kinds of job have names of types',
  'src/documents/logon-session.ts': 'the links of a document of EM, in its order',
  'src/documents/query-service.ts': 'the links of a document of EM, in its order',
  'src/documents/summary.ts': 'the links of a document of EM, in its order',
}

const sources = readSources('grammar', 'seed-data', 'src')

describe('the sources keep to the rooms', () => {
  it.each([
    ['imports', imports],
    ['powers', powers],
    ['lengths', length],
    ['words alone in seed-data', deeds],
    ['names of resources', names],
  ])('%s', (_, judge) => {
    expect(sources.flatMap(judge)).toEqual([])
  })

  it('no file imports itself by way of others, not even for types', () => {
    expect(importRings(sources)).toEqual([])
  })

  it.each(rooms.filter((memoryGuard) => memoryGuard.opening !== undefined && filesOf(memoryGuard).length > 0))(
    '$name is opened by one sentence',
    (memoryGuard) => {
      const opened = filesOf(memoryGuard).filter(({ firstLine }) => firstLine.startsWith(memoryGuard.opening ?? ''))
      expect(opened.map(({ path }) => path)).toHaveLength(1)
    },
  )
})

describe('the table of rooms', () => {
  it('has floors: no rooms open each other in a ring', () => {
    expect(rooms.map(({ name }) => floorOf(name)).every((floor) => floor >= 1)).toBe(true)
  })

  it('gives every package one room', () => {
    const packages = rooms.flatMap((memoryGuard) => memoryGuard.packages)
    expect(packages).toEqual([...new Set(packages)])
  })

  it('excuses only files that name resources', () => {
    const naming = sources.filter(({ words }) => words.some(resourceIn)).map(({ path }) => path)
    expect(naming).toEqual(expect.arrayContaining(Object.keys(mayNameResources)))
  })
})

describe('the judges see', () => {
  it.each<[judge: (source: Source) => readonly string[], path: string, text: string, says: string[]]>([
    [imports, 'src/query/bind.ts', "import { fastify } from 'fastify'", ['src/query/bind.ts: fastify does not live in src/query']],
    [imports, 'src/query/bind.ts', "import type { World } from '../life/world.ts'", ['src/query/bind.ts: src/query does not open src/simulation (../life/world.ts)']],
    [imports, 'src/query/bind.ts', "import { type World } from '../life/world.ts'", ['src/query/bind.ts: src/query does not open src/simulation (../life/world.ts)']],
    [imports, 'src/query/bind.ts', "export type { World } from '../life/world.ts'", ['src/query/bind.ts: src/query does not open src/simulation (../life/world.ts)']],
    [imports, 'src/query/bind.ts', "export * from '../life/world.ts'", ['src/query/bind.ts: src/query does not open src/simulation (../life/world.ts)']],
    [imports, 'src/query/bind.ts', "let a: import('../life/world.ts').World", ['src/query/bind.ts: src/query does not open src/simulation (../life/world.ts)']],
    [imports, 'src/query/bind.ts', "/** @type {import('../life/world.ts').World} */", []],
    [imports, 'src/query/bind.ts', "declare module '../life/world.ts' { interface World { a: 1 } }", ['src/query/bind.ts: src/query does not open src/simulation (../life/world.ts)']],
    [imports, 'src/query/bind.ts', "export { World } from '../life/world.ts'", ['src/query/bind.ts: src/query does not open src/simulation (../life/world.ts)']],
    [imports, 'src/wire/a.ts', "const a = await import('xmlbuilder2')", ['src/wire/a.ts: xmlbuilder2 does not live in src/wire']],
    [imports, 'src/http/a.ts', "let a: typeof import('../seed/a.ts').a", ['src/http/a.ts: src/http does not open src/seed (../seed/a.ts)']],
    [imports, 'src/query/a.ts', "import { parse } from '../../grammar/parse.ts'", ['src/query/a.ts: grammar is entered by its door, #grammar (../../grammar/parse.ts)']],
    [imports, 'src/query/a.ts', "import { parseFilter } from '#grammar'", []],
    [imports, 'src/query/a.ts', 'const a = await import(name)', ['src/query/a.ts: an import must say what it opens']],
    [imports, 'src/query/a.ts', "import { it } from './a.test.ts'", ['src/query/a.ts: no source opens a test (./a.test.ts)']],
    [imports, 'src/resources/jobs/job.ts', "import { backup } from './backup.ts'", ['src/resources/jobs/job.ts: definitions name one another, they never import one another (./backup.ts)']],
    [imports, 'src/resources/jobs/job.ts', "import { jobInfo } from './shapes/job-info.ts'", []],
    [powers, 'src/life/a.ts', 'const a = Date.now()', ['src/life/a.ts: src/simulation may not read the wall clock (Date.now)']],
    [powers, 'src/life/a.ts', 'const a = new Date()', ['src/life/a.ts: src/simulation may not read the wall clock (new Date())']],
    [powers, 'src/life/a.ts', 'const a = new Date(0)', []],
    [powers, 'src/life/a.ts', 'setTimeout(() => 1)', ['src/life/a.ts: src/simulation may not set timers (setTimeout)']],
    [powers, 'src/config/options.ts', 'const a = process.env', ['src/config/options.ts: src/option*.ts may not ask the process (process)']],
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
      readSource('src/life/a.ts', text),
      readSource('src/life/b.ts', "import type { c } from './c.ts'"),
      readSource('src/life/c.ts', "import type { a } from './a.ts'"),
      readSource('src/life/d.ts', "import { a } from './a.ts'"),
      readSource('src/e.ts', "import type { d } from './life/d.ts'"),
    ]
    expect(importRings(ring)).toEqual([['src/life/a.ts', 'src/life/b.ts', 'src/life/c.ts']])
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

function filesOf(memoryGuard: Room): readonly Source[] {
  return sources.filter(({ path }) => roomOf(path) === memoryGuard)
}

function imports({ path, imports }: Source): readonly string[] {
  return imports.flatMap((opened) => {
    const complaint = judgeImport(path, opened)
    return complaint === undefined ? [] : [`${path}: ${complaint}`]
  })
}

function judgeImport(path: string, { written, file }: Import): string | undefined {
  const memoryGuard = roomOf(path)
  if (written.startsWith('node:')) return undefined
  if (written === '?') return 'an import must say what it opens'
  if (file === undefined)
    return memoryGuard.packages.includes(packageOf(written))
      ? undefined
      : `${packageOf(written)} does not live in ${placeOf(memoryGuard)}`
  if (file.endsWith('.test.ts') || file.startsWith('test/')) return `no source opens a test (${written})`
  const opened = roomOf(file)
  if (opened === memoryGuard)
    return isDefinition(path) && isDefinition(file)
      ? `definitions name one another, they never import one another (${written})`
      : undefined
  if (!memoryGuard.opens.includes(opened.name))
    return `${placeOf(memoryGuard)} does not open ${placeOf(opened)} (${written})`
  return opened.door === undefined || opened.door === written
    ? undefined
    : `${placeOf(opened)} is entered by its door, ${opened.door} (${written})`
}

function packageOf(written: string): string {
  return written.split('/', written.startsWith('@') ? 2 : 1).join('/')
}

function isDefinition(path: string): boolean {
  return /^src\/resources\/[^/]+\.ts$/.test(path) && !path.endsWith('/index.ts')
}

function powers({ path, powers }: Source): readonly string[] {
  const memoryGuard = roomOf(path)
  return powers
    .filter(({ power }) => !memoryGuard.may.includes(power))
    .map(({ power, by }) => `${path}: ${placeOf(memoryGuard)} may not ${power} (${by})`)
}

function length({ path, lines }: Source): readonly string[] {
  return lines > MOST_LINES ? [`${path}: ${lines} lines are too many, ${MOST_LINES} is the most`] : []
}

function deeds({ path, deeds }: Source): readonly string[] {
  if (roomOf(path).name !== 'seed-data') return []
  return deeds.map((deed) => `${path}: seed-data is words alone, but does something (${deed})`)
}

function names({ path, words }: Source): readonly string[] {
  const isFree = ['resources', 'life', 'seed', 'seed-data'].includes(roomOf(path).name)
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
