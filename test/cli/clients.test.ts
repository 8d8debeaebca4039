import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { CommandOutcome } from '../../src/cli/commands/ask.ts'
import { commands } from '../../src/cli/commands.ts'
import { serverOf } from '../../src/cli/commands/server-of.ts'
import { lookUntilWell } from '../../src/cli/commands/wait.ts'
import { readOptions, type Told } from '../../src/config/options.ts'
import { standIn } from '../support/stand-in.ts'

const folder = mkdtempSync(join(tmpdir(), 'mock-em-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const fileOf = (text: string): string => {
  const path = join(folder, `${String(++files)}.json`)
  writeFileSync(path, text)
  return path
}

const nothing = (): never => {
  throw new Error('A command that asks a server asks nothing of the program.')
}

/** Runs a command line, as `mock-em` would. */
const run = async (words: readonly string[], piped = '', env = {}): Promise<CommandOutcome> => {
  const told = readOptions(words, env, commands)
  if ('problem' in told) throw new Error(told.problem.text)
  const input = () => Promise.resolve(piped)
  const program = { input, serve: nothing, help: nothing, version: nothing, routes: nothing }
  return commands.find(({ name }) => name === told.command)!.run(told, program)
}

const rule = '{"name":"busy","effect":{"status":503}}'

describe('a command is a request', () => {
  it.each<[words: string[], line: string, body: string, piped?: string]>([
    [['dump'], 'GET /_mock/dump', ''],
    [['ca'], 'GET /_mock/ca.pem', ''],
    [['load', fileOf('{"version":1}')], 'POST /_mock/load', '{"version":1}'],
    [['load', fileOf('\uFEFF{"version": 1}')], 'POST /_mock/load', '{"version": 1}'],
    [['load', '-'], 'POST /_mock/load', '{}', '{}'],
    [['reset'], 'POST /_mock/reset', '{}'],
    [['reset', 'data', 'clock'], 'POST /_mock/reset', '{"what":["data","clock"]}'],
    [['advance', 'PT2H'], 'POST /_mock/clock/advance', '{"by":"PT2H"}'],
    [['faults'], 'GET /_mock/faults', ''],
    [['faults', 'add', rule], 'POST /_mock/faults', rule],
    [['faults', 'add', fileOf(rule)], 'POST /_mock/faults', rule],
    [['faults', 'add', '-'], 'POST /_mock/faults', rule, rule],
    [['faults', 'remove', 'a b/c'], 'DELETE /_mock/faults/a%20b%2Fc', ''],
    [['faults', 'clear'], 'DELETE /_mock/faults', ''],
    [['snapshots'], 'GET /_mock/snapshots', ''],
    [['snapshots', 'take', 'noon'], 'POST /_mock/snapshots/noon', ''],
    [['snapshots', 'take'], 'POST /_mock/snapshots', ''],
    [['snapshots', 'restore', 'noon'], 'POST /_mock/snapshots/noon/restore', ''],
    [['snapshots', 'drop', 'noon'], 'DELETE /_mock/snapshots/noon', ''],
    [['wait'], 'GET /_mock/health', ''],
    [['wait', '--no-control'], 'GET /api/', ''],
  ])('%j → %s %s', async (words, line, body, piped) => {
    await using server = await standIn()
    expect(await run([...words, '--url', server.url], piped)).not.toHaveProperty('problem')
    expect(server.heard).toEqual([{ line, body, token: undefined, world: undefined }])
  })

  it('with the token and the world that are given', async () => {
    await using server = await standIn()
    await run(['dump', '--url', `${server.url}/`, '--token', 's3cret', '--world', 'checkout-test'])
    expect(server.heard).toMatchObject([{ token: 's3cret', world: 'checkout-test' }])
  })

  it('to the server that has the same options', async () => {
    await using server = await standIn()
    const { port } = new URL(server.url)
    await run(['healthcheck', '--host', '0.0.0.0', '--http-port', port])
    await run(['healthcheck', '--http-port', port, '--no-control'])
    expect(server.heard.map(({ line }) => line)).toEqual(['GET /_mock/health', 'GET /api/'])
  })

  /** Those that ask once, and need not be told what. */
  const asking = commands
    .filter(({ own, operands }) => own?.includes('url') && (operands?.least ?? 0) === 0)
    .map(({ name }) => name)
    .filter((name) => name !== 'env' && name !== 'stop')
  it.each(asking)('%s finds it by the file that it has written, by --url and by MOCK_EM_URL', async (name) => {
    await using server = await standIn()
    const file = fileOf(JSON.stringify({ event: 'ready', http: server.url, https: null }))
    await run([name, '--ready-file', file])
    await run([name, '--url', server.url])
    await run([name], '', { MOCK_EM_URL: server.url })
    await run([name], '', { MOCK_EM_READY_FILE: file })
    expect(server.heard).toHaveLength(4)
  })

  it('over HTTPS, where it has HTTP off', async () => {
    const file = fileOf('{"http":null,"https":"https://127.0.0.1:9"}')
    expect(await run(['dump', '--ready-file', file])).toMatchObject({
      problem: { text: expect.stringContaining('https://127.0.0.1:9 does not answer') as string },
    })
  })
})

describe('what is printed', () => {
  const list = {
    faults: [
      { name: 'busy', when: 'Operation==JobStart', effect: { status: 503 }, hits: 2 },
      { name: 'odd\u001b[2J', effect: { delay: 800 }, hits: 0, note: null },
    ],
  }
  it.each<[words: string[], said: unknown, text: string]>([
    [['dump'], '{"version":1,\n"Rows":[]}\n', '{"version":1,\n"Rows":[]}\n'],
    [['advance', 'PT2H'], { now: 'later' }, '{"now":"later"}'],
    [['faults', '--json'], list, JSON.stringify(list)],
    [['faults'], { faults: [] }, 'There are no faults.'],
    [['faults'], 'not JSON', 'not JSON'],
    [['snapshots'], { snapshots: [{ now: '2026', name: 'noon' }] }, 'NAME  NOW\nnoon  2026\n'],
    [
      ['faults'],
      list,
      'NAME      HITS  WHEN                 EFFECT          NOTE\n' +
        'busy      2     Operation==JobStart  {"status":503}\n' +
        'odd [2J   0                          {"delay":800}\n',
    ],
  ])('%j', async (words, said, text) => {
    await using server = await standIn(() => [200, said])
    const outcome = await run([...words, '--url', server.url])
    const bare = (table: string): string => table.replace(/ +/g, ' ')
    expect(bare('text' in outcome ? outcome.text : '')).toBe(bare(text))
  })

  it('or written to a file', async () => {
    await using server = await standIn(() => [200, '{"a":"ü"}'])
    const file = join(folder, 'dump.json')
    expect(await run(['dump', file, '--url', server.url])).toEqual({ text: '' })
    expect(readFileSync(file, 'utf8')).toBe('{"a":"ü"}')
  })
})

describe('what goes wrong is told', () => {
  it.each<[words: string[], exitCode: number, text: string, said?: readonly [number, unknown?]]>([
    [['reset', 'dat'], 1, 'URL refused: Did you mean data?', [400, { message: 'Did you mean data?' }]],
    [['dump'], 1, 'URL refused: It answered GET /_mock/dump with 404.', [404, '<Error/>']],
    [['dump'], 1, 'URL refused: It answered GET /_mock/dump with 502.', [502, 'null']],
    [['dump', join(folder, 'no', 'such')], 1, `${join(folder, 'no', 'such')} cannot be written: ENOENT`],
    [['load', 'no-such.json'], 65, 'no-such.json cannot be read: ENOENT'],
    [['load', '-'], 65, 'stdin is not JSON: Unexpected end of JSON input.'],
    [['load', fileOf('{"a":')], 65, '.json is not JSON: '],
    [['faults', 'add', '{"a":'], 65, 'What was given is not JSON: '],
    [['faults', 'ad', '{}'], 64, 'ad is nothing that faults can do. Did you mean add? The form is mock-em faults [add'],
    [['faults', 'toString', 'x'], 64, 'toString is nothing that faults can do.'],
    [['faults', 'remove'], 64, 'faults remove takes a name: mock-em faults [add'],
    [['faults', 'clear', 'all'], 64, 'faults clear takes nothing more: mock-em faults [add'],
  ])('%j with %i: %s', async (words, exitCode, text, said = [200]) => {
    await using server = await standIn(() => said)
    expect(await run([...words, '--url', server.url])).toEqual({
      problem: { exitCode, text: expect.stringContaining(text.replace('URL', server.url)) as string },
    })
  }) // prettier-ignore

  it('when nobody answers', async () => {
    const server = await standIn()
    await server.close()
    const { host } = new URL(server.url)
    expect(await run(['dump', '--url', server.url])).toEqual({
      problem: {
        exitCode: 1,
        text: `${server.url} does not answer: connect ECONNREFUSED ${host}.`,
      },
    })
  })

  it('when the port cannot be known', async () => {
    expect(await run(['dump', '--http-port', '0', '--https-port', 'off'])).toEqual({
      problem: {
        exitCode: 78,
        text: 'Where the server is cannot be known: with port 0 the system chooses one. Give the server and this command a file for it, --ready-file <file>, or this one --url <url>.',
      },
    })
  })

  it.each([
    [join(folder, 'no-such.json'), 1, 'No server has told yet where it is: ENOENT'],
    [fileOf('{"event"'), 65, '.json does not tell where a server is.'],
    [fileOf('{"http":null}'), 65, '.json does not tell where a server is.'],
  ])('when %s does not tell where it is', async (file, exitCode, text) => {
    expect(await run(['dump', '--ready-file', file])).toEqual({
      problem: { exitCode, text: expect.stringContaining(text) as string },
    })
  })
})

describe('wait', () => {
  const look = (url: string, looks: number) => {
    const over = new AbortController()
    let pauses = 0
    const server = { url, httpsUrl: undefined, token: undefined, world: undefined }
    return lookUntilWell(
      () => server,
      '/_mock/health',
      over.signal,
      () => {
        pauses += 1
        if (pauses === looks) over.abort()
        return Promise.resolve()
      },
    )
  }

  it('looks until the server is well', async () => {
    const answers = [500, 503, 200]
    await using server = await standIn(() => [answers.shift() ?? 500])
    expect(await look(server.url, 10)).toBeUndefined()
    expect(server.heard).toHaveLength(3)
  })

  it('looks into the file of a server that has yet to start', async () => {
    await using server = await standIn()
    const file = join(folder, 'later.json')
    const told = readOptions(['wait', '--ready-file', file], {}, commands) as Told
    const seen = await lookUntilWell(
      () => serverOf(told.settings, told.own),
      '/_mock/health',
      new AbortController().signal,
      () => Promise.resolve(writeFileSync(file, JSON.stringify({ http: server.url }))),
    )
    expect([seen, server.heard.length]).toEqual([undefined, 1])
  })

  it('says what it saw last when time is over', async () => {
    const server = await standIn(() => [503])
    expect(await look(server.url, 3)).toBe('it answered 503')
    expect(server.heard).toHaveLength(3)
    await server.close()
    expect(await look(server.url, 3)).toContain('ECONNREFUSED')
  })

  it('does not wait for an answer longer than it may', async () => {
    const server = await standIn(() => [503])
    const { port } = new URL(server.url)
    await server.close()
    expect(await run(['wait', '--http-port', port, '--timeout', '0.01s'])).toEqual({
      problem: {
        exitCode: 1,
        text: expect.stringMatching(
          /^http:\/\/127\.0\.0\.1:\d+\/_mock\/health was not well within 0\.01 seconds; at last: .+\.$/,
        ) as string,
      },
    })
  })
})
