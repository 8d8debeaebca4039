// What the program was told: flags and environment, or a library's options, into settings.
import { nearest } from '#grammar'
import { options, type Key, type Option, type Options, type Settings } from './option-table.ts'
import type { Reading, Refused, Source } from './option-values.ts'

export type { Options, Settings } from './option-table.ts'

export const exitCodes = {
  failed: 1,
  usage: 64,
  badData: 65,
  portInUse: 69,
  badSettings: 78,
} as const

export interface Problem {
  readonly text: string
  readonly exitCode: number
}

const commands = ['serve', 'healthcheck', 'routes', 'help', 'version'] as const
export type Command = (typeof commands)[number]
/** Switches that are no options of the server, and the command that they go with. */
const ownSwitches: ReadonlyMap<string, Command> = new Map([['--json', 'routes']])

const shortcuts: ReadonlyMap<string, Command> = new Map([
  ['--help', 'help'],
  ['-h', 'help'],
  ['--version', 'version'],
  ['-v', 'version'],
])

/** What a command line asks for. */
export interface Told {
  readonly command: Command
  readonly settings: Settings
  /** The command's own switches that were given, such as `--json`. */
  readonly switches: readonly string[]
}

/** What was given for an option, and by which name. */
interface Given {
  readonly name: string
  readonly texts: readonly string[]
}
type GivenByKey = Map<Key, Given>

export function readOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Told | { readonly problem: Problem } {
  const shortcut = argv.map((word) => shortcuts.get(word)).find((command) => command !== undefined)
  if (shortcut !== undefined)
    return { command: shortcut, settings: resolveOptions({}), switches: [] }
  const line = readArguments(argv)
  if ('problem' in line) return line
  const settings = settle((option) => {
    const flags = line.given.get(option.key)
    const text = env[option.environment]
    if (flags !== undefined) return read(option, flags.name, flags.texts, 'flag')
    // An empty variable is how compose files spell one that is not set.
    return text === undefined || text.trim() === ''
      ? undefined
      : read(option, option.environment, [text], 'environment')
  })
  if ('problem' in settings) return settings
  const stray = strayVariable(env)
  const { command, switches } = line
  return stray ?? { command, settings: settings.value, switches }
}

/** For programs that start a server of their own: the same checks, thrown; silent unless told. */
export function resolveOptions(given: Options): Settings {
  const unknown = Object.keys(given).find((key) => !options.some((option) => option.key === key))
  if (unknown !== undefined)
    throw new Error(
      `${unknown} is not an option.${didYouMean(
        unknown,
        options.map((o) => o.key),
      )}`,
    )
  const settings = settle(
    ({ key, kind }) => {
      const value = key === 'log' ? (given.log ?? 'silent') : given[key]
      return value === undefined
        ? undefined
        : { name: key, reading: kind.take(value), exitCode: exitCodes.badSettings }
    },
    ({ key }) => key,
  )
  if ('problem' in settings) throw new Error(settings.problem.text)
  return settings.value
}

interface Found {
  readonly name: string
  readonly reading: Reading<unknown>
  readonly exitCode: number
}

function read(option: Option, name: string, texts: readonly string[], source: Source): Found {
  const exitCode = source === 'flag' ? exitCodes.usage : exitCodes.badSettings
  return { name, reading: option.kind.read(texts, source), exitCode }
}

function settle(
  find: (option: Option) => Found | undefined,
  nameOf = (option: Option): string => option.flag,
): { readonly value: Settings } | { readonly problem: Problem } {
  const settings: Record<string, unknown> = {}
  const names: Record<string, string> = {}
  for (const option of options) {
    const found = find(option) ?? defaultOf(option)
    if ('refused' in found.reading)
      return problem(sentence(found.name, found.reading.refused), found.exitCode)
    settings[option.key] = found.reading.value
    names[option.key] = nameOf(option)
  }
  const value = settings as unknown as Settings
  const clash = contradiction(value, (key) => names[key] ?? key)
  return clash === undefined ? { value } : problem(clash, exitCodes.badSettings)
}

function defaultOf({ flag, kind, default: text }: Option): Found {
  const reading =
    text === undefined ? { value: text } : kind.read(text === '' ? [] : [text], 'flag')
  return { name: flag, reading, exitCode: exitCodes.failed }
}

function contradiction(settings: Settings, name: (key: Key) => string): string | undefined {
  const { httpPort, httpsPort, tlsCert, tlsKey, tlsSan } = settings
  const missing = tlsCert === undefined ? 'tlsCert' : 'tlsKey'
  const present = tlsCert === undefined ? 'tlsKey' : 'tlsCert'
  if (httpPort === 'off' && httpsPort === 'off')
    return `${name('httpPort')} and ${name('httpsPort')} are both off, so nothing could be asked: leave one on.`
  if (httpPort === httpsPort && httpPort !== 0)
    return `${name('httpPort')} and ${name('httpsPort')} are both ${String(httpPort)}: give each its own port.`
  if ((tlsCert === undefined) !== (tlsKey === undefined))
    return `${name(present)} needs ${name(missing)} too: a certificate and its key come together.`
  if (tlsCert !== undefined && tlsSan.length > 0)
    return `${name('tlsSan')} adds names to the self-signed certificate, and ${name('tlsCert')} brings another: leave one out.`
  return undefined
}

function readArguments(
  argv: readonly string[],
):
  | (Pick<Told, 'command' | 'switches'> & { readonly given: GivenByKey })
  | { readonly problem: Problem } {
  const given: GivenByKey = new Map()
  const switches: string[] = []
  let command: Command | undefined
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? ''
    if (!word.startsWith('-')) {
      const found = commands.find((candidate) => candidate === word)
      if (found === undefined) return usage(unknownCommand(word))
      if (command !== undefined) return usage(`${word} comes after ${command}: give one command.`)
      command = found
      continue
    }
    if (ownSwitches.has(word)) {
      switches.push(word)
      continue
    }
    const [flag = '', ...rest] = word.split('=')
    const option = options.find((candidate) => candidate.flag === flag.replace(/^--no-/, '--'))
    const isOff = flag.startsWith('--no-')
    if (option === undefined) return usage(unknownFlag(flag))
    if (isOff && !option.kind.isSwitch)
      return usage(`${flag}: only a switch is undone so; ${option.flag} takes ${option.form}.`)
    const after = option.kind.isSwitch ? String(!isOff) : argv[at + 1]
    const text = rest.length > 0 ? rest.join('=') : after
    if (isOff && rest.length > 0) return usage(`${flag} takes no value.`)
    if (text === undefined || (rest.length === 0 && text.startsWith('--')))
      return usage(`${flag} needs a value: ${flag} ${option.form}.`)
    if (rest.length === 0 && !option.kind.isSwitch) at++
    given.set(option.key, { name: flag, texts: [...(given.get(option.key)?.texts ?? []), text] })
  }
  const stray = switches.find((word) => ownSwitches.get(word) !== command)
  if (stray !== undefined) {
    const owner = ownSwitches.get(stray) ?? ''
    return usage(`${stray} goes with ${owner}: mock-em ${owner} ${stray}.`)
  }
  return { command: command ?? 'serve', given, switches }
}

function strayVariable(
  env: Readonly<Record<string, string | undefined>>,
): { readonly problem: Problem } | undefined {
  const known = options.map((option) => option.environment)
  const stray = Object.keys(env).find((name) => /^MOCK_EM_/i.test(name) && !known.includes(name))
  if (stray === undefined) return undefined
  return problem(
    `${stray} is not an environment variable of mock-em.${didYouMean(stray.toUpperCase(), known)}`,
    exitCodes.badSettings,
  )
}

function unknownFlag(flag: string): string {
  const switches = options.filter((option) => option.kind.isSwitch)
  const known = [
    ...options.map((option) => option.flag),
    ...switches.map((option) => option.flag.replace('--', '--no-')),
    ...[...shortcuts.keys()].filter((word) => word.startsWith('--')),
    ...ownSwitches.keys(),
  ]
  return `${flag} is not an option of mock-em.${didYouMean(flag, known)} mock-em --help lists them all.`
}

function unknownCommand(word: string): string {
  return `${word} is not a command of mock-em.${didYouMean(word, commands)} mock-em --help tells more.`
}

// Prefixes and case do not count; and a part of the name that is right comes before the closest
// spelling: --port is --http-port, not --host.
function didYouMean(found: string, known: readonly string[]): string {
  const word = plain(found)
  const close = nearest(word, known.map(plain))
  const near =
    known.find((name) => plain(name).split('-').includes(word)) ??
    known.find((name) => plain(name) === close)
  return near === undefined ? '' : ` Did you mean ${near}?`
}

function plain(name: string): string {
  const bare = name.replace(/^(--?|MOCK_EM_)/, '').replaceAll('_', '-')
  return bare.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
}

function sentence(name: string, { found, expected, nearest: near }: Refused): string {
  const guess = near === undefined ? '' : ` Did you mean ${near}?`
  return `${name} "${found}": expected ${expected}.${guess}`
}

function usage(text: string): { readonly problem: Problem } {
  return problem(text, exitCodes.usage)
}

function problem(text: string, exitCode: number): { readonly problem: Problem } {
  return { problem: { text, exitCode } }
}
