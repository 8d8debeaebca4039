import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DumpDocument } from '../../src/dump/dump.ts'
import { HeldWorld } from '../../src/embed/world-handle.ts'
import { control, deeds } from '../support/deeds.ts'
import { accepts, openEm, type Em } from '../support/em.ts'

const open = (scenario: string, seed = 1) => openEm({ scenario, seed, now: '2026-01-15T08:00:00Z', clock: 'frozen' })
const dumpOf = async (em: Em) => (await em.ask('GET /_mock/dump')).body
const load = (em: Em, body: string) =>
  em.ask('POST /_mock/load', { headers: { 'content-type': 'application/json' }, body })

/** Everything that can be asked of a world by type, and what is worked out of it. */
async function answersOf(em: Em, token: string): Promise<readonly string[]> {
  const types = em.simulation.store.resources.map(({ name }) => name)
  const paths = [
    ...types.flatMap((type) => [`query?type=${type}&format=Entities`, `query?type=${type}`]),
    ...['', 'jobs', 'tasks', 'logonSessions', 'reports/summary/overview', 'agents', 'security'],
  ]
  const answers: string[] = []
  for (const path of paths)
    for (const accept of Object.values(accepts)) {
      const { status, body } = await em.ask(`GET /api/${path}`, { token, accept })
      answers.push(`${path} ${status} ${body}`)
    }
  return answers
}

it.each(['docs', 'default', 'service-provider'])(
  'whatever was done to %s, another server that loads its dump answers as it does, and goes on as it does',
  async (scenario) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(deeds)), { maxLength: 4 }), async (names) => {
        const [em, other] = [await open(scenario), await open('empty', 7)]
        const token = await em.logOn()
        for (const name of names) await deeds[name]!(em, await em.logOn())
        await control(em, 'PUT /_mock/clock', { mode: 'frozen' })
        const dump = await dumpOf(em)

        expect((await load(other, dump)).status).toBe(200)
        expect(await answersOf(other, token)).toEqual(await answersOf(em, token))
        for (const each of [em, other]) {
          await control(each, 'POST /_mock/clock/advance', { by: 'P2D' })
          await deeds['starts all jobs']!(each, await each.logOn())
          await control(each, 'POST /_mock/clock/advance', { by: 'PT1H' })
        }
        expect(JSON.parse(await dumpOf(other))).toEqual(JSON.parse(await dumpOf(em)))

        await control(other, 'POST /_mock/reset')
        await load(em, dump)
        await control(em, 'POST /_mock/reset')
        expect(JSON.parse(await dumpOf(other))).toEqual(JSON.parse(await dumpOf(em)))
        await Promise.all([em.close(), other.close()])
      }),
      { numRuns: 4 },
    )
  },
)

it('a bad file changes nothing, and is told path, line and column', async () => {
  const em = await open('docs')
  const before = await dumpOf(em)
  const lines = JSON.stringify(JSON.parse(before), undefined, 1)
  const table: readonly (readonly [change: (text: string) => string, says: string])[] = [
    [() => '', 'dump:1:1: this is empty, expected JSON.'],
    [() => '{"format":', 'dump:1:11: this is not JSON: ValueExpected.'],
    [() => '{}', 'dump:1:1: found something else, expected a dump: {"format":"mock-enterprise-manager dump",…}, as mock-em dump writes it.'],
    [(text) => text.replace('"version": 1', '"version": 2'), 'dump:3:13: found 2, expected 1.'],
    [(text) => text.replace('"frozen"', '"slow"'), 'dump:9:11: found "slow", expected real, frozen or a speed such as 60x.'],
    [(text) => text.replace('"frozen"', '"0x"'), 'dump:9:11: found "0x", expected real, frozen or a speed such as 60x.'],
    [(text) => text.replace('"now": "2026-01-15', '"now": "2026-02-30'), 'dump:10:10: found "2026-02-30T08:00:00Z", expected a time such as "2026-01-15T08:00:00Z".'],
    [(text) => text.replace('"Port"', '"Prot"'), 'a BackupServer has no "Prot". Did you mean "Port"?'],
    [(text) => text.replace('"State": "Stopped"', '"State": "Stoped"'), 'found "Stoped", expected one of'],
    [(text) => text.replace(/("life"[^]*?"up": \{)\s*"BackupServer": "[^"]*",?/, '$1'), 'ids by role lacks "BackupServer": an id.'],
    [(text) => text.replace('"isProvider"', '"seed"'), '"seed" is here twice.'],
  ] // prettier-ignore
  for (const [change, says] of table) {
    const answer = await load(em, change(lines))
    expect(answer.status).toBe(400)
    const { message } = JSON.parse(answer.body) as { message: string }
    expect(message).toContain(says)
    expect(message).toMatch(/^dump:\d+:\d+: /)
  }
  expect(await dumpOf(em)).toBe(before)
  await em.close()
})

it.each(['objects', 'parts'])('what a run makes a task for is not there twice: %s', async (list) => {
  const em = await open('docs')
  await deeds['starts all jobs']!(em, await em.logOn())
  await control(em, 'POST /_mock/clock/advance', { by: 'PT1M' })
  const dump = JSON.parse(await dumpOf(em)) as { readonly life: Json }
  const [holder] = [...places(dump.life)].find(([, name]) => name === list)!
  const held = holder as Record<string, Json[]>
  held[list] = [...held[list]!, ...held[list]!]
  const answer = await load(em, JSON.stringify(dump))
  expect([answer.status, answer.body]).toEqual([
    400,
    expect.stringMatching(/^\{"message":"dump:\d+:\d+: .* is here twice\./),
  ])
  await em.close()
})

it.each(['docs', 'default', 'service-provider'])('the schema fits the dump of %s', async (scenario) => {
  const em = await open(scenario)
  await deeds['starts all jobs']!(em, await em.logOn())
  await deeds['adds a fault']!(em, '')
  const schema = JSON.parse((await em.ask('GET /_mock/dump.schema.json')).body) as object
  const validate = new Ajv2020({ strict: true, code: { optimize: false } }).compile(schema)
  const dump = JSON.parse(await dumpOf(em)) as { agenda: object[] }
  expect(validate(dump), JSON.stringify(validate.errors)).toBe(true)
  expect(validate({ ...dump, version: 2 })).toBe(false)
  expect(validate({ ...dump, agenda: [...dump.agenda, { at: 1 }] })).toBe(false)
  await em.close()
})

it('a dump is a file to start with: at its own time, or later', async () => {
  const [em, path] = [await open('bad-night', 5), join(mkdtempSync(join(tmpdir(), 'dump-')), 'night.json')]
  await deeds['adds a fault']!(em, '')
  await control(em, 'POST /_mock/clock/advance', { by: 'PT90M' })
  writeFileSync(path, await dumpOf(em))

  const started = await openEm({ scenario: path })
  expect(await dumpOf(started)).toBe(await dumpOf(em))
  const later = await openEm({ scenario: path, now: '2026-01-16T00:00:00Z', clock: 'frozen' })
  await control(em, 'PUT /_mock/clock', { now: '2026-01-16T00:00:00Z' })
  expect(JSON.parse(await dumpOf(later))).toEqual(JSON.parse(await dumpOf(em)))
  await expect(openEm({ scenario: path, now: '2026-01-15T09:00:00Z' })).rejects.toThrow(
    `${path} was written at 2026-01-15T09:30:00Z, and time does not go back to 2026-01-15T09:00:00Z.`,
  )
})

it('a dump that a program has changes with nothing, and changes nothing', async () => {
  const em = await open('docs')
  const handle = new HeldWorld(em.worlds, em.world, 'http://localhost')
  const before = await dumpOf(em)
  const held = handle.dump() as unknown as { rows: Record<string, { Name: string }[]> }
  held.rows['Job']![0]!.Name = 'Mine'
  expect(await dumpOf(em)).toBe(before)

  await handle.load(held as unknown as DumpDocument)
  held.rows['Job']![0]!.Name = 'Mine no more'
  expect((await em.ask('GET /api/jobs', { token: await em.logOn() })).body).toContain('Name="Mine"')
  await expect(handle.load({ ...handle.dump(), seed: -1 })).rejects.toThrow('dump.seed: found -1')
  await em.close()
})

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** Every place in a value, as what holds it and under which name. */
function* places(value: Json): Iterable<readonly [holder: Json[] | { [name: string]: Json }, name: string]> {
  if (typeof value !== 'object' || value === null) return
  for (const [name, each] of Object.entries(value)) {
    yield [value, name]
    yield* places(each)
  }
}

const mutations: Readonly<Record<string, (old: Json) => Json | undefined>> = {
  'is gone': () => undefined,
  'is nothing': () => null,
  'is a word': () => 'word',
  'is an empty word': () => '',
  'is another id': () => '00000000-0000-4000-8000-000000000000',
  'is zero': () => 0,
  'is below zero': () => -1,
  'is half': () => 0.5,
  'is huge': () => 9e15,
  'is not what it was': (old) => (typeof old === 'boolean' ? !old : typeof old === 'number' ? old + 1 : old),
  'is empty': (old) => (Array.isArray(old) ? [] : {}),
  'is there twice': (old) => (Array.isArray(old) ? [...old, ...old] : [old]),
  'lacks its first': (old) => (Array.isArray(old) ? old.slice(1) : typeof old === 'string' ? old.slice(1) : old),
}

it('whatever is wrong with a dump, it is refused, or the world goes on without a fault', async () => {
  const em = await open('docs')
  const token = await em.logOn()
  await control(em, 'PUT /_mock/work', { moves: 'reads', reads: 2 })
  await deeds['starts all jobs']!(em, token)
  await control(em, 'PUT /_mock/work', { moves: 'time' })
  await deeds['starts all jobs']!(em, token)
  await deeds['adds a fault']!(em, token)
  await control(em, 'POST /_mock/clock/advance', { by: 'PT1M' })
  const good = await dumpOf(em)
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), fc.constantFrom(...Object.keys(mutations)), async (part, nth, mutation) => {
      const dump = JSON.parse(good) as { [name: string]: Json }
      // Rows are many, and alike.
      const parts = [dump, dump['life']!, dump['life']!, dump['agenda']!, dump['logons']!, dump['rows']!]
      const all = [...places(parts[part % parts.length]!)]
      const [holder, name] = all[nth % all.length]!
      const changed = mutations[mutation]!((holder as { [name: string]: Json })[name]!)
      if (changed !== undefined) (holder as { [name: string]: Json })[name] = changed
      else if (Array.isArray(holder)) holder.splice(Number(name), 1)
      else delete holder[name]

      const answer = await load(em, JSON.stringify(dump))
      const what = `${name} ${mutation}: ${answer.body}`
      if (answer.status === 400) {
        expect(answer.body, what).toMatch(/^\{"message":"dump:\d+:\d+: /)
        return
      }
      expect(answer.status, what).toBe(200)
      for (const by of ['PT1H', 'P3D']) {
        expect((await control(em, 'POST /_mock/clock/advance', { by })).status, what).toBe(200)
        for (const each of await answersOf(em, await em.logOn())) expect(each, what).not.toMatch(/^\S* 500/)
      }
      expect((await load(em, good)).status).toBe(200)
    }),
    { numRuns: Number(process.env['RUNS'] ?? 60) },
  )
  await em.close()
})
