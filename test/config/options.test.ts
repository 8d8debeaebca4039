import { describe, expect, it } from 'vitest'
import { helpText, optionsTable } from '../../src/cli/help.ts'
import { options } from '../../src/config/option-table.ts'
import { commands } from '../../src/cli/commands.ts'
import { ownOptions } from '../../src/config/option-commands.ts'
import { readOptions, resolveOptions, type Options, type Own, type Settings } from '../../src/config/options.ts'

const usual = {
  host: '127.0.0.1',
  httpPort: 9399,
  httpsPort: 9398,
  publicUrl: undefined,
  trustProxy: false,
  corsOrigin: [],
  stopTimeout: 5000,
  scenario: 'default',
  sessions: 100_000,
  seed: 1,
  now: undefined,
  memory: undefined,
  clock: undefined,
  user: [],
  sessionTimeout: 900_000,
  dialect: 'v12',
  edition: 'enterprise-plus',
  database: 'postgresql',
  bom: false,
  legacyVersions: false,
  tlsCert: undefined,
  tlsKey: undefined,
  tlsSan: [],
  tlsDir: undefined,
  control: true,
  token: undefined,
  prefer: true,
  strict: false,
  strictLinks: false,
  quietHeaders: false,
  readyFile: undefined,
  log: 'info',
} satisfies Partial<Settings>

/** What holds where nothing is asked for. */
const defaults = settingsOf(readOptions([], {}, commands))

function settingsOf(told: ReturnType<typeof readOptions>): Settings {
  if ('problem' in told) throw new Error(told.problem.text)
  return told.settings
}

it('nothing that is asked for is the usual', () => {
  expect(defaults).toMatchObject(usual)
})

const own: Own = {
  url: undefined,
  world: undefined,
  timeout: 30_000,
  format: 'sh',
  json: false,
}

type Env = Readonly<Record<string, string>>
const words = (line: string): string[] => (line === '' ? [] : line.split(' '))
const admin = { name: 'admin', password: 'secret', role: 'Portal Administrator' } as const

describe('a command line and an environment become settings', () => {
  const rows: readonly [line: string, env: Env, settings: Partial<Settings>, given?: Partial<Own>][] = [
    ['', {}, {}],
    ['serve', {}, {}],
    ['', { PATH: '/bin', MOCK_EM_SEED: '' }, {}],

    ['--host 0.0.0.0', {}, { host: '0.0.0.0' }],
    ['--host=::1', {}, { host: '::1' }],
    ['', { MOCK_EM_HOST: 'em.example.test' }, { host: 'em.example.test' }],
    ['--http-port 0 --https-port off', {}, { httpPort: 0, httpsPort: 'off' }],
    ['--http-port=8080', {}, { httpPort: 8080 }],
    ['--http-port OFF', {}, { httpPort: 'off' }],
    ['--http-port 0 --https-port 0', {}, { httpPort: 0, httpsPort: 0 }],
    ['--seed 2', { MOCK_EM_SEED: '3', MOCK_EM_HTTP_PORT: '1' }, { seed: 2, httpPort: 1 }],
    ['--seed 2 --seed 4', {}, { seed: 4 }],
    ['serve --seed 2', {}, { seed: 2 }],
    ['--seed 2 serve', {}, { seed: 2 }],

    ['--public-url https://em.example.test/', {}, { publicUrl: 'https://em.example.test' }],
    ['--public-url http://h:1/a/b', {}, { publicUrl: 'http://h:1/a/b' }],
    [
      '--cors-origin http://localhost:5173 --cors-origin https://ui.test/',
      {},
      { corsOrigin: ['http://localhost:5173', 'https://ui.test'] },
    ],
    ['', { MOCK_EM_CORS_ORIGIN: 'http://a, null' }, { corsOrigin: ['http://a', 'null'] }],

    ['--trust-proxy', {}, { trustProxy: true }],
    ['--bom --legacy-versions', {}, { bom: true, legacyVersions: true }],
    ['--bom --no-bom', {}, { bom: false }],
    ['--no-bom', { MOCK_EM_BOM: 'yes' }, { bom: false }],
    ['--bom=no', {}, { bom: false }],
    ['', { MOCK_EM_BOM: 'TRUE', MOCK_EM_LEGACY_VERSIONS: '1' }, { bom: true, legacyVersions: true }],
    ['', { MOCK_EM_BOM: '0', MOCK_EM_TRUST_PROXY: 'no' }, {}],

    ['--scenario large --sessions 1000000', {}, { scenario: 'large', sessions: 1_000_000 }],
    ['', { MOCK_EM_SCENARIO: './my estate.json\n' }, { scenario: './my estate.json' }],
    ['--now 2025-08-16T13:30:00Z', {}, { now: '2025-08-16T13:30:00.000Z' }],
    ['--now 2025-08-16T13:30', {}, { now: '2025-08-16T13:30:00.000Z' }],
    ['--now 2025-08-16', {}, { now: '2025-08-16T00:00:00.000Z' }],
    ['--now 2025-08-16T13:30:00.125+02:00', {}, { now: '2025-08-16T11:30:00.125Z' }],
    ['--clock Real', {}, { clock: 'real' }],
    ['--clock frozen', {}, { clock: 'frozen' }],
    ['--clock 60x', {}, { clock: { rate: 60 } }],
    ['', { MOCK_EM_CLOCK: '0.5X' }, { clock: { rate: 0.5 } }],

    ['--user admin:secret', {}, { user: [admin] }],
    [
      '--user admin:secret --user guest:a;b,c:portal-user',
      {},
      { user: [admin, { name: 'guest', password: 'a;b,c', role: 'Portal User' }] },
    ],
    [
      '--user=op:with:colons:RESTORE_OPERATOR',
      {},
      { user: [{ name: 'op', password: 'with:colons', role: 'Restore Operator' }] },
    ],
    [
      '',
      { MOCK_EM_USER: 'admin:secret\nDOM\\op:p w:Restore Operator;' },
      { user: [admin, { name: 'DOM\\op', password: 'p w', role: 'Restore Operator' }] },
    ],
    ['--user admin:secret', { MOCK_EM_USER: 'other:secret' }, { user: [admin] }],
    ['--session-timeout 90s', {}, { sessionTimeout: 90_000 }],
    ['--session-timeout 1h', {}, { sessionTimeout: 3_600_000 }],
    ['--session-timeout PT15M', {}, { sessionTimeout: 900_000 }],
    ['--session-timeout PT1H30M0.5S', {}, { sessionTimeout: 5_400_500 }],

    ['--dialect V13 --database SQLServer', {}, { dialect: 'v13', database: 'sqlserver' }],
    ['--tls-cert c.pem --tls-key k.pem', {}, { tlsCert: 'c.pem', tlsKey: 'k.pem' }],
    [
      '--tls-cert c.pem --tls-key k.pem',
      { MOCK_EM_TLS_DIR: 'off' },
      { tlsCert: 'c.pem', tlsKey: 'k.pem', tlsDir: 'off' },
    ],
    ['--tls-san a.test,10.0.0.5 --tls-san *.b.test', {}, { tlsSan: ['a.test', '10.0.0.5', '*.b.test'] }],
    ['', { MOCK_EM_TLS_SAN: 'a.test b.test;c.test' }, { tlsSan: ['a.test', 'b.test', 'c.test'] }],
    ['--log debug', {}, { log: 'debug' }],
    ['--no-control --no-prefer', {}, { control: false, prefer: false }],
    ['', { MOCK_EM_CONTROL: 'no', MOCK_EM_STRICT: 'yes' }, { control: false, strict: true }],
    ['--strict --strict-links --quiet-headers', {}, { strict: true, strictLinks: true, quietHeaders: true }],
    ['--token s3cret', {}, { token: 's3cret' }],
    ['', { MOCK_EM_TOKEN: ' s3cret\n' }, { token: 's3cret' }],
    ['', { MOCK_EM_URL: 'http://a:1', MOCK_EM_WORLD: 'a' }, {}, { url: 'http://a:1', world: 'a' }],
  ]
  it.each(rows)('mock-em %s  %o', (line, env, settings, given = {}) => {
    expect(readOptions(words(line), env, commands)).toEqual({
      command: 'serve',
      settings: { ...defaults, ...settings },
      own: { ...own, ...given },
      operands: [],
    })
  })

  const ofCommands: readonly [line: string, env: Env, operands: string[], own: Partial<Own>][] = [
    ['routes --json', {}, [], { json: true }],
    ['--json routes --no-json', {}, [], {}],
    ['wait', {}, [], {}],
    ['wait --timeout 10s --url http://em.test:1/', {}, [], { timeout: 10_000, url: 'http://em.test:1' }],
    ['wait', { MOCK_EM_URL: 'http://a:1' }, [], { url: 'http://a:1' }],
    ['wait --url http://b:2', { MOCK_EM_URL: 'http://a:1' }, [], { url: 'http://b:2' }],
    ['wait --http-port 9399', { MOCK_EM_URL: 'http://a:1' }, [], {}],
    ['wait', { MOCK_EM_URL: '' }, [], {}],
    ['env --format DotEnv --world checkout-test', {}, [], { format: 'dotenv', world: 'checkout-test' }],
    ['dump', { MOCK_EM_WORLD: 'a' }, [], { world: 'a' }],
    ['dump state.json', {}, ['state.json'], {}],
    ['load -', {}, ['-'], {}],
    ['load serve', {}, ['serve'], {}],
    ['reset', {}, [], {}],
    ['reset data clock', {}, ['data', 'clock'], {}],
    ['advance PT2H', {}, ['PT2H'], {}],
    ['faults', {}, [], {}],
    ['faults add {"name":"busy"}', {}, ['add', '{"name":"busy"}'], {}],
    ['snapshots --json', {}, [], { json: true }],
  ] // prettier-ignore
  it.each(ofCommands)('mock-em %s  %o', (line, env, operands, given) => {
    expect(readOptions(words(line), env, commands)).toEqual({
      command: words(line).find((word) => !word.startsWith('-')),
      settings: defaults,
      own: { ...own, ...given },
      operands,
    })
  })
})

describe('variables that were set for a service called mock-em are passed over', () => {
  it.each<[names: string, env: Env]>([
    [
      'MOCK_EM_SERVICE_HOST, MOCK_EM_SERVICE_PORT, MOCK_EM_SERVICE_PORT_HTTP, MOCK_EM_PORT, MOCK_EM_PORT_9399_TCP, MOCK_EM_PORT_9399_TCP_PROTO, MOCK_EM_PORT_9399_TCP_PORT, MOCK_EM_PORT_9399_TCP_ADDR',
      {
        MOCK_EM_SERVICE_HOST: '10.96.0.7',
        MOCK_EM_SERVICE_PORT: '9399',
        MOCK_EM_SERVICE_PORT_HTTP: '9399',
        MOCK_EM_PORT: 'tcp://10.96.0.7:9399',
        MOCK_EM_PORT_9399_TCP: 'tcp://10.96.0.7:9399',
        MOCK_EM_PORT_9399_TCP_PROTO: 'tcp',
        MOCK_EM_PORT_9399_TCP_PORT: '9399',
        MOCK_EM_PORT_9399_TCP_ADDR: '10.96.0.7',
      },
    ],
    // A service called mock-em-http; and a container that is linked.
    ['MOCK_EM_HTTP_PORT', { MOCK_EM_HTTP_PORT: 'tcp://10.96.0.8:80' }],
    ['MOCK_EM_NAME, MOCK_EM_ENV_PATH', { MOCK_EM_NAME: '/app/mock-em', MOCK_EM_ENV_PATH: '/bin' }],
  ])('%s', (names, env) => {
    expect(readOptions([], env, commands)).toEqual({
      command: 'serve',
      settings: defaults,
      own,
      operands: [],
      note: `Passed over ${names}: Kubernetes and Docker set such variables for a service called mock-em. In a pod, enableServiceLinks: false keeps them away.`,
    })
  })
})

describe('a command line and an environment are refused', () => {
  const rows: readonly [line: string, env: Env, exitCode: number, text: string][] = [
    [
      '--htpp-port 1',
      {},
      64,
      '--htpp-port is not an option of mock-em. Did you mean --http-port? mock-em --help lists them all.',
    ],
    [
      '--port 1',
      {},
      64,
      '--port is not an option of mock-em. Did you mean --http-port? mock-em --help lists them all.',
    ],
    [
      '--httpsPort=1',
      {},
      64,
      '--httpsPort is not an option of mock-em. Did you mean --https-port? mock-em --help lists them all.',
    ],
    ['--no-bon', {}, 64, '--no-bon is not an option of mock-em. Did you mean --no-bom? mock-em --help lists them all.'],
    ['--no-seed', {}, 64, '--no-seed: only a switch is undone so; --seed takes <number>.'],
    [
      '--verison',
      {},
      64,
      '--verison is not an option of mock-em. Did you mean --version? mock-em --help lists them all.',
    ],
    ['--turbo', {}, 64, '--turbo is not an option of mock-em. mock-em --help lists them all.'],
    ['-p 80', {}, 64, '-p is not an option of mock-em. mock-em --help lists them all.'],
    ['serv', {}, 64, 'serv is not a command of mock-em. Did you mean serve? mock-em --help tells more.'],
    ['toString', {}, 64, 'toString is not a command of mock-em. mock-em --help tells more.'],
    ['serve healthcheck', {}, 64, 'healthcheck comes after serve: give one command.'],
    ['--seed', {}, 64, '--seed needs a value: --seed <number>.'],
    ['--http-port --bom', {}, 64, '--http-port needs a value: --http-port <port|off>.'],
    ['--no-bom=true', {}, 64, '--no-bom takes no value.'],
    ['--bom=maybe', {}, 64, '--bom "maybe": expected true or false (or 1, 0, yes, no).'],
    ['--bom true', {}, 64, 'true is not a command of mock-em. mock-em --help tells more.'],

    ['--http-port 65536', {}, 64, '--http-port "65536": expected a port from 1 to 65535, 0 for any free one, or off.'],
    ['--https-port -1', {}, 64, '--https-port "-1": expected a port from 1 to 65535, 0 for any free one, or off.'],
    ['--http-port=', {}, 64, '--http-port "": expected a port from 1 to 65535, 0 for any free one, or off.'],
    [
      '--host http://a',
      {},
      64,
      '--host "http://a": expected an address or a host name without a port, such as 127.0.0.1, 0.0.0.0 or ::1.',
    ],
    [
      '--public-url em.test',
      {},
      64,
      '--public-url "em.test": expected an http or https URL without a query, such as https://em.example.test:9398.',
    ],
    [
      '--cors-origin *',
      {},
      64,
      '--cors-origin "*": expected an origin such as http://localhost:5173; left out, every origin is allowed.',
    ],
    [
      '--cors-origin http://a/page',
      {},
      64,
      '--cors-origin "http://a/page": expected an origin such as http://localhost:5173; left out, every origin is allowed.',
    ],
    ['--scenario=', {}, 64, '--scenario "": expected the name of a scenario or the path of a scenario file.'],
    ['--sessions 0', {}, 64, '--sessions "0": expected a whole number from 1 to 10000000.'],
    ['--seed 1.5', {}, 64, '--seed "1.5": expected a whole number from 0 up.'],
    [
      '--now yesterday',
      {},
      64,
      '--now "yesterday": expected an ISO 8601 date and time from 1970 to 2199, such as 2025-08-16T13:30:00Z.',
    ],
    [
      '--now 2025-02-30',
      {},
      64,
      '--now "2025-02-30": expected an ISO 8601 date and time from 1970 to 2199, such as 2025-08-16T13:30:00Z.',
    ],
    [
      '--now 2025-08-16T25:00Z',
      {},
      64,
      '--now "2025-08-16T25:00Z": expected an ISO 8601 date and time from 1970 to 2199, such as 2025-08-16T13:30:00Z.',
    ],
    ['--clock 0x', {}, 64, '--clock "0x": expected real, frozen, or a speed such as 60x.'],
    ['--clock frozne', {}, 64, '--clock "frozne": expected real, frozen, or a speed such as 60x. Did you mean frozen?'],
    [
      '--session-timeout 15',
      {},
      64,
      '--session-timeout "15": expected a length of time with its unit, such as 15s, 15m or PT15S.',
    ],
    [
      '--session-timeout PT',
      {},
      64,
      '--session-timeout "PT": expected a length of time such as 90s, 15m, 2h, 31d, PT2H or P31D, without months and years, which have no one length.',
    ],
    ['--session-timeout 0s', {}, 64, '--session-timeout "0s": expected more than no time at all, such as 90s.'],
    ['--user admin', {}, 64, '--user "admin:": expected name:password or name:password:role, neither of them empty.'],
    ['--user :secret', {}, 64, '--user ":…": expected name:password or name:password:role, neither of them empty.'],
    [
      '--user a:secret:Portal-Usr',
      {},
      64,
      '--user "a:…:Portal-Usr": expected the role Portal Administrator, Portal User or Restore Operator after the last colon. Did you mean Portal User?',
    ],
    [
      '--tls-san a_b/c',
      {},
      64,
      '--tls-san "a_b/c": expected a host name or an address, such as em.example.test or 10.0.0.5.',
    ],
    ['--dialect v14', {}, 64, '--dialect "v14": expected v12 or v13. Did you mean v12?'],
    ['--token=', {}, 64, '--token "…": expected a text of 1 to 200 ASCII characters without spaces.'],
    ['--json', {}, 64, '--json goes with faults, routes, snapshots: mock-em faults --json.'],
    ['dump --timeout 1s', {}, 64, '--timeout goes with stop, wait: mock-em stop --timeout <time>.'],
    ['wait --url', {}, 64, '--url needs a value: --url <url>.'],
    [
      'wait --url em.test',
      {},
      64,
      '--url "em.test": expected an http or https URL without a query, such as https://em.example.test:9398.',
    ],
    [
      'dump --world a/b',
      {},
      64,
      '--world "a/b": expected a name of 1 to 64 letters, digits, dots, dashes and underscores, a letter or digit first.',
    ],
    ['env --format bash', {}, 64, '--format "bash": expected sh, powershell, dotenv or json.'],
    [
      'env --fromat sh',
      {},
      64,
      '--fromat is not an option of mock-em. Did you mean --format? mock-em --help lists them all.',
    ],
    ['advance', {}, 64, 'advance needs to be told more: mock-em advance <time>.'],
    ['advance PT1H PT2H', {}, 64, 'PT2H is too much: mock-em advance <time>.'],
    ['dump a b', {}, 64, 'b is too much: mock-em dump [file].'],
    ['wait 10s', {}, 64, '10s is not a command of mock-em. mock-em --help tells more.'],
    ['fault', {}, 64, 'fault is not a command of mock-em. Did you mean faults? mock-em --help tells more.'],
    [
      '',
      { MOCK_EM_WORLD: 'a b' },
      78,
      'MOCK_EM_WORLD "a b": expected a name of 1 to 64 letters, digits, dots, dashes and underscores, a letter or digit first.',
    ],
    [
      '',
      { MOCK_EM_TOKEN: 'a b' },
      78,
      'MOCK_EM_TOKEN "…": expected a text of 1 to 200 ASCII characters without spaces.',
    ],
    ['--log trace', {}, 64, '--log "trace": expected silent, info or debug.'],

    [
      '',
      { MOCK_EM_HTTP_PORT: 'http' },
      78,
      'MOCK_EM_HTTP_PORT "http": expected a port from 1 to 65535, 0 for any free one, or off.',
    ],
    ['', { MOCK_EM_BOM: 'on' }, 78, 'MOCK_EM_BOM "on": expected true or false (or 1, 0, yes, no).'],
    [
      '',
      { MOCK_EM_USER: 'a:b;c' },
      78,
      'MOCK_EM_USER "c:": expected name:password or name:password:role, neither of them empty.',
    ],
    [
      '',
      { MOCK_EM_PORT: '1' },
      78,
      'MOCK_EM_PORT is not an environment variable of mock-em. Did you mean MOCK_EM_HTTP_PORT?',
    ],
    [
      '',
      { mock_em_seed: '1' },
      78,
      'mock_em_seed is not an environment variable of mock-em. Did you mean MOCK_EM_SEED?',
    ],
    ['', { MOCK_EM_TURBO: '1' }, 78, 'MOCK_EM_TURBO is not an environment variable of mock-em.'],

    [
      '--http-port off --https-port off',
      {},
      78,
      '--http-port and --https-port are both off, so nothing could be asked: leave one on.',
    ],
    ['--http-port 9398', {}, 78, '--http-port and --https-port are both 9398: give each its own port.'],
    ['--tls-cert c.pem', {}, 78, '--tls-cert needs --tls-key too: a certificate and its key come together.'],
    ['', { MOCK_EM_TLS_KEY: 'k.pem' }, 78, '--tls-key needs --tls-cert too: a certificate and its key come together.'],
    [
      '--tls-cert c --tls-key k --tls-dir d',
      {},
      78,
      '--tls-dir is where our own authority is kept, and --tls-cert brings a certificate of another: leave one out.',
    ],
    [
      '--tls-cert c --tls-key k --tls-san a',
      {},
      78,
      '--tls-san adds names to the certificate of our own, and --tls-cert brings another: leave one out.',
    ],
  ]
  it.each(rows)('mock-em %s  %o', (line, env, exitCode, text) => {
    expect(readOptions(words(line), env, commands)).toEqual({ problem: { text, exitCode } })
  })
})

it.each([
  ['healthcheck --http-port 1', 'healthcheck'],
  ['help', 'help'],
  ['serve --bogus --help', 'help'],
  ['-h', 'help'],
  ['--version', 'version'],
  ['-v', 'version'],
])('mock-em %s is the command %s', (line, command) => {
  expect(readOptions(words(line), {}, commands)).toMatchObject({ command })
})

describe('the options of a program become settings', () => {
  const rows: readonly [Options, Partial<Settings>][] = [
    [{}, {}],
    [{ log: 'info', seed: undefined }, { log: 'info' }],
    [
      { httpPort: 0, httpsPort: 'off' },
      { httpPort: 0, httpsPort: 'off' },
    ],
    [
      { clock: { rate: 60 }, bom: true },
      { clock: { rate: 60 }, bom: true },
    ],
    [{ sessionTimeout: '1h' }, { sessionTimeout: 3_600_000 }],
    [{ sessionTimeout: 1500 }, { sessionTimeout: 1500 }],
    [{ user: ['admin:secret'] }, { user: [admin] }],
    [{ user: [{ name: 'admin', password: 'a:b' }] }, { user: [{ ...admin, password: 'a:b' }] }],
    [{ corsOrigin: ['http://a'], tlsSan: [] }, { corsOrigin: ['http://a'] }],
  ]
  it.each(rows)('%o', (given, settings) => {
    const resolved = resolveOptions(given)
    expect(resolved).toEqual({ ...defaults, log: 'silent', ...settings })
    expect(resolveOptions(resolved)).toEqual(resolved)
  })

  const refused = [
    [{ httpPort: 99999 }, 'httpPort "99999": expected a port from 1 to 65535, 0 for any free one, or off.'],
    [{ dialect: 'v14' }, 'dialect "v14": expected v12 or v13. Did you mean v12?'],
    [
      { user: [{ name: 'a:b', password: 'c' }] },
      'user "a:b:…": expected name:password or name:password:role, neither of them empty.',
    ],
    [
      { sessionTimeout: NaN },
      'sessionTimeout "NaN": expected a length of time such as 90s, 15m, 2h, 31d, PT2H or P31D, without months and years, which have no one length.',
    ],
    [{ clock: { rate: -1 } }, 'clock "-1x": expected real, frozen, or a speed such as 60x.'],
    [{ tlsCert: 'c.pem' }, 'tlsCert needs tlsKey too: a certificate and its key come together.'],
    [{ port: 1 }, 'port is not an option. Did you mean httpPort?'],
    [{ sede: 1 }, 'sede is not an option. Did you mean seed?'],
  ] as const
  it.each(refused)('%o is refused', (given, text) => {
    expect(() => resolveOptions(given as unknown as Options)).toThrow(new Error(text))
  })
})

describe('every option', () => {
  const help = helpText()
  const table = optionsTable()
  it.each(options.map((option) => [option.flag, option] as const))(
    '%s has a flag, an environment name and a line, in the help and in the table',
    (flag, { environment, line, form, kind }) => {
      expect(flag).toMatch(/^--[a-z]+(-[a-z]+)*$/)
      expect(environment).toBe(`MOCK_EM_${flag.slice(2).replace('-', '_').toUpperCase()}`)
      expect(line).toMatch(/^[A-Z].{10,}\.$/)
      expect(form === '').toBe(kind.isSwitch)
      expect(help).toContain(`\n    ${flag}`)
      expect(table).toContain(`| \`${flag}`)
      expect(table).toContain(`| \`${environment}\` |`)
    },
  )
  it('has a flag of its own', () => {
    expect(new Set(options.map((option) => option.flag)).size).toBe(options.length)
  })
  it('fits a terminal', () => {
    expect(help.split('\n').filter((line) => line.length > 100)).toEqual([])
  })
})

describe('every command', () => {
  const help = helpText()
  it.each(commands.map(({ name }) => [name]))('%s is in the help', (name) => {
    expect(help).toMatch(new RegExp(`^  mock-em \\[?${name}\\b.*\\n {6}[a-z].+$`, 'm'))
  })
  it.each(ownOptions.map((option) => [option.flag, option] as const))('%s is in the help', (flag, option) => {
    expect(help).toContain(`\n    ${flag} ${option.form}`.trimEnd())
    expect(option.environment ?? `MOCK_EM_${option.key.toUpperCase()}`).toBe(`MOCK_EM_${flag.slice(2).toUpperCase()}`)
  })
})
