/** What only a few may do, as a sentence says it. */
export type Power = 'read the wall clock' | 'draw at random' | 'set timers' | 'ask the process' | 'use node: modules'

export interface Room {
  /** As docs and sentences call it. */
  readonly name: string
  /** Its files begin with this; of several that fit, the longest one counts. */
  readonly begins: string
  /** Rooms whose files it may import, types included. */
  readonly opens: readonly string[]
  readonly packages: readonly string[]
  readonly may: readonly Power[]
  /** Others enter by this name alone. */
  readonly door?: string
  /** How the comment begins that opens one of its files and says what the room is. */
  readonly opening?: string
  /** What it is, for a room of loose files. */
  readonly says?: string
}

const inside = [
  'words',
  'json',
  'clock',
  'chance',
  'guest',
  'model',
  'resources',
  'store',
  'query',
  'wire',
  'logon',
  'life',
  'reports',
  'control',
  'openapi',
]

/** Every room and what it may: `architecture.test.ts` holds the sources to it, docs/architecture.md is drawn from it. */
export const rooms: readonly Room[] = [
  {
    name: 'grammar',
    begins: 'grammar/',
    opens: ['words'],
    packages: ['chevrotain'],
    may: [],
    door: '#grammar',
    opening: '// Room grammar: ',
  },
  {
    name: 'seed-data',
    begins: 'seed-data/',
    opens: [],
    packages: [],
    may: [],
    door: '#seed-data',
    opening: '// Room seed-data: ',
  },
  folder('words', []),
  folder('clock', [], { may: ['read the wall clock'] }),
  folder('chance', ['clock'], { packages: ['@faker-js/faker'], may: ['draw at random'] }),
  folder('model', ['clock']),
  folder('guest', ['clock']),
  folder('resources', ['model']),
  folder('store', ['model', 'clock']),
  folder('query', ['grammar', 'words', 'model', 'clock', 'store']),
  folder('wire', ['model', 'clock']),
  folder('logon', ['clock', 'chance']),
  folder('json', ['words', 'model', 'clock'], { packages: ['jsonc-parser'] }),
  folder('life', ['resources', 'store', 'model', 'json', 'guest', 'clock', 'chance']),
  folder(
    'seed',
    ['words', 'seed-data', 'json', 'control', 'logon', 'life', 'resources', 'store', 'model', 'clock', 'chance'],
    { may: ['use node: modules'] },
  ),
  folder('openapi', ['life', 'json', 'resources', 'model', 'wire']),
  folder('reports', ['resources', 'store', 'model', 'guest', 'clock', 'wire', 'logon']),
  folder('control', [
    'grammar',
    'words',
    'json',
    'query',
    'wire',
    'life',
    'resources',
    'store',
    'model',
    'logon',
    'clock',
    'chance',
  ]),
  folder('http', ['grammar', ...inside, 'options'], {
    packages: ['fastify', 'saxes', 'pino', '@peculiar/x509'],
    // Its one timer is how long it waits for requests in flight when it closes.
    may: ['use node: modules', 'set timers'],
  }),
  {
    name: 'options',
    begins: 'src/option',
    opens: ['seed-data', 'words', 'clock', 'logon'],
    packages: [],
    may: [],
    says: 'what can be asked for, by flag, environment or program',
  },
  folder('commands', ['options'], {
    // Its one timer is how long it waits for a server that is starting.
    may: ['use node: modules', 'set timers'],
  }),
  {
    name: 'house',
    begins: 'src/',
    opens: ['grammar', 'seed-data', ...inside, 'seed', 'http', 'options', 'commands'],
    packages: [],
    may: ['use node: modules'],
    says: 'the rooms put together, and what is told to people',
  },
  folder('fixtures', ['house', 'options'], {
    packages: ['vitest', '@playwright/test'],
    may: ['use node: modules'],
  }),
  {
    name: 'main',
    begins: 'src/main.ts',
    opens: ['house', 'options', 'commands'],
    packages: [],
    // Its one timer is how often it looks whether npm, which started it, is still there.
    may: ['ask the process', 'use node: modules', 'set timers'],
    says: 'the command',
  },
]

function folder(
  name: string,
  opens: readonly string[],
  { packages = [], may = [] }: Partial<Pick<Room, 'packages' | 'may'>> = {},
): Room {
  return {
    name,
    begins: `src/${name}/`,
    opens,
    packages,
    may,
    opening: `// Room ${name}: `,
  }
}

/** The room that a file is in. Throws a plain Error for a file outside all of them. */
export function roomOf(path: string): Room {
  const [memoryGuard] = rooms
    .filter(({ begins }) => path.startsWith(begins))
    .sort((a, b) => b.begins.length - a.begins.length)
  if (memoryGuard === undefined) throw new Error(`${path} is in no room.`)
  return memoryGuard
}

/** Where a room is, for people: `src/query`, `src/option*.ts`. */
export const placeOf = ({ begins }: Room): string =>
  begins === 'src/'
    ? 'src/*.ts'
    : begins.endsWith('/')
      ? begins.slice(0, -1)
      : begins.endsWith('.ts')
        ? begins
        : `${begins}*.ts`

/** On which floor a room lies: 1 opens nothing, any other is above all that it opens. Throws a plain Error if rooms open each other in a ring. */
export function floorOf(name: string, above: readonly string[] = []): number {
  if (above.includes(name)) throw new Error(`Rooms in a ring: ${[...above, name].join(' → ')}.`)
  const memoryGuard = rooms.find((each) => each.name === name)
  if (memoryGuard === undefined) throw new Error(`There is no room ${name}.`)
  return 1 + Math.max(0, ...memoryGuard.opens.map((opened) => floorOf(opened, [...above, name])))
}
