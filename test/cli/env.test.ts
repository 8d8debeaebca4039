import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { env } from '../../src/cli/commands/env.ts'
import { shellWord } from '../../src/cli/commands/shell-word.ts'
import { variablesText } from '../../src/cli/commands/variables-text.ts'
import { commands } from '../../src/cli/commands.ts'
import { readOptions } from '../../src/config/options.ts'

const told = (line: string): Readonly<Record<string, string>> => {
  const read = readOptions(`env --format json ${line}`.trim().split(' '), {}, commands)
  if ('problem' in read) throw new Error(read.problem.text)
  const outcome = env(read)
  if ('problem' in outcome) throw new Error(outcome.problem.text)
  return JSON.parse(outcome.text) as Readonly<Record<string, string>>
}

const usual = {
  MOCK_EM_URL: 'http://127.0.0.1:9399',
  EM_URL: 'http://127.0.0.1:9399',
  EM_API_URL: 'http://127.0.0.1:9399/api',
  EM_HOST: '127.0.0.1',
  EM_PORT: '9399',
  EM_HTTPS_URL: 'https://127.0.0.1:9398',
  EM_HTTPS_PORT: '9398',
  EM_USER: 'administrator',
  EM_PASSWORD: 'secret',
}

describe('mock-em env', () => {
  it.each<[line: string, variables: Readonly<Record<string, string | undefined>>]>([
    ['', {}],
    ['--user op:p:w:restore-operator', { EM_USER: 'op', EM_PASSWORD: 'p:w' }],
    ['--token s3cret', { MOCK_EM_TOKEN: 's3cret' }],
    [
      '--world a',
      {
        MOCK_EM_WORLD: 'a',
        EM_URL: 'http://127.0.0.1:9399/w/a',
        EM_API_URL: 'http://127.0.0.1:9399/w/a/api',
        EM_HTTPS_URL: 'https://127.0.0.1:9398/w/a',
      },
    ],
    ['--https-port off', { EM_HTTPS_URL: undefined, EM_HTTPS_PORT: undefined }],
    [
      '--host :: --https-port 0',
      {
        MOCK_EM_URL: 'http://[::1]:9399',
        EM_URL: 'http://[::1]:9399',
        EM_API_URL: 'http://[::1]:9399/api',
        EM_HOST: '::1',
        EM_HTTPS_URL: undefined,
        EM_HTTPS_PORT: undefined,
      },
    ],
    [
      '--url https://em.test',
      {
        MOCK_EM_URL: 'https://em.test',
        EM_URL: 'https://em.test',
        EM_API_URL: 'https://em.test/api',
        EM_HOST: 'em.test',
        EM_PORT: '443',
        EM_HTTPS_URL: 'https://em.test',
        EM_HTTPS_PORT: '443',
      },
    ],
  ])('%s', (line, variables) => {
    expect(told(line)).toEqual(
      Object.fromEntries(Object.entries({ ...usual, ...variables }).filter(([, value]) => value !== undefined)),
    )
  })

  it('does not take the HTTPS port of another server for one that chose its port itself', () => {
    const read = readOptions(['env', '--http-port', '0'], {}, commands)
    if ('problem' in read) throw new Error(read.problem.text)
    expect(env(read)).toMatchObject({ problem: { exitCode: 78 } })
  })

  it('tells what a server has written of itself', () => {
    const place = mkdtempSync(join(tmpdir(), 'mock-em-ready-'))
    const file = join(place, 'ready.json')
    writeFileSync(file, '{"http":"http://127.0.0.1:4711","https":"https://127.0.0.1:4712"}')
    expect(told(`--http-port 0 --ready-file ${file}`)).toMatchObject({
      EM_URL: 'http://127.0.0.1:4711',
      EM_PORT: '4711',
      EM_HTTPS_PORT: '4712',
    })
    rmSync(place, { recursive: true })
  })

  const variables = { A: 'plain', B: "it's $HOME", C: '', D: '‘a’ "b"' }
  it.each([
    ['sh', `export A=plain\nexport B='it'\\''s $HOME'\nexport C=''\nexport D='‘a’ "b"'\n`],
    ['powershell', `$env:A = 'plain'\n$env:B = 'it''s $HOME'\n$env:C = ''\n$env:D = '‘‘a’’ "b"'\n`],
    ['json', `${JSON.stringify(variables, undefined, 2)}\n`],
  ] as const)('quotes for %s', (format, text) => {
    expect(variablesText(variables, format)).toBe(text)
  })

  it('says which format can hold what dotenv cannot', () => {
    const read = readOptions(['env', '--format', 'dotenv', '--user', 'a:\'"`'], {}, commands)
    if ('problem' in read) throw new Error(read.problem.text)
    expect(env(read)).toEqual({
      problem: {
        exitCode: 1,
        text: 'A value has quotes of all kinds, which a dotenv file cannot hold. --format json can.',
      },
    })
  })
})

describe('what is read is what was meant', () => {
  // No text in an environment holds NUL.
  const value = fc.oneof(
    fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
    fc.string({ unit: fc.constantFrom("'", '"', '`', '$', '\\', '\n', '#', '=', ' ', '!', 'é') }),
  )

  it('by sh', () => {
    const separated = (values: readonly string[]): string => values.map((one) => `${one}\0`).join('')
    fc.assert(
      fc.property(fc.array(value, { minLength: 20, maxLength: 40 }), (values) => {
        const names = values.map((_, n) => `V${String(n)}`)
        const variables = Object.fromEntries(names.map((name, n) => [name, values[n] ?? '']))
        const words = names.map((name) => `"$${name}"`).join(' ')
        const script = `${variablesText(variables, 'sh') ?? ''}printf '%s\\0' ${words} ${values.map(shellWord).join(' ')}`
        const out = execFileSync('/bin/sh', { input: script, encoding: 'utf8' })
        expect(out).toBe(separated([...values, ...values]))
      }),
      { numRuns: 20 },
    )
  })

  it('by Node from a dotenv file', () => {
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const variables = Object.fromEntries(values.map((one, n) => [`V${String(n)}`, one]))
        const text = variablesText(variables, 'dotenv')
        if (text !== undefined) expect(parseEnv(text)).toEqual(variables)
      }),
    )
  })
})
