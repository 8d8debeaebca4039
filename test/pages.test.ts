import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scenarioNames } from '../src/config/option-scenarios.ts'

// What is written for people holds together: links lead to files and headings, and the README is short and leads to all.

const root = resolve(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const pagesIn = (folder: string, recursive = false): readonly string[] =>
  readdirSync(join(root, folder), { recursive, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
const pages = [...pagesIn('.'), ...pagesIn('docs', true), ...pagesIn('bench')]

describe('headings are linked to as GitHub names them', () => {
  it.each([
    ['# Time control', ['time-control']],
    ["## In the test's own process", ['in-the-tests-own-process']],
    ['## `npm` and _more_: a/b', ['npm-and-more-ab']],
    ['## Twice\n\n## Twice', ['twice', 'twice-1']],
    ['```sh\n# a comment\n```', []],
  ])('%j', (page, anchors) => {
    expect(anchorsOf(page)).toEqual(anchors)
  })
})

describe('links are read', () => {
  it.each([
    ['[a](b.md) and ![c](d.svg)', ['b.md', 'd.svg']],
    ['[two\nlines](b.md#c)', ['b.md#c']],
    ['[`code`](b.md)', ['b.md']],
    ['`[a](b)` and [out](https://example.net/)', []],
    ['```\n[a](b.md)\n```', []],
  ])('%j', (page, links) => {
    expect(linksOf(page)).toEqual(links)
  })
})

it.each(pages)('links of %s lead somewhere', (path) => {
  expect(linksOf(read(path)).filter((link) => !leads(path, link))).toEqual([])
})

it.each([...pagesIn('.'), ...pagesIn('docs')])('%s names files and scripts that there are', (path) => {
  const page = read(path)
  const files = [...page.matchAll(/`((?:src|test|docs|seed-data|grammar|bench)\/[\w./-]+)`/g)]
  const named = [...page.matchAll(/\bnpm run ([\w:]+)/g)]
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: object }
  expect(files.map(([, file = '']) => file).filter((file) => !existsSync(join(root, file)))).toEqual([])
  expect(named.map(([, name = '']) => name).filter((name) => !(name in scripts))).toEqual([])
})

it('the README has the commands that CI runs', () => {
  const [, line = ''] = /^for command in ('.*'); do$/m.exec(read('.ci/run')) ?? []
  const commands = [...line.matchAll(/'([^']+)'/g)].map(([, command]) => command)
  expect(commands.length).toBeGreaterThan(2)
  const told = [...read('README.md').matchAll(/^(npm (?:cit|run test:\w+)) +#/gm)]
  expect(told.map(([, command]) => command)).toEqual(commands)
})

it('the README has 250 lines at the most', () => {
  expect(read('README.md').split('\n').length - 1).toBeLessThanOrEqual(250)
})

it.each(pagesIn('docs'))('the README leads to %s', (path) => {
  expect(linksOf(read('README.md')).map((link) => link.replace(/#.*/, ''))).toContain(path)
})

it.each(scenarioNames)('docs/scenarios.md says what %s is', (name) => {
  expect(read('docs/scenarios.md')).toMatch(new RegExp(`^\\| \`${name}\` +\\| \\S`, 'm'))
})

/** Whether there is what a link of a page names. */
function leads(path: string, link: string): boolean {
  const [target = '', anchor] = link.split('#')
  const file = target === '' ? path : posix.join(posix.dirname(path), target)
  if (!existsSync(join(root, file))) return false
  if (anchor === undefined) return true
  return !statSync(join(root, file)).isDirectory() && anchorsOf(read(file)).includes(anchor)
}

/** The links of a page that lead to other pages or within it. */
function linksOf(page: string): readonly string[] {
  const prose = withoutFences(page).replace(/(`+)[^]*?\1/g, '``')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link).filter((link) => !/^[a-z]+:/.test(link))
}

/** What its headings are called in links. */
function anchorsOf(page: string): readonly string[] {
  const seen = new Map<string, number>()
  return [...withoutFences(page).matchAll(/^#{1,6} +(.+?) *$/gm)].map(([, heading = '']) => {
    const anchor = heading
      .toLowerCase()
      .replace(/[`*]|\b_|_\b/g, '')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-')
    const times = seen.get(anchor) ?? 0
    seen.set(anchor, times + 1)
    return times === 0 ? anchor : `${anchor}-${times}`
  })
}

const withoutFences = (page: string): string => page.replace(/^(```+)[^]*?^\1 *$/gm, '')
