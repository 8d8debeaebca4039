/** What only a few modules may do, as a sentence says it. */
export type Power = 'read the wall clock' | 'draw at random' | 'set timers' | 'ask the process' | 'use node: modules'

export interface Module {
  /** As docs and sentences call it. */
  readonly name: string
  /** Its files begin with this; of several that fit, the longest one counts. */
  readonly prefix: string
  /** Modules whose files it may import, types included. */
  readonly imports: readonly string[]
  readonly packages: readonly string[]
  readonly powers: readonly Power[]
  /** Others import it by this name alone. */
  readonly entryPoint?: string
  /** How the comment begins that opens one of its files and says what the module is. */
  readonly opening?: string
  /** What it is, for a module of loose files. */
  readonly description?: string
}

/** What everything else is built on: these know neither each other's callers nor HTTP. */
const base = ['text', 'clock', 'random', 'model', 'resources', 'store', 'query', 'wire', 'auth', 'json-schema']
/** What one server and its worlds consist of. */
const server = ['simulation', 'openapi', 'operations', 'log', 'config', 'tls', 'journal', 'faults', 'worlds']

/** Every module and what it may: `architecture.test.ts` holds the sources to it, docs/architecture.md is drawn from it. */
export const modules: readonly Module[] = [
  { ...folder('grammar', ['text'], { packages: ['chevrotain'] }), prefix: 'grammar/', entryPoint: '#grammar' },
  { ...folder('seed-data', []), prefix: 'seed-data/', entryPoint: '#seed-data' },
  folder('text', []),
  folder('clock', [], { powers: ['read the wall clock'] }),
  folder('random', ['clock'], { packages: ['@faker-js/faker'], powers: ['draw at random'] }),
  folder('model', ['clock']),
  folder('guest-files', ['clock']),
  folder('resources', ['model']),
  folder('store', ['model']),
  folder('query', ['grammar', 'text', 'model', 'clock', 'store']),
  folder('wire', ['model', 'clock']),
  folder('auth', ['clock', 'random']),
  folder('json-schema', ['text', 'model', 'clock'], { packages: ['jsonc-parser'] }),
  folder('log', ['text', 'clock'], { packages: ['pino'], powers: ['use node: modules'] }),
  folder('config', ['seed-data', 'text', 'clock', 'auth']),
  folder('tls', ['clock'], { packages: ['@peculiar/x509'], powers: ['use node: modules'] }),
  folder('simulation', ['resources', 'store', 'model', 'json-schema', 'guest-files', 'clock', 'random']),
  folder('documents', ['resources', 'store', 'model', 'guest-files', 'clock', 'wire', 'auth']),
  folder('openapi', ['simulation', 'json-schema', 'resources', 'model', 'wire']),
  folder('operations', ['resources', 'model', 'text', 'openapi']),
  folder('journal', ['grammar', 'text', 'model', 'clock', 'store', 'query', 'auth', 'simulation', 'log', 'operations']),
  folder('faults', ['model', 'clock', 'random', 'json-schema', 'query', 'journal']),
  folder('dump', ['model', 'resources', 'clock', 'json-schema', 'auth', 'simulation', 'faults']),
  folder(
    'seed',
    ['seed-data', 'text', 'clock', 'random', 'model', 'resources', 'store', 'auth', 'json-schema', 'simulation', 'faults', 'dump'], // prettier-ignore
    { powers: ['use node: modules'] },
  ),
  folder(
    'worlds',
    ['model', 'clock', 'query', 'wire', 'auth', 'simulation', 'operations', 'log', 'config', 'tls', 'journal', 'faults'], // prettier-ignore
    // Its one timer is how long an answer may stand still that nobody reads.
    { powers: ['use node: modules', 'set timers'] },
  ),
  folder('entities', ['text', 'clock', 'random', 'model', 'store', 'query', 'wire', 'simulation', 'journal']),
  folder('control', [...base.filter((name) => name !== 'store'), ...server, 'entities', 'dump']),
  folder('http', [...base, ...server, 'guest-files', 'documents', 'control'], {
    packages: ['fastify', 'saxes'],
    // Its one timer is how long it waits for requests in flight when it closes.
    powers: ['use node: modules', 'set timers'],
  }),
  folder('embed', [...base, ...server, 'seed-data', 'seed', 'entities', 'control', 'http', 'version'], {
    powers: ['use node: modules'],
  }),
  folder('cli', ['config', 'embed', 'http'], {
    // Its one timer is how long it waits for a server that is starting.
    powers: ['use node: modules', 'set timers'],
  }),
  {
    name: 'version',
    prefix: 'src/version.ts',
    imports: [],
    packages: [],
    powers: ['use node: modules'],
    description: 'which version this is',
  },
  {
    name: 'entry points',
    prefix: 'src/',
    imports: ['seed-data', ...base, ...server, 'entities', 'control', 'embed', 'cli'],
    packages: [],
    powers: ['use node: modules'],
    description: 'what is built: the library and all of a server as one file',
  },
  folder('fixtures', ['entry points'], {
    packages: ['vitest', '@playwright/test'],
    powers: ['use node: modules'],
  }),
  {
    name: 'main',
    prefix: 'src/main.ts',
    imports: ['config', 'embed', 'cli', 'version', 'entry points'],
    packages: [],
    // Its one timer is how often it looks whether npm, which started it, is still there.
    powers: ['ask the process', 'use node: modules', 'set timers'],
    description: 'the command `mock-em`',
  },
]

function folder(
  name: string,
  imports: readonly string[],
  { packages = [], powers = [] }: Partial<Pick<Module, 'packages' | 'powers'>> = {},
): Module {
  return { name, prefix: `src/${name}/`, imports, packages, powers, opening: `// Module ${name}: ` }
}

/** The module that a file is in. Throws a plain Error for a file outside all of them. */
export function moduleOf(path: string): Module {
  const [module] = modules
    .filter(({ prefix }) => path.startsWith(prefix))
    .sort((a, b) => b.prefix.length - a.prefix.length)
  if (module === undefined) throw new Error(`${path} is in no module.`)
  return module
}

/** Where a module is, for people: `src/query`, `src/*.ts`. */
export const placeOf = ({ prefix }: Module): string =>
  prefix === 'src/' ? 'src/*.ts' : prefix.endsWith('/') ? prefix.slice(0, -1) : prefix

/** The layer of a module: 1 imports nothing, any other is above all that it imports. Throws a plain Error if modules import each other in a ring. */
export function layerOf(name: string, above: readonly string[] = []): number {
  if (above.includes(name)) throw new Error(`Modules in a ring: ${[...above, name].join(' → ')}.`)
  const module = modules.find((each) => each.name === name)
  if (module === undefined) throw new Error(`There is no module ${name}.`)
  return 1 + Math.max(0, ...module.imports.map((imported) => layerOf(imported, [...above, name])))
}
