import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { removeFolders, run, runWell } from '../package/packed.ts'
import { readElement, type Element } from '../wire/element.ts'
import { copyWith, newFiles, textsIn, type Entry } from './project.ts'

// Something new of every kind is one entry: each is added to a copy of the project as CONTRIBUTING.md says, by nothing but
// the files of `added` and the entries below, and is asked for over HTTP.

const option: Entry = {
  file: 'src/config/option-telling.ts',
  behind: 'export const tellingOptions = {\n',
  text: `  greeting: {
    flag: '--greeting',
    group: 'Telling',
    form: '<words>',
    kind: textOption('a few words'),
    default: 'Good day',
    line: 'What those are told who ask for a greeting.',
  },
`,
}
const operation: Entry = {
  file: 'src/control/document-operations.ts',
  text: `
export const readGreeting = control({
  method: 'GET',
  path: 'greeting',
  name: 'readGreeting',
  description: 'Tells the greeting of the server.',
  handle: 'documents.greeting',
  example: {},
  answer: { mediaType: 'text/plain' },
  ofServer: true,
  run: ({ worlds }) => new PlainText('text/plain', worlds.settings.greeting),
})
`,
}
const entries = [option, operation]

/**
 * The tests of all that is derived, or held against a list; TRIAL_SUITE=all runs all others too. Left out are what looks for
 * packages below the project.
 */
const suite =
  process.env['TRIAL_SUITE'] === 'all'
    ? ['--exclude', 'test/lean.test.ts']
    : [
        'test/architecture.test.ts', 'test/generated.test.ts', 'test/config/options.test.ts', 'test/pages.test.ts',
        'test/contract', 'test/facts', 'test/golden.test.ts', 'test/openapi', 'test/wire/answer.test.ts', 'test/cli',
        'test/seed/default-estate.test.ts', 'test/seed/determinism.test.ts', 'test/seed/relations.test.ts',
        'test/control/control-operations.test.ts', 'test/dump/dump.test.ts', 'test/faults/faults.test.ts',
        'test/operations/operations.test.ts', 'test/http/query.test.ts',
      ] // prettier-ignore

let copy: string
const tool = (name: string): string => join(copy, 'node_modules', name)
/** Runs a tool of the copy. */
const node = (...args: readonly string[]): Promise<string> => runWell(copy, [process.execPath, ...args])
const mockEm = (...args: readonly string[]): Promise<string> => node('bin/mock-em.js', ...args)
const vitest = (...args: readonly string[]): Promise<string> =>
  node(tool('vitest/vitest.mjs'), 'run', '--reporter', 'dot', ...args)

beforeAll(async () => {
  copy = copyWith(entries)
  await node(tool('tsx/dist/cli.mjs'), 'docs/generate.ts')
})
afterAll(removeFolders)

describe.concurrent('a copy of the project with something new', () => {
  const written = [...newFiles, ...entries.map(({ file }) => file)].filter((file) => file.endsWith('.ts'))

  it('holds its types', async () => {
    expect(await node(tool('typescript/bin/tsc'), '--noEmit')).toBe('')
  })
  it('keeps its rules', async () => {
    expect(await node(tool('eslint/bin/eslint.js'), '--max-warnings', '0', ...written)).toBe('')
  })
  it('keeps its form', async () => {
    const told = await node(tool('prettier/bin/prettier.cjs'), '--check', ...written)
    expect(told).toContain('All matched files')
  })
  it('is built', async () => {
    await node('build.mjs')
    expect(await mockEm('help')).toMatch(/^ {2}mock-em greet/m)
  })
})

it('has golden files of the new type, and all others as they were', async () => {
  const golden = join(copy, 'test/golden')
  const before = textsIn(golden)
  await vitest('test/golden.test.ts', '--update')
  const after = textsIn(golden)
  const changed = Object.keys({ ...before, ...after }).filter((file) => before[file] !== after[file])
  expect(changed).toEqual(
    ['entity.json', 'entity.xml', 'reference.json', 'reference.xml'].map((form) => `docs/tape-library.${form}`),
  )
  expect(changed.filter((file) => file in before)).toEqual([])
})

it('passes its tests', async () => {
  expect(await vitest(...suite)).toMatch(/^ +Tests +\d+ passed/m)
})

describe('its server', () => {
  const file = 'ready.json'
  let ended: Promise<unknown>
  let url: string
  let token = ''
  beforeAll(async () => {
    const options = '--http-port 0 --https-port off --scenario docs --clock frozen --log silent'
    const line = ['bin/mock-em.js', ...options.split(' '), '--ready-file', file]
    ended = run(copy, [process.execPath, ...line, '--greeting', 'Hello'])
    await mockEm('wait', '--ready-file', file)
    const ready = JSON.parse(readFileSync(join(copy, file), 'utf8')) as { readonly http: string }
    url = ready.http
  })
  beforeEach(async () => {
    await read('POST /_mock/reset')
    const authorization = `Basic ${Buffer.from('administrator:secret').toString('base64')}`
    const { headers } = await fetch(`${url}/api/sessionMngr/?v=latest`, { method: 'POST', headers: { authorization } })
    token = headers.get('x-restsvcsessionid') ?? ''
  })
  afterAll(async () => {
    await mockEm('stop', '--ready-file', file)
    await ended
  })

  const ask = async (request: string, language: 'xml' | 'json' = 'json', body?: string) => {
    const [method = '', path = ''] = request.split(' ')
    const type = `application/${language}`
    const headers = { Accept: type, 'Content-Type': type, 'X-RestSvcSessionId': token }
    const answer = await fetch(url + path, { method, headers, ...(body !== undefined && { body }) })
    return { status: answer.status, body: await answer.text() }
  }
  const read = async <Told = Library>(request: string, body?: object): Promise<Told> => {
    const told = await ask(request, 'json', body && JSON.stringify(body))
    return JSON.parse(told.body) as Told
  }
  const readXml = async (path: string): Promise<Element> => readElement((await ask(`GET ${path}`, 'xml')).body)

  const entities = async (query: string) => {
    const path = `/api/query?type=TapeLibrary&format=Entities${query}`
    const { Entities } = await read<Result>(`GET ${path}`)
    const rows = Entities.TapeLibraries.TapeLibraries
    const xml = inside(await readXml(path), 'Entities', 'TapeLibraries', 'TapeLibrary')
    expect(xml.map((each) => attributesOf(each)['UID'])).toEqual(rows.map(({ UID }) => UID))
    return rows
  }
  const library = async () => (await entities('&sortAsc=Name'))[0]!
  const idOf = ({ UID }: Library) => UID.split(':').at(-1) ?? ''
  const stateOf = async (id: string) => (await read(`GET /api/tapeLibraries/${id}?format=Entity`)).State

  it('lists the new type', async () => {
    const [server] = (await read<{ readonly Refs: readonly Library[] }>('GET /api/backupServers')).Refs
    for (const list of ['/tapeLibraries', `/backupServers/${idOf(server!)}/tapeLibraries`]) {
      const { Refs } = await read<{ readonly Refs: readonly Library[] }>(`GET /api${list}`)
      expect(Refs).toEqual([expect.objectContaining({ Type: 'TapeLibraryReference' })])
      const xml = inside(await readXml(`/api${list}`), 'Ref').map(attributesOf)
      expect(xml).toEqual([expect.objectContaining({ UID: Refs[0]!.UID })])
    }
  })

  it('shows one of it', async () => {
    const id = idOf(await library())
    const path = `/api/tapeLibraries/${id}`
    expect(await read(`GET ${path}`)).toMatchObject({ UID: `urn:veeam:TapeLibrary:${id}` })
    expect((await readXml(path)).name).toBe('EntityRef')
    expect(await read(`GET ${path}?format=Entity`)).toMatchObject({ State: 'Idle' })
    const xml = await readXml(`${path}?format=Entity`)
    expect([xml.name, inside(xml, 'State')[0]?.text]).toEqual(['TapeLibrary', 'Idle'])
  })

  it.each([
    ['', 1],
    ['&filter=State==Idle', 1],
    ['&filter=State>Inventory', 0],
    ['&filter=SlotsCount>=8;BackupServerName!=nobody&sortDesc=SlotsCount', 1],
    ['&filter=LastInventoryTimeUTC>"2025-01-01"', 0],
  ])('finds it by %j', async (query, count) => {
    expect(await entities(query)).toHaveLength(count)
  })

  const bodies = {
    xml: '<TapeInventorySpec xmlns="http://www.veeam.com/ent/v1.0"><IsQuick>true</IsQuick></TapeInventorySpec>',
    json: '{"IsQuick":true}',
  }
  it.each(['xml', 'json'] as const)('does what is new, asked in %s, and lives on', async (language) => {
    const id = idOf(await library())
    const request = `POST /api/tapeLibraries/${id}?action=inventory`
    const { status, body } = await ask(request, language, bodies[language])
    expect([status, body]).toEqual([202, expect.stringContaining('StartTapeInventory')])
    const task = /task-\d+/.exec(body)?.[0]
    await read('POST /_mock/clock/advance', { by: 'PT30S' })
    expect(await read(`GET /api/tasks/${task}`)).toMatchObject({ Result: { Success: true } })
    expect(await stateOf(id)).toBe('Inventory')
    expect(await ask(request, language)).toMatchObject({
      status: 400,
      body: expect.stringContaining('is Inventory') as string,
    })
    await read('POST /_mock/clock/advance', { by: 'PT1M' })
    expect(await stateOf(id)).toBe('Idle')
    expect(await entities('&filter=LastInventoryTimeUTC>"2025-01-01"')).toHaveLength(1)
  })

  it('moves it by steps, and takes it up from a dump', async () => {
    const id = idOf(await library())
    await read('PUT /_mock/work', { moves: 'manual' })
    await ask(`POST /api/tapeLibraries/${id}?action=inventory`)
    await read('POST /_mock/work/step')
    expect(await stateOf(id)).toBe('Inventory')
    const { body } = await ask('GET /_mock/dump')
    await read('POST /_mock/work/step')
    expect(await stateOf(id)).toBe('Idle')
    await read('POST /_mock/load', JSON.parse(body) as object)
    expect(await stateOf(id)).toBe('Inventory')
    await read('POST /_mock/work/step')
    expect(await stateOf(id)).toBe('Idle')
  })

  it.each(['xml', 'json'] as const)('has the new effect, on %s', async (language) => {
    const path = 'GET /api/tapeLibraries'
    const { body } = await ask(path, language)
    await read('POST /_mock/faults', { name: 'mirror', effect: { reversed: true }, times: 1 })
    expect((await ask(path, language)).body).toBe([...body].reverse().join(''))
    expect((await ask(path, language)).body).toBe(body)
  })

  it('answers the new operation with the new option, and so does the new command', async () => {
    expect(await ask('GET /_mock/greeting')).toEqual({ status: 200, body: 'Hello' })
    expect(await mockEm('greet', '--ready-file', file)).toBe('Hello\n')
  })

  it('takes the new option from the environment, and from a program, whose handle has the new operation', async () => {
    const line = '--http-port 0 --https-port off --scenario empty --log silent --ready-file'
    const other = run(copy, [
      'env',
      'MOCK_EM_GREETING=From outside',
      process.execPath,
      'bin/mock-em.js',
      ...line.split(' '),
      'other.json',
    ])
    await mockEm('wait', '--ready-file', 'other.json')
    expect(await mockEm('greet', '--ready-file', 'other.json')).toBe('From outside\n')
    await mockEm('stop', '--ready-file', 'other.json')
    await other
    const program = await node(tool('tsx/dist/cli.mjs'), 'test/trial/program.ts')
    expect(program).toMatch(/^From a program, [1-9]\d*, 1\n$/)
  })

  it('tells all of it to people and machines', async () => {
    expect(await mockEm('routes')).toContain('TapeLibraryInventory')
    for (const dialect of ['v12', 'v13']) {
      const document = await read<Described>(`GET /_mock/openapi.json?dialect=${dialect}`)
      expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/tapeLibraries', '/tapeLibraries/{id}']))
      expect(Object.keys(document.components.schemas)).toContain('TapeLibrary')
    }
    const control = await ask('GET /_mock/control.json')
    expect(control.body).toContain('"/greeting"')
    expect(readFileSync(join(copy, 'docs/routes.md'), 'utf8')).toMatch(/^\| GET +\| `\/greeting` /m)
    expect(control.body).toContain('"reversed"')
  })
})

interface Library {
  readonly UID: string
  readonly State: string
}

interface Result {
  readonly Entities: {
    readonly TapeLibraries: { readonly TapeLibraries: readonly Library[] }
  }
}

interface Described {
  readonly paths: object
  readonly components: { readonly schemas: object }
}

/** The elements that names lead to, one inside the other. */
const inside = (element: Element, ...names: readonly string[]): readonly Element[] =>
  names.reduce<readonly Element[]>(
    (found, name) => found.flatMap(({ children }) => children.filter((each) => each.name === name)),
    [element],
  )

const attributesOf = ({ attributes }: Element): Readonly<Record<string, string>> => Object.fromEntries(attributes)
