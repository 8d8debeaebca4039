import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addEntity } from '../../src/entities/add-entity.ts'
import { removeEntity } from '../../src/entities/remove-entity.ts'
import { ApiError } from '../../src/model/api-error.ts'
import { resources } from '../../src/resources/index.ts'
import type { Resource } from '../../src/model/resource.ts'
import { crawl } from '../contract/crawl.ts'
import { accepts, openEm, type Em } from '../support/em.ts'

const types: readonly Resource[] = resources

describe.each([['docs'], ['default'], ['service-provider'], ['empty']])('entities added to %s', (scenario) => {
  let em: Em
  let token: string
  beforeAll(async () => {
    em = await openEm({ scenario })
    token = await em.logOn()
  })
  afterAll(() => em.close())

  it.each(types.map((it) => [it.name, it] as const))('%s', async (type, resource) => {
    const before = em.simulation.store.table(type).size
    let added
    try {
      added = addEntity(em.simulation, type, {})
    } catch (error) {
      expect(error).toBeInstanceOf(ApiError)
      expect(error).toMatchObject({
        status: 400,
        message: expect.stringMatching(/^.{30,}\.$/s) as string,
      })
      expect(em.simulation.store.table(type).size).toBe(before)
      return
    }
    const { id, href } = added
    const path = href.replace(/^\/api|\?.*$/g, '')
    const forms = resource.keyless === undefined ? ['', '?format=Entity'] : ['']
    for (const form of forms)
      for (const language of ['xml', 'json'] as const) {
        const url = `GET /api${path}${form}`
        const { status, body } = await em.ask(url, { token, accept: accepts[language] })
        expect([url, language, status, body]).toMatchObject([url, language, 200, expect.anything()])
        for (const to of linksIn(body)) {
          const { status } = await em.ask(`GET ${to}`, { token, accept: accepts[language] })
          expect([to, status]).toEqual([to, 200])
        }
      }
    if (resource.container !== undefined && resource.keyless === undefined) {
      const { body } = await em.ask(
        `GET /api/query?type=${type}&filter=UID==${encodeURIComponent(`urn:veeam:${type}:${id}`)}`,
        { token, accept: accepts.xml },
      )
      expect(body).toContain(id)
    }
    removeEntity(em.simulation, type, id)
    expect(em.simulation.store.table(type).size).toBe(before)
    expect(await em.ask(`GET /api${path}`, { token })).not.toMatchObject({ status: 200 })
  })

  it('leaves no dead link behind', async () => {
    const { wrong } = await crawl(em, token, 'json', ['/'], 3)
    expect(wrong).toEqual([])
  })
})

/** Where a document in XML or JSON leads that is to be read. */
const linksIn = (body: string): string[] =>
  body.split(/[<{]/).flatMap((piece) => {
    const [, href] = /\bHref"?[=:]\s*"([^"]+)"/.exec(piece) ?? []
    const [, rel = 'Up'] = /\bRel"?[=:]\s*"(\w+)"/.exec(piece) ?? []
    if (href === undefined || !['Up', 'Down', 'Alternate', 'Related'].includes(rel)) return []
    return [href.replaceAll('&amp;', '&').replace(/^https?:\/\/[^/]+/, '')]
  })
