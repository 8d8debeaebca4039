// The options, written down: for a terminal and for docs.
import { commands } from './commands.ts'
import type { Command } from './commands/command.ts'
import { ownOptions, type OwnOption } from '../config/option-commands.ts'
import { optionGroups, options, type Option } from '../config/option-table.ts'

const width = 96
const indent = 4

export function helpText(): string {
  return `mock-em plays Veeam Backup Enterprise Manager: its REST API over HTTP and HTTPS, with a
made-up estate behind it. For tests, development and demonstrations.

Usage
${commands.map(describeCommand).join('')}
  All but serve, routes, help and version are about a server that runs: the one with the same
  options, or that of --url. Each takes options of its own:

${ownOptions.map(describeOption).join('')}
Options
  Each can be set in the environment too: --http-port 8080 is MOCK_EM_HTTP_PORT=8080. Flags win.
  --flag value and --flag=value are the same. A switch such as --bom is undone by --no-bom.
${optionGroups.map(describeGroup).join('')}
Examples
  mock-em
      http://127.0.0.1:9399/api/ and https://127.0.0.1:9398/api/, any name and password log on
  mock-em --http-port 0 --https-port off
      for a test run: any free port, which the line on stdout tells
  mock-em --user admin:secret --user guest:secret:portal-user
      these two log on and nobody else
  mock-em --now 2025-08-16T13:30:00Z --clock frozen
      an estate that never changes by itself, to compare answers with
  mock-em wait --timeout 10s && eval "$(mock-em env)"
      in a script: go on when the server answers, and know where it is and who may log on
  mock-em --clock 60x
      an hour of backups passes in a minute
  curl -i -u admin:secret -X POST -d '' 'http://127.0.0.1:9399/api/sessionMngr/?v=latest'
      log on; X-RestSvcSessionId in the answer goes into every later request

Exit codes
  0 stopped when asked, or done   1 failed, or the server does not answer or refuses
  64 wrong flag or command   65 error in a scenario file or a file to be read
  69 port in use   78 settings that cannot be used
`
}

/** The table in docs/configuration.md. */
export function optionsTable(): string {
  const rows = options.map((option) => [
    code(`${option.flag} ${option.form}`.trim()),
    code(option.environment),
    option.default === undefined || option.default === '' ? '' : code(option.default),
    option.line.replaceAll('|', '\\|'),
  ])
  return [['Flag', 'Environment', 'Default', 'Meaning'], ['---', '---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('')
}

function describeGroup(group: string): string {
  const members = options.filter((option) => option.group === group)
  return `\n  ${group}\n${members.map(describeOption).join('')}`
}

function describeCommand({ name, operands, own = [], line }: Command): string {
  const flags = ownOptions.filter(({ key }) => own.includes(key)).map(({ flag }) => `[${flag}]`)
  const called = name === 'serve' ? '[serve] [options]' : name
  const head = ['mock-em', called, operands?.form ?? '', ...flags]
  return `  ${head.filter((word) => word !== '').join(' ')}\n      ${line}\n`
}

function describeOption(option: Option | OwnOption): string {
  const head = ' '.repeat(indent) + `${option.flag} ${option.form}`.trim()
  const isTold = option.default !== undefined && option.default !== '' && !option.kind.isSwitch
  const line = isTold ? `${option.line} Default: ${option.default}.` : option.line
  return `${head}\n${wrap(line, indent + 4)}\n`
}

function wrap(line: string, margin: number): string {
  const lines = ['']
  for (const word of line.split(' ')) {
    const last = lines.at(-1) ?? ''
    const longer = last === '' ? word : `${last} ${word}`
    if (margin + longer.length > width) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines.map((text) => ' '.repeat(margin) + text).join('\n')
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``
}
