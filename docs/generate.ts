// Writes down what the code knows already: `npm run generate`. A test compares each file with what is written here.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { format, type Options } from 'prettier'
import { writeEbnf } from '#grammar'
import { scenarios } from '#seed-data'
import { writeRailroad } from '../grammar/railroad.ts'
import { drawRooms } from './draw-rooms.ts'

const root = new URL('../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

/** Every generated file, whole: path → content. Throws a plain Error if a page lacks the marks to write between. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  // Not before the register and the list are written: the house is built on them.
  const [{ routesTable }, { optionsTable }, { resources }] = await Promise.all([
    import('../src/routes.ts'),
    import('../src/help.ts'),
    import('../src/resources/index.ts'),
  ])
  return new Map([
    [REGISTER, await register()],
    [SCENARIOS, await scenarioList()],
    ['src/entity-type.ts', await formatted(writeEntityTypes(resources), 'typescript')],
    ['grammar/filter.ebnf', writeEbnf()],
    ['grammar/filter.html', writeRailroad()],
    ['README.md', await fill('README.md', { options: optionsTable(), routes: routesTable() })],
    ['docs/architecture.md', await fill('docs/architecture.md', { rooms: drawRooms() })],
  ])
}

const REGISTER = 'src/resources/index.ts'
const register = (): Promise<string> => formatted(writeRegister(), 'typescript')

function writeRegister(): string {
  const files = readdirSync(new URL('src/resources/', root))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
  const named = files.map((file) => ({ file, name: camelCase(file) }))
  const names = named.map(({ name }) => `${name},\n`).join('')
  const imports = named.map(({ file, name }) => `import { ${name} } from './${file}.ts'\n`)
  return `// Generated from the folder by \`npm run generate\`. Do not edit.
${imports.join('')}
export {\n${names}}

/** Every definition. */
export const resources = [\n${names}] as const
`
}

const camelCase = (file: string): string =>
  file.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const SCENARIOS = 'src/option-scenarios.ts'
const scenarioList = (): Promise<string> => formatted(writeScenarios(), 'typescript')

function writeScenarios(): string {
  const names = Object.keys(scenarios).map((name) => `'${name}',`)
  return `// Generated from seed-data by \`npm run generate\`. Do not edit.
/** The scenarios that are built in. */
export const scenarioNames = [${names.join('')}] as const
`
}

function writeEntityTypes(resources: readonly { readonly name: string }[]): string {
  const names = resources.map(({ name }) => `'${name}'`).sort()
  return `// Generated from src/resources by \`npm run generate\`. Do not edit.
/** The types of entities, as EM names them. */
export type EntityType = ${names.join(' | ')}
`
}

async function fill(path: string, contents: Readonly<Record<string, string>>): Promise<string> {
  let page = read(path)
  for (const [mark, content] of Object.entries(contents)) {
    const [open, close] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`]
    const [from, to] = [page.indexOf(open), page.indexOf(close)]
    if (from < 0 || to < from) throw new Error(`${path} needs ${open} and, after it, ${close}.`)
    const filling = await formatted(content, 'markdown')
    page = `${page.slice(0, from)}${open}\n\n${filling}\n${page.slice(to)}`
  }
  return page
}

const formatted = (text: string, parser: 'typescript' | 'markdown'): Promise<string> =>
  format(text, { ...(JSON.parse(read('.prettierrc.json')) as Options), parser })

function write(path: string, content: string): void {
  const file = new URL(path, root)
  if (existsSync(file) && read(path) === content) return
  writeFileSync(file, content)
  console.log(`${path} is new.`)
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  write(REGISTER, await register())
  write(SCENARIOS, await scenarioList())
  for (const [path, content] of await generate()) write(path, content)
}
