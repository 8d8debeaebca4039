// A command line into words that belong together; what they mean is read later.
import { ownOptions, type CommandForm, type OwnKey, type OwnOption } from './option-commands.ts'
import { nearestOption, usage, type Problem } from './option-problems.ts'
import { options, type OptionKey, type Option } from './option-table.ts'

/** What was given for an option, and by which name. */
interface Given {
  readonly name: string
  readonly texts: readonly string[]
}

/** A command line, cut up. */
export interface Line {
  readonly command: string
  /** What follows the command. */
  readonly operands: readonly string[]
  readonly given: ReadonlyMap<OptionKey | OwnKey, Given>
}

interface Refused {
  readonly problem: Problem
}

const shortcuts: ReadonlyMap<string, string> = new Map([
  ['--help', 'help'],
  ['-h', 'help'],
  ['--version', 'version'],
  ['-v', 'version'],
])

/** The command that a word such as `-h` anywhere on the line stands for, whatever else is there. */
export const shortcutIn = (argv: readonly string[]): string | undefined =>
  argv.map((word) => shortcuts.get(word)).find((command) => command !== undefined)

/** Cuts a command line up, or says which word of it is wrong. */
export function readArguments(argv: readonly string[], commands: readonly CommandForm[]): Line | Refused {
  const given = new Map<OptionKey | OwnKey, Given>()
  const own: OwnOption[] = []
  const operands: string[] = []
  let command: CommandForm | undefined
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? ''
    if (!word.startsWith('-') || word === '-') {
      if (command?.operands !== undefined) {
        operands.push(word)
        continue
      }
      const found = commands.find(({ name }) => name === word)
      if (found === undefined) return usage(unknownCommand(word, commands))
      if (command !== undefined) return usage(`${word} comes after ${command.name}: give one command.`)
      command = found
      continue
    }
    const activeFault = takeFlag(word, argv[at + 1])
    if ('problem' in activeFault) return activeFault
    const { option, name, text, isTwoWords } = activeFault
    if (isTwoWords) at++
    const owned = ownOptions.find((candidate) => candidate === option)
    if (owned !== undefined) own.push(owned)
    given.set(option.key, { name, texts: [...(given.get(option.key)?.texts ?? []), text] })
  }
  command ??= commands.find(({ name }) => name === 'serve')
  if (command === undefined) return usage('There is no command to begin with.')
  return fit({ command: command.name, operands, given }, own, command, commands)
}

interface ActiveFault {
  readonly option: Option | OwnOption
  readonly name: string
  readonly text: string
  readonly isTwoWords: boolean
}

function takeFlag(word: string, next: string | undefined): ActiveFault | Refused {
  const [flag = '', ...rest] = word.split('=')
  const bare = flag.replace(/^--no-/, '--')
  const option = [...options, ...ownOptions].find((candidate) => candidate.flag === bare)
  const isOff = flag.startsWith('--no-')
  if (option === undefined) return usage(unknownFlag(flag))
  if (isOff && !option.kind.isSwitch)
    return usage(`${flag}: only a switch is undone so; ${option.flag} takes ${option.form}.`)
  const after = option.kind.isSwitch ? String(!isOff) : next
  const text = rest.length > 0 ? rest.join('=') : after
  if (isOff && rest.length > 0) return usage(`${flag} takes no value.`)
  if (text === undefined || (rest.length === 0 && text.startsWith('--')))
    return usage(`${flag} needs a value: ${flag} ${option.form}.`)
  return { option, name: flag, text, isTwoWords: rest.length === 0 && !option.kind.isSwitch }
}

/** The line, if its command takes the options and operands that are on it. */
function fit(
  line: Line,
  stated: readonly OwnOption[],
  { name, own = [], operands: takes = { form: '', least: 0, most: 0 } }: CommandForm,
  commands: readonly CommandForm[],
): Line | Refused {
  const { form, least, most } = takes
  const stray = stated.find(({ key }) => !own.includes(key))
  if (stray !== undefined) {
    const owners = commands.filter((each) => each.own?.includes(stray.key)).map((each) => each.name)
    const sample = `mock-em ${owners[0] ?? ''} ${stray.flag} ${stray.form}`.trim()
    return usage(`${stray.flag} goes with ${owners.join(', ')}: ${sample}.`)
  }
  if (line.operands.length < least) return usage(`${name} needs to be told more: mock-em ${name} ${form}.`)
  const over = line.operands[most]
  return over === undefined ? line : usage(`${over} is too much: mock-em ${name} ${form}.`)
}

function unknownFlag(flag: string): string {
  const all = [...options, ...ownOptions]
  const known = [
    ...all.map((option) => option.flag),
    ...all.flatMap(({ kind, flag: name }) => (kind.isSwitch ? [name.replace('--', '--no-')] : [])),
    ...[...shortcuts.keys()].filter((word) => word.startsWith('--')),
  ]
  return `${flag} is not an option of mock-em.${nearestOption(flag, known)} mock-em --help lists them all.`
}

function unknownCommand(word: string, commands: readonly CommandForm[]): string {
  return `${word} is not a command of mock-em.${nearestOption(
    word,
    commands.map(({ name }) => name),
  )} mock-em --help tells more.`
}
