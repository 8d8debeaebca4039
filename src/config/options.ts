// Module config: the options, by flag, environment variable or program.
// What the program was told: flags and environment, or a library's options, into settings.
import { readArguments, shortcutIn, type Line } from './option-arguments.ts'
import { ownOptions, type CommandForm, type Own, type OwnKey, type OwnOption } from './option-commands.ts'
import { isOfService, noteOf } from './option-environment.ts'
import { nearestOption, exitCodes, problem, sentence, type Problem } from './option-problems.ts'
import type { Options } from './option-members.ts'
import { options, type OptionKey, type Option, type Settings } from './option-table.ts'
import type { OptionReading, OptionSource } from './option-values.ts'

export { exitCodes, type Problem } from './option-problems.ts'
export type { Own } from './option-commands.ts'
export type { Options } from './option-members.ts'
export type { Settings } from './option-table.ts'

/** The options of a program, as untyped ones and our own hand them over: a scenario by any text, or whole and not yet read. */
export interface UncheckedOptions extends Omit<Options, 'scenario'> {
  readonly scenario?: string | object | undefined
}

/** What a command line asks for. */
export interface Told {
  readonly command: string
  readonly settings: Settings
  /** What the command's own options say, such as `--json`. */
  readonly own: Own
  /** What follows the command, such as the file of `dump`. */
  readonly operands: readonly string[]
  /** What whoever started it should know. */
  readonly note?: string
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads what the program was told. Flags win over the environment, defaults fill in the rest.
 * @param commands those that there are.
 */
export function readOptions(
  argv: readonly string[],
  environment: Environment,
  commands: readonly CommandForm[],
): Told | { readonly problem: Problem } {
  const shortcut = shortcutIn(argv)
  // Whoever asks for help is helped, whatever else is wrong.
  if (shortcut !== undefined) return readOptions([shortcut], {}, commands)
  const line = readArguments(argv, commands)
  if ('problem' in line) return line
  const { command, operands, given } = line
  const [foreign, env] = partition(environment)
  const find = (option: Option | OwnOption): Found | undefined => {
    const flags = given.get(option.key)
    const text = isOverruled(option.key, line) ? undefined : env[option.environment ?? '']
    if (flags !== undefined) return read(option, flags.name, flags.texts, 'flag')
    // An empty variable is how compose files spell one that is not set.
    return text === undefined || text.trim() === ''
      ? undefined
      : read(option, option.environment ?? '', [text], 'environment')
  }
  const settings = settle(find)
  if ('problem' in settings) return settings
  const own = fill(ownOptions, find)
  if ('problem' in own) return own
  const note = noteOf(foreign)
  return (
    strayVariable(env) ?? {
      command,
      settings: settings.value,
      own: own.value as unknown as Own,
      operands,
      ...(note !== undefined && { note }),
    }
  )
}

/** The names of the variables that were set for a service, and all the others. */
function partition(environment: Environment): readonly [readonly string[], Environment] {
  const all = Object.entries(environment)
  const isForeign = ([name, value = '']: (typeof all)[number]) => isOfService(name, value)
  const rest = all.filter((each) => !isForeign(each))
  return [all.filter(isForeign).map(([name]) => name), Object.fromEntries(rest)]
}

/** Where a server is can be said in several ways; a flag for another wins over the variable for its URL. */
const isOverruled = (key: OptionKey | OwnKey, { given }: Line): boolean =>
  key === 'url' && (['host', 'httpPort', 'httpsPort', 'readyFile'] as const).some((flag) => given.has(flag))

/** For programs that start a server of their own: the same checks, thrown; silent unless told. */
export function resolveOptions(given: UncheckedOptions): Settings {
  const unknown = Object.keys(given).find((key) => !options.some((option) => option.key === key))
  if (unknown !== undefined)
    throw new Error(
      `${unknown} is not an option.${nearestOption(
        unknown,
        options.map((o) => o.key),
      )}`,
    )
  const settings = settle(
    ({ key, kind }) => {
      const value = key === 'log' ? (given.log ?? 'silent') : given[key]
      return value === undefined ? undefined : { name: key, reading: kind.take(value), exitCode: exitCodes.badSettings }
    },
    ({ key }) => key,
  )
  if ('problem' in settings) throw new Error(settings.problem.text)
  return settings.value
}

interface Found {
  readonly name: string
  readonly reading: OptionReading<unknown>
  readonly exitCode: number
}

function read(option: Option | OwnOption, name: string, texts: readonly string[], source: OptionSource): Found {
  const exitCode = source === 'flag' ? exitCodes.usage : exitCodes.badSettings
  return { name, reading: option.kind.read(texts, source), exitCode }
}

function settle(
  find: (option: Option) => Found | undefined,
  nameOf = (option: Option): string => option.flag,
): { readonly value: Settings } | { readonly problem: Problem } {
  const filled = fill(options, find)
  if ('problem' in filled) return filled
  const value = filled.value as unknown as Settings
  const names = new Map(options.map((option) => [option.key, nameOf(option)]))
  const clash = contradiction(value, (key) => names.get(key) ?? key)
  return clash === undefined ? { value } : problem(clash, exitCodes.badSettings)
}

/** A value for every option: what is found for it, else its default. */
function fill<Row extends Option | OwnOption>(
  rows: readonly Row[],
  find: (option: Row) => Found | undefined,
): { readonly value: Readonly<Record<string, unknown>> } | { readonly problem: Problem } {
  const value: Record<string, unknown> = {}
  for (const option of rows) {
    const { name, reading, exitCode } = find(option) ?? defaultOf(option)
    if ('refused' in reading) return problem(sentence(name, reading.refused), exitCode)
    value[option.key] = reading.value
  }
  return { value }
}

function defaultOf({ flag, kind, default: text }: Option | OwnOption): Found {
  const reading = text === undefined ? { value: text } : kind.read(text === '' ? [] : [text], 'flag')
  return { name: flag, reading, exitCode: exitCodes.failed }
}

function contradiction(settings: Settings, name: (key: OptionKey) => string): string | undefined {
  const { httpPort, httpsPort, tlsCert, tlsKey, tlsSan, tlsDir } = settings
  const missing = tlsCert === undefined ? 'tlsCert' : 'tlsKey'
  const present = tlsCert === undefined ? 'tlsKey' : 'tlsCert'
  if (httpPort === 'off' && httpsPort === 'off')
    return `${name('httpPort')} and ${name('httpsPort')} are both off, so nothing could be asked: leave one on.`
  if (httpPort === httpsPort && httpPort !== 0)
    return `${name('httpPort')} and ${name('httpsPort')} are both ${String(httpPort)}: give each its own port.`
  if ((tlsCert === undefined) !== (tlsKey === undefined))
    return `${name(present)} needs ${name(missing)} too: a certificate and its key come together.`
  if (tlsCert !== undefined && tlsSan.length > 0)
    return `${name('tlsSan')} adds names to the certificate of our own, and ${name('tlsCert')} brings another: leave one out.`
  if (tlsCert !== undefined && tlsDir !== undefined && tlsDir !== 'off')
    return `${name('tlsDir')} is where our own authority is kept, and ${name('tlsCert')} brings a certificate of another: leave one out.`
  return undefined
}

function strayVariable(env: Environment): { readonly problem: Problem } | undefined {
  const known = [...options, ...ownOptions].flatMap(({ environment }) => environment ?? [])
  const stray = Object.keys(env).find((name) => /^MOCK_EM_/i.test(name) && !known.includes(name))
  if (stray === undefined) return undefined
  return problem(
    `${stray} is not an environment variable of mock-em.${nearestOption(stray.toUpperCase(), known)}`,
    exitCodes.badSettings,
  )
}
