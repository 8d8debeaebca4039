// Writes down what the code knows already: `npm run generate`. A test compares each file with what is written here.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { posix, sep } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { format, type Options } from 'prettier'
import { scenarios } from '#seed-data'
import type { EffectKind } from '../src/faults/effects/effect-kind.ts'
import { drawModules } from './draw-modules.ts'
import { writeEbnf } from './grammar/ebnf.ts'
import { writeRailroad } from './grammar/railroad.ts'
import { writeOptionMembers } from './option-members.ts'
import { commandsTable, controlTable, effectsTable, operationsTable } from './tables.ts'
import { typeIn } from './type-in.ts'
import { writeHandles } from './write-handles.ts'

const root = new URL('../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

/** Every generated file, whole: path → content. Throws a plain Error if a page lacks the marks to write between. */
export async function generate(): Promise<ReadonlyMap<string, string>> {
  // Not before the register and the list are written: the world is built on them.
  const [
    { listOperations, routesTable },
    { optionsTable },
    { options },
    { commands },
    { resources },
    { effects },
    { controlOperations },
  ] = await Promise.all([
    import('../src/cli/routes.ts'),
    import('../src/cli/help.ts'),
    import('../src/config/option-table.ts'),
    import('../src/cli/commands.ts'),
    import('../src/resources/index.ts'),
    import('../src/faults/effects.ts'),
    import('../src/control/control-operations.ts'),
  ])
  return new Map([
    ...(await writeIndexes()),
    [SCENARIOS, await scenarioList()],
    ['src/config/option-members.ts', await formatted(writeOptionMembers(options), 'typescript')],
    ['src/embed/entity-type.ts', await formatted(writeEntityTypes(resources), 'typescript')],
    [
      'src/embed/operation-handles.ts',
      await formatted(writeHandles(controlOperations, read('src/index.ts')), 'typescript'),
    ],
    ['grammar/filter.ebnf', writeEbnf()],
    ['grammar/filter.html', writeRailroad()],
    await fill('docs/configuration.md', {
      options: optionsTable(),
      commands: commandsTable(commands),
    }),
    await fill('docs/faults.md', { effects: effectsTable(effects) }),
    await fill('docs/routes.md', {
      routes: routesTable(),
      operations: operationsTable(listOperations()),
      control: controlTable(controlOperations),
    }),
    await fill('docs/architecture.md', { modules: drawModules() }),
  ])
}

/** What is registered by lying in its folder: each file exports one constant that is called as the file is. */
const indexes = [
  {
    file: 'src/resources/index.ts',
    of: /^src\/resources\/[\w-]+\/(?!.*-(?:shape|specs?)$)[^/]+$/,
    write: (names: readonly string[]) => `
export { ${names.join()} }

/** Every definition. */
export const resources = [ ${names.join()} ] as const
`,
  },
  {
    file: 'src/simulation/actions.ts',
    of: /^src\/simulation\/.*-actions$/,
    write: (names: readonly string[]) => `import type { Action } from './core/action.ts'

/** Everything that a client may have done. */
export const actions: readonly Action[] = [ ${spread(names)} ]
`,
  },
  {
    file: 'src/cli/commands.ts',
    of: /^src\/cli\/commands\/.*-command$/,
    write: (names: readonly string[]) => `import type { Command } from './commands/command.ts'

/** Every command. */
export const commands: readonly Command[] = [ ${names.join()} ]
`,
  },
  {
    file: 'src/faults/effects.ts',
    of: /^src\/faults\/.*-effect$/,
    write: async (names: readonly string[], paths: readonly string[]) => {
      const members = await membersOf(paths)
      return `import { optional } from '../json-schema/shape.ts'
import type { EffectKind } from './effects/effect-kind.ts'

/** Everything that may go wrong with an answer. */
export const effects: readonly EffectKind[] = [ ${names.join()} ]

/** The members of an effect, as programs write them. */
export interface EffectMembers { ${members.map(({ type }) => type).join('\n')} }

/** What each of them may be. */
export const effectMembers = { ${members.map(({ shape }) => shape).join()} }
`
    },
  },
  {
    file: 'src/seed/seeders.ts',
    of: /^src\/seed\/.*-seeder$/,
    write: (names: readonly string[]) => `import type { Seeder } from './seeder.ts'

/** Everything that an estate is made of beside its servers and jobs. */
export const seeders: readonly Seeder[] = [ ${names.join()} ]
`,
  },
  {
    file: 'src/simulation/lifecycles.ts',
    of: /^src\/simulation\/.*-lifecycle$/,
    write: (names: readonly string[]) => `import type { Lifecycle } from './core/lifecycle.ts'

/** How each type lives that lives by itself. */
export const lifecycles: Readonly<Record<string, Lifecycle>> = Object.fromEntries(
  [ ${spread(names)} ].map((each) => [each.type, each]),
)
`,
  },
]

/** The members by which rules ask for effects: as TypeScript has them, and their shapes. */
async function membersOf(paths: readonly string[]) {
  const modules = await Promise.all(
    paths.map(
      (path) =>
        import(/* @vite-ignore */ new URL(`${path}.ts`, root).href) as Promise<Readonly<Record<string, EffectKind>>>,
    ),
  )
  return modules
    .flatMap((each) => Object.entries(each))
    .flatMap(([kind, { name, description: says, shape, with: others = {} }]) => [
      {
        type: `/** ${says} */\nreadonly ${name}?: ${typeIn(shape)}`,
        shape: `${name}: optional(${kind}.shape)`,
      },
      ...Object.entries(others).map(([other, of]) => ({
        type: `/** Goes with \`${name}\`. */\nreadonly ${other}?: ${typeIn(of)}`,
        shape: `${other}: optional(${kind}.with.${other})`,
      })),
    ])
}

const spread = (names: readonly string[]): string => names.map((name) => `...${name}`).join()

/** The indexes, whole: path → content. What they hold imports them, so they are written before all else. */
async function writeIndexes(): Promise<[path: string, content: string][]> {
  const files = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => posix.join('src', file.replaceAll(sep, '/').slice(0, -'.ts'.length)))
    .sort()
  return Promise.all(
    indexes.map(async ({ file, of, write }) => {
      const named = files
        .filter((path) => of.test(path))
        .map((path) => ({ path, name: camelCase(posix.basename(path)) }))
        .sort((a, b) => (posix.basename(a.path) < posix.basename(b.path) ? -1 : 1))
      const imports = named.map(
        ({ path, name }) => `import { ${name} } from './${posix.relative(posix.dirname(file), path)}.ts'\n`,
      )
      const written = await write(
        named.map(({ name }) => name),
        named.map(({ path }) => path),
      )
      const text = `// Generated from the files beside it by \`npm run generate\`. Do not edit.\n${imports.join('')}${written}`
      return [file, await formatted(text, 'typescript')]
    }),
  )
}

const camelCase = (file: string): string => file.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const SCENARIOS = 'src/config/option-scenarios.ts'
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

/** A page with what stands between its marks written anew. */
async function fill(
  path: string,
  contents: Readonly<Record<string, string>>,
): Promise<[path: string, content: string]> {
  let page = read(path)
  for (const [mark, content] of Object.entries(contents)) {
    const [open, close] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`]
    const [from, to] = [page.indexOf(open), page.indexOf(close)]
    if (from < 0 || to < from) throw new Error(`${path} needs ${open} and, after it, ${close}.`)
    const filling = await formatted(content, 'markdown')
    page = `${page.slice(0, from)}${open}\n\n${filling}\n${page.slice(to)}`
  }
  return [path, page]
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
  for (const [path, content] of await writeIndexes()) write(path, content)
  write(SCENARIOS, await scenarioList())
  for (const [path, content] of await generate()) write(path, content)
}
