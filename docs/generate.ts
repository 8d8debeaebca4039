// Writes down what the code knows already: `npm run generate`. A test compares each file with what is written here.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { format, type Options } from 'prettier'
import { writeEbnf } from '#grammar'
import { writeRailroad } from '../grammar/railroad.ts'
import { optionsTable } from '../src/help.ts'
import { drawRooms } from './draw-rooms.ts'

const root = new URL('../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

/** Every generated file, whole: path → content. Throws a plain Error if a page lacks the marks to write between. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['src/resources/index.ts', await formatted(writeRegister(), 'typescript')],
    ['grammar/filter.ebnf', writeEbnf()],
    ['grammar/filter.html', writeRailroad()],
    ['README.md', await fill('README.md', 'options', optionsTable())],
    ['docs/architecture.md', await fill('docs/architecture.md', 'rooms', drawRooms())],
  ])
}

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

async function fill(path: string, mark: string, content: string): Promise<string> {
  const [open, close] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`]
  const page = read(path)
  const [from, to] = [page.indexOf(open), page.indexOf(close)]
  if (from < 0 || to < from) throw new Error(`${path} needs ${open} and, after it, ${close}.`)
  const filling = await formatted(content, 'markdown')
  return `${page.slice(0, from)}${open}\n\n${filling}\n${page.slice(to)}`
}

const formatted = (text: string, parser: 'typescript' | 'markdown'): Promise<string> =>
  format(text, { ...(JSON.parse(read('.prettierrc.json')) as Options), parser })

if (argv[1] === fileURLToPath(import.meta.url))
  for (const [path, content] of await generate()) {
    const file = new URL(path, root)
    if (existsSync(file) && read(path) === content) continue
    writeFileSync(file, content)
    console.log(`${path} is new.`)
  }
