// Every option once. Types, what programs may hand over, readers, help and the table in docs come from here.
import { controlOptions } from './option-control.ts'
import * as kinds from './option-kinds.ts'
import { scenarioNames } from './option-scenarios.ts'
import { tlsOptions } from './option-tls.ts'
import { tellingOptions } from './option-telling.ts'
import { oneOfWords, commas, integerOption, onOff, port, several } from './option-values.ts'
import type { Kind, OptionValueOf } from './option-values.ts'

export const optionGroups = [
  'Listening',
  'The world',
  'Logging on',
  'On the wire',
  'TLS',
  'Control',
  'Telling',
] as const

interface Row {
  readonly flag: `--${string}`
  readonly group: (typeof optionGroups)[number]
  readonly form: string
  readonly kind: Kind<unknown>
  /** As it would be written; '' is an empty list, undefined is nothing. */
  readonly default: string | undefined
  readonly line: string
  /** What programs that embed the server are told of it, where that is not the line. */
  readonly forPrograms?: string
}

const table = {
  host: {
    flag: '--host',
    group: 'Listening',
    form: '<address>',
    kind: kinds.host,
    default: '127.0.0.1',
    line: 'Address to listen on; 0.0.0.0 is every one, as a container needs.',
  },
  httpPort: {
    flag: '--http-port',
    group: 'Listening',
    form: '<port|off>',
    kind: port,
    default: '9399',
    line: 'Port for HTTP; 0 is any free one.',
    forPrograms: 'Port for HTTP; 0 is any free one, `off` none.',
  },
  httpsPort: {
    flag: '--https-port',
    group: 'Listening',
    form: '<port|off>',
    kind: port,
    default: '9398',
    line: 'Port for HTTPS; 0 is any free one.',
    forPrograms: 'Port for HTTPS; 0 is any free one, `off` none.',
  },
  publicUrl: {
    flag: '--public-url',
    group: 'Listening',
    form: '<url>',
    kind: kinds.publicUrl,
    default: undefined,
    line: 'What every Href starts with; left out, the scheme and Host of the request.',
  },
  trustProxy: {
    flag: '--trust-proxy',
    group: 'Listening',
    form: '',
    kind: onOff,
    default: 'false',
    line: 'Believe X-Forwarded-Proto, -Host and -For.',
  },
  corsOrigin: {
    flag: '--cors-origin',
    group: 'Listening',
    form: '<origin>',
    kind: several(kinds.origin, commas),
    default: '',
    line: 'Origin whose pages may use the API; repeatable. Left out, every origin may.',
    forPrograms: 'Origins whose pages may use the API; left out, every origin may.',
  },
  stopTimeout: {
    flag: '--stop-timeout',
    group: 'Listening',
    form: '<time>',
    kind: kinds.duration,
    default: '5s',
    line: 'How long a stop waits, by the wall clock, for answers on their way; what stands still for two seconds is cut off, and a second signal ends at once.',
    forPrograms: 'How long a stop waits for answers that are still taken: milliseconds, or such as `5s`.',
  },
  scenario: {
    flag: '--scenario',
    group: 'The world',
    form: '<name|file>',
    kind: kinds.scenario,
    default: 'default',
    line: `The estate to start from: ${scenarioNames.join(', ')}, or a JSON file.`,
    forPrograms: 'The estate to start from: one that is built in, a whole one, or the path of a JSON file.',
  },
  sessions: {
    flag: '--sessions',
    group: 'The world',
    form: '<count>',
    kind: integerOption(1, 10_000_000, 'a whole number from 1 to 10000000'),
    default: '100000',
    line: 'How many job sessions the scenario large has.',
  },
  seed: {
    flag: '--seed',
    group: 'The world',
    form: '<number>',
    kind: integerOption(0, Number.MAX_SAFE_INTEGER, 'a whole number from 0 up'),
    default: '1',
    line: 'What chance is drawn from; the same seed makes the same world.',
  },
  now: {
    flag: '--now',
    group: 'The world',
    form: '<time>',
    kind: kinds.instantOption,
    default: undefined,
    line: 'When simulated time starts, such as 2025-08-16T13:30:00Z; left out, when the scenario says, else now.',
  },
  clock: {
    flag: '--clock',
    group: 'The world',
    form: '<real|frozen|Nx>',
    kind: kinds.pace,
    default: undefined,
    line: 'How simulated time runs: as the real one, not at all, or N times as fast (60x). Left out, as the scenario says, else real.',
  },
  memory: {
    flag: '--memory',
    group: 'The world',
    form: '<MB>',
    kind: integerOption(1, 10_000_000, 'a whole number of megabytes from 1 up'),
    default: undefined,
    line: 'How much all worlds may hold together, in MB: the idle ones go when there is no room, and what finds none is a 507. Left out, 65 % of what the heap of Node may be (NODE_OPTIONS=--max-old-space-size).',
    forPrograms:
      "Megabytes that all worlds may hold together; left out, 65 % of what Node's heap may be. Idle worlds go when there is no room.",
  },
  edition: {
    flag: '--edition',
    group: 'The world',
    form: '<edition>',
    kind: oneOfWords('community', 'standard', 'enterprise-plus'),
    default: 'enterprise-plus',
    line: 'Which license it has: community, standard, enterprise-plus. Below the last, all that would change something is a 403.',
  },
  user: {
    flag: '--user',
    group: 'Logging on',
    form: '<name:password[:role]>',
    kind: several(kinds.user, { environment: /[;\r\n]/ }),
    default: '',
    line: 'Who may log on; repeatable (in the environment: one a line, or ; between). Roles: portal-administrator (without one), portal-user, restore-operator. Left out, any name and password.',
    forPrograms: 'Who may log on, as objects or as `name:password:role`; left out, any name and password.',
  },
  sessionTimeout: {
    flag: '--session-timeout',
    group: 'Logging on',
    form: '<time>',
    kind: kinds.duration,
    default: '15m',
    line: 'How long an idle logon lasts, in simulated time: 90s, 15m, 1h or PT15M.',
    forPrograms: 'How long an idle logon lasts, in simulated time: milliseconds, or such as `90s`, `15m`, `PT15M`.',
  },
  dialect: {
    flag: '--dialect',
    group: 'On the wire',
    form: '<v12|v13>',
    kind: oneOfWords('v12', 'v13'),
    default: 'v12',
    line: 'JSON with PascalCase names (v12) or camelCase names (v13).',
  },
  database: {
    flag: '--database',
    group: 'On the wire',
    form: '<postgresql|sqlserver>',
    kind: oneOfWords('postgresql', 'sqlserver'),
    default: 'postgresql',
    line: 'Whose time precision and names to show.',
  },
  bom: {
    flag: '--bom',
    group: 'On the wire',
    form: '',
    kind: onOff,
    default: 'false',
    line: 'Begin bodies with a byte order mark, as old servers do.',
  },
  legacyVersions: {
    flag: '--legacy-versions',
    group: 'On the wire',
    form: '',
    kind: onOff,
    default: 'false',
    line: 'List the API versions v1_2 to v1_4 too; they are taken at logon anyway.',
  },
  ...tlsOptions,
  ...controlOptions,
  ...tellingOptions,
} as const satisfies Record<string, Row>

export type OptionKey = keyof typeof table

/** What holds, once every default is filled in. */
export type Settings = {
  readonly [K in OptionKey]:
    OptionValueOf<(typeof table)[K]['kind']> | ((typeof table)[K]['default'] extends string ? never : undefined)
}

export interface Option extends Row {
  readonly key: OptionKey
  readonly environment: string
}

export const options: readonly Option[] = (Object.keys(table) as OptionKey[]).map((key) => ({
  key,
  environment: environmentName(table[key].flag),
  ...table[key],
}))

function environmentName(flag: string): string {
  return `MOCK_EM_${flag.slice(2).replaceAll('-', '_').toUpperCase()}`
}
