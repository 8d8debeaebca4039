// Every command once: what it takes, and what help says of it.
import { duration, publicUrl, worldName } from './option-kinds.ts'
import { choice, onOff, type Kind, type ValueOf } from './option-values.ts'

interface OwnRow {
  readonly flag: `--${string}`
  readonly form: string
  readonly kind: Kind<unknown>
  readonly default: string | undefined
  /** The variable that says the same, if there is one. */
  readonly environment: `MOCK_EM_${string}` | undefined
  readonly line: string
}

const ownTable = {
  url: {
    flag: '--url',
    form: '<url>',
    kind: publicUrl,
    default: undefined,
    environment: 'MOCK_EM_URL',
    line: 'The running server, such as http://127.0.0.1:9399; left out, what --ready-file tells, or --host and the ports.',
  },
  world: {
    flag: '--world',
    form: '<name>',
    kind: worldName,
    default: undefined,
    environment: 'MOCK_EM_WORLD',
    line: 'Which of its worlds; left out, the one that is there from the start.',
  },
  timeout: {
    flag: '--timeout',
    form: '<time>',
    kind: duration,
    default: '30s',
    environment: undefined,
    line: 'How long to wait, such as 10s.',
  },
  format: {
    flag: '--format',
    form: '<sh|powershell|dotenv|json>',
    kind: choice('sh', 'powershell', 'dotenv', 'json'),
    default: 'sh',
    environment: undefined,
    line: 'Who is to read it.',
  },
  json: {
    flag: '--json',
    form: '',
    kind: onOff,
    default: 'false',
    environment: undefined,
    line: 'As JSON, for programs.',
  },
} as const satisfies Record<string, OwnRow>

export type OwnKey = keyof typeof ownTable

/** What a command was told by options that are no options of the server, defaults filled in. */
export type Own = {
  readonly [K in OwnKey]:
    | ValueOf<(typeof ownTable)[K]['kind']>
    | ((typeof ownTable)[K]['default'] extends string ? never : undefined)
}

export interface OwnOption extends OwnRow {
  readonly key: OwnKey
}

export const ownOptions: readonly OwnOption[] = (Object.keys(ownTable) as OwnKey[]).map((key) => ({
  key,
  ...ownTable[key],
}))

interface CommandRow {
  /** What comes after it, as help shows it; '' if nothing does. */
  readonly operands: string
  readonly least: number
  readonly most: number
  readonly own: readonly OwnKey[]
  readonly line: string
}

const client = ['url', 'world'] as const
const none = { operands: '', least: 0, most: 0, own: [] } as const

export const commands = {
  serve: { ...none, line: 'start, and serve until stopped; the command when none is given' },
  healthcheck: { ...none, own: ['url'], line: 'ask a server once; exit 0 if it is well, else 1' },
  wait: { ...none, own: ['url', 'timeout'], line: 'wait until a server answers that it is well' },
  stop: { ...none, own: ['url', 'timeout'], line: 'end a server, and wait until it has ended' },
  env: {
    ...none,
    own: ['url', 'world', 'format'],
    line: 'print where a server is and who may log on, as variables of the environment',
  },
  dump: {
    operands: '[file]',
    least: 0,
    most: 1,
    own: client,
    line: "write a world's state to a file, or to stdout",
  },
  load: {
    operands: '<file|->',
    least: 1,
    most: 1,
    own: client,
    line: 'put a world into the state that a dump holds; - is stdin',
  },
  reset: {
    operands: '[part...]',
    least: 0,
    most: 20,
    own: client,
    line: 'put a world, or parts such as data and faults, back to the start',
  },
  advance: {
    operands: '<time>',
    least: 1,
    most: 1,
    own: client,
    line: 'move story time on: PT2H, 90m, or to 2026-01-15T08:00:00Z',
  },
  faults: {
    operands: '[add <file|json> | remove <name> | clear]',
    least: 0,
    most: 2,
    own: [...client, 'json'],
    line: 'list faults with their hits, or change them',
  },
  snapshots: {
    operands: '[take [name] | restore <name> | drop <name>]',
    least: 0,
    most: 2,
    own: [...client, 'json'],
    line: 'list snapshots, or take, restore and drop one',
  },
  routes: {
    ...none,
    own: ['json'],
    line: 'list every operation that EM documents, all of which are served',
  },
  help: { ...none, line: 'show this' },
  version: { ...none, line: 'show the version' },
} as const satisfies Record<string, CommandRow>

export type Command = keyof typeof commands

export const commandNames = Object.keys(commands) as Command[]

/** A command by its name, in the form that all have. */
export const commandNamed = (name: Command): CommandRow => commands[name]
