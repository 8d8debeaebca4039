import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readXml } from '../../../src/http/request/read-xml.ts'
import { actions } from '../../../src/simulation/actions.ts'
import { Oddities } from '../../../src/wire/oddities.ts'
import { readBody } from '../../../src/wire/read-body.ts'
import { asRoot, xmlWriter } from '../../../src/wire/write-xml.ts'
import { XmlElement } from '../../../src/wire/xml-element.ts'
import { findings } from '../../clients/estate.ts'
import { clones, edits, includes, restores, servers, zips } from '../../clients/requests.ts'
import { anyOf, type Pick } from '../../support/any-body.ts'
import { control } from '../../support/deeds.ts'
import { openEm, type Em } from '../../support/em.ts'
import { isOdd, oddJson, oddXml, xmlOf } from '../../support/odd-body.ts'

// A valid body with more in it than EM knows, and in another order, does what it did; `--strict` refuses it.

let em: Em
beforeAll(async () => {
  em = await openEm({ scenario: 'service-provider', now: '2026-01-15T12:00:00Z', clock: 'frozen' })
})
afterAll(() => em.close())

const specs = new Map(actions.flatMap(({ body }) => (body === undefined ? [] : [[body.name, body] as const])))

describe('a body', () => {
  it.each([...specs])('%s is read alike', (_, spec) => {
    fc.assert(
      fc.property(fc.gen(), (gen) => {
        const pick: Pick = (below) => gen(fc.nat, { max: Math.max(0, below - 1) })
        const valid = anyOf(em.simulation, pick, spec.shape)
        const value = readBody(valid, spec, true)
        const inXml = readXml(asRoot(xmlWriter(spec.name, spec.shape)(value, '')))
        // XML has no empty list of elements that stand for themselves.
        const plainly = [value, readBody(inXml, spec, false)]
        const bodies = [oddJson(pick, valid), oddXml(pick, inXml)]
        for (const [n, body] of bodies.entries()) {
          const odd = new Oddities(false)
          expect(readBody(body, spec, n === 0, odd)).toEqual(plainly[n])
          const strictly = () => readBody(body, spec, n === 0)
          const text = body instanceof XmlElement ? xmlOf(body) : JSON.stringify(body)
          // What is inside of what nothing reads is not named.
          if (odd.paths.length > 0 || isOdd(text)) expect(strictly).toThrow(/^The body is not acceptable: at \S+, /)
          else expect(strictly()).toEqual(plainly[n])
        }
      }),
      { numRuns: 60 },
    )
  })
})

const taken = [...restores, ...clones, ...includes, ...zips, ...servers, ...edits].filter(
  ({ status, unread, body }) => status < 300 && unread === undefined && typeof body === 'string',
)

describe('what a client sends', () => {
  let estate: Em
  beforeAll(async () => {
    estate = await openEm({ scenario: 'default', now: '2026-01-15T12:00:00Z', clock: 'frozen' })
    await control(estate, 'POST /_mock/snapshots/here')
  })
  afterAll(() => estate.close())

  /** What the world is after a request, from the same beginning. */
  async function after(request: string, headers: Readonly<Record<string, string>>, body: string) {
    await control(estate, 'POST /_mock/snapshots/here/restore')
    const token = await estate.logOn()
    const found = await findings(estate, token)
    const fill = (text: string) => text.replace(/\{(\w+)\}/g, (hole, name: string) => found[name] ?? hole)
    const [method = '', path = ''] = fill(request).split(' ')
    const answer = await estate.ask(`${method} /api${path}`, { token, headers, body: fill(body) })
    estate.simulation.clock.advance(60e6)
    await estate.ask('GET /api/tasks', { token })
    const { rows } = JSON.parse((await estate.ask('GET /_mock/dump')).body) as { rows: unknown }
    return { status: answer.status, unread: answer.headers['x-mock-unread'], rows }
  }

  it('is done as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), fc.constantFrom(...taken), async (gen, sent) => {
        const pick: Pick = (below) => gen(fc.nat, { max: Math.max(0, below - 1) })
        const text = String(sent.body)
        const odd = text.startsWith('<')
          ? xmlOf(oddXml(pick, readXml(text)))
          : JSON.stringify(oddJson(pick, JSON.parse(text)))
        const plain = await after(sent.request, sent.headers ?? {}, text)
        const told = await after(sent.request, sent.headers ?? {}, odd)
        expect({ ...told, unread: undefined }, odd).toEqual({ ...plain, unread: undefined })
        // What is inside of what nothing reads is not named.
        if (!text.includes('JobInfo') && isOdd(odd)) expect(told.unread, odd).toBeDefined()
      }),
      { numRuns: Number(process.env['MOCK_EM_LAW_RUNS'] ?? 10), endOnFailure: true },
    )
  })
})
