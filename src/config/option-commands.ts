// What a command may be told beside the options of the server.
import { duration, publicUrl, worldNameOption } from './option-kinds.ts'
import { oneOfWords, onOff, type Kind, type OptionValueOf } from './option-values.ts'

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
    kind: worldNameOption,
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
    kind: oneOfWords('sh', 'powershell', 'dotenv', 'json'),
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
    OptionValueOf<(typeof ownTable)[K]['kind']> | ((typeof ownTable)[K]['default'] extends string ? never : undefined)
}

export interface OwnOption extends OwnRow {
  readonly key: OwnKey
}

export const ownOptions: readonly OwnOption[] = (Object.keys(ownTable) as OwnKey[]).map((key) => ({
  key,
  ...ownTable[key],
}))

/** A command: what it is called, what it takes, and what help says of it. */
export interface CommandForm {
  readonly name: string
  /** In a line, for help. */
  readonly line: string
  /** What comes after it; nothing if not given. */
  readonly operands?: {
    /** As help shows it: `[file]`. */
    readonly form: string
    readonly least: number
    readonly most: number
  }
  /** The options that are its own; none if not given. */
  readonly own?: readonly OwnKey[]
}
