// Writes down what the code knows already: `npm run generate`. A test compares each file with what is written here.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { format, type Options } from 'prettier'
import { writeEbnf } from '#grammar'
import { writeRailroad } from '../grammar/railroad.ts'
import { optionsTable } from '../src/help.ts'
import { routesTable } from '../src/routes.ts'
import { drawRooms } from './draw-rooms.ts'

const root = new URL('../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

/** Every generated file, whole: path → content. Throws a plain Error if a page lacks the marks to write between. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    [REGISTER, await register()],
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
  for (const [path, content] of await generate()) write(path, content)
}
