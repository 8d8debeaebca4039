import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Resource } from '../../src/model/resource.ts'
import type { Row } from '../../src/model/shape.ts'
import { readXml } from '../../src/http/request/read-xml.ts'
import { resources } from '../../src/resources/index.ts'
import { days } from '../../src/clock/duration.ts'
import { askForOwn } from '../support/asked.ts'
import { openEm, type Em } from '../support/em.ts'

// One contract for every definition: a new type is tested by being there.

let em: Em
let token: string
beforeAll(async () => {
  em = await openEm({ scenario: 'default', now: '2026-01-15T12:00:00Z', clock: 'frozen' })
  token = await em.logOn()
  await askForOwn(em, token)
})
afterAll(() => em.close())

const get = async (path: string) => {
  const answer = await em.ask(`GET /api${path}`, { token, accept: 'application/json' })
  return { ...answer, json: JSON.parse(answer.body) as Document }
}
interface Document {
  readonly [member: string]: unknown
}
interface Entity {
  readonly UID: string
  readonly Name: string
  readonly Href: string
  readonly Type: string
  readonly Links: readonly {
    readonly Rel: string
    readonly Href: string
    readonly Type: string | null
  }[]
}
/** What stands for a row in paths. */
const keyIn = ({ key }: Pick<Resource, 'key'>, row: Row): string =>
  typeof key === 'object' ? (membersOf(row)[key.member] as string) : row.id
/** Where a row is, below `/api`. @param key what stands there for it. */
const pathTo = (resource: Pick<Resource, 'path' | 'key'>, row: Row, key = keyIn(resource, row)): string =>
  `/${resource.path.replace(/\{(\w+)\}/g, (_, role: string) => row.up[role] ?? '')}/${key}`
const rolesIn = (path: string): readonly string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, role]) => role!)
const membersOf = (row: Row) => row as unknown as Readonly<Record<string, unknown>>
const rowsOf = (resource: Resource): readonly Row[] => [...em.simulation.store.table(resource.name)]
/** Twenty of them, one by one. */
const entitiesOf = async (resource: Resource): Promise<readonly Entity[]> => {
  const answers = rowsOf(resource)
    .slice(0, 20)
    .map((row) => get(`${pathTo(resource, row)}?format=Entity`))
  return (await Promise.all(answers)).map(({ json }) => json as unknown as Entity)
}

const all: readonly Resource[] = resources
/** As the real server does: these link to themselves as something else (example documents). */
const calledBy = (type: string) =>
  type.replace(/^(AgentBackup|Nas)Job$/, 'Job').replace(/^SystemSession$/, 'BackupJobSession')

/** As the real server does: an entity of these has no such link (example documents). */
const withoutReference = ['CdpReplicaVm']

describe.each(all.map((resource) => [resource.name, resource] as const))('%s', (_name, resource) => {
  it('has members in the default estate', () => {
    expect(em.simulation.store.table(resource.name).size).toBeGreaterThan(0)
  })

  it('is found one by one, by GUID and by URN, in the forms that it has', async () => {
    const [first] = await entitiesOf(resource)
    const [row] = rowsOf(resource)
    const places = [resource.path, ...(resource.aliases ?? [])]
    for (const path of [
      ...places
        .filter((place) => rolesIn(place).every((role) => row!.up[role] !== undefined))
        .map((path) => pathTo({ ...resource, path }, row!)),
      pathTo(resource, row!, `urn:veeam:${resource.name}:${keyIn(resource, row!)}`),
      `/${pathTo(resource, row!).toUpperCase()}/`,
    ]) {
      const reference = await get(path)
      expect(reference.status).toBe(200)
      if (resource.keyless === undefined) expect(reference.json['Type']).toBe(`${resource.name}Reference`)
      else expect(reference.json).toEqual(first)
      for (const format of ['Entity', 'entities']) {
        expect((await get(`${path}?format=${format}`)).json).toEqual(first)
      }
    }
  })

  // As the real server does: an unknown task is its own fault (recorded).
  const unknown = resource.missing === undefined ? 404 : 500
  it(`is refused with 400 for what is no id, and ${unknown} for an unknown one`, async () => {
    const [row] = rowsOf(resource)
    const statusOf = async (id: string) => (await get(pathTo(resource, row!, id))).status
    // What has its name for a key may be called anything.
    expect(await statusOf('99999')).toBe(resource.key === undefined ? 400 : unknown)
    expect(await statusOf('00000000-0000-0000-0000-000000000000')).toBe(unknown)
  })

  it.runIf(resource.path.includes('{'))('is not found below another parent', async () => {
    const [row] = rowsOf(resource)
    const up = Object.fromEntries(Object.keys(row!.up).map((role) => [role, '00000000-0000-0000-0000-000000000000']))
    expect((await get(pathTo(resource, { ...row!, up }))).status).toBe(404)
  })

  const isLinked = resource.keyless === undefined && !withoutReference.includes(resource.name)
  it.runIf(isLinked)('links from entity to reference', async () => {
    for (const entity of await entitiesOf(resource)) {
      expect(entity.Href).toMatch(/\?format=Entity$/)
      const alternate = entity.Links.find(
        ({ Rel, Type }) => Rel === 'Alternate' && Type === `${calledBy(resource.name)}Reference`,
      )
      // As the real server does: a machine of a vApp says which format it wants (example document).
      const there = alternate?.Href.replace('?format=Reference', '')
      expect(there).toBe(entity.Href.replace('?format=Entity', ''))
    }
  })

  it.runIf(resource.container !== undefined && resource.keyless === undefined)(
    'is read back whole from a query, in both languages',
    async () => {
      const path = `/query?type=${resource.name}&format=Entities&pageSize=20`
      const { container = '', element = resource.name, plural } = resource
      const entities = (await get(path)).json['Entities'] as Record<string, Document | null>
      const uids = (entities[container]?.[plural] as readonly Entity[]).map(({ UID }) => UID)
      expect(uids).toHaveLength(Math.min(20, rowsOf(resource).length))
      const { body } = await em.ask(`GET /api${path}`, { token, accept: 'application/xml' })
      const found = readXml(body).elements.find(({ name }) => name === 'Entities')?.elements
      const rows = found?.find(({ name }) => name === container)?.elements
      expect(rows?.map(({ name, attributes }) => [name, attributes['UID']])).toEqual(uids.map((uid) => [element, uid]))
    },
  )

  const names = resource.container === undefined ? [] : Object.keys(resource.query)
  it.each(names)('is filtered and sorted by %s', async (name) => {
    const [up, down] = await Promise.all(
      ['sortAsc', 'sortDesc'].map((sort) => get(`/query?type=${resource.name}&${sort}=${name}&pageSize=100000`)),
    )
    expect([up?.status, down?.status]).toEqual([200, 200])
    const rows = rowsOf(resource)
    expect(foundIn(up!.json, resource)).toHaveLength(rows.length)
    const nothing = await get(`/query?type=${resource.name}&filter=${name}==`)
    expect(nothing.status).toBe(400)
  })

  it.each(enumerationsOf(resource))('compares %s by position', async (name, values) => {
    const counts = await Promise.all(
      values.map(async (value) => (await refsOf(`filter=${name}==${value}`, resource)).length),
    )
    for (const [position, value] of values.entries()) {
      const atLeast = await refsOf(`filter=${name}>=${value.toLowerCase()}`, resource)
      expect(atLeast).toHaveLength(counts.slice(position).reduce((sum, count) => sum + count, 0))
    }
  })

  const windowed = resource.collections.filter((collection) => collection.windowed === true)
  it.each(windowed.map((it) => [it.path, it] as const))(
    '%s shows the last 30 days, to the very edge',
    async (path, { where }) => {
      const table = em.simulation.store.table(resource.name)
      const member = resource.windowMember ?? ''
      const [row] = rowsOf(resource).filter(
        (row) =>
          rolesIn(path).every((role) => row.up[role] !== undefined) &&
          (where?.is.includes(String(membersOf(row)[where.member])) ?? true),
      )
      const list = path.replace(/\{(\w+)\}/g, (_, role: string) => row!.up[role]!)
      const shown = async () => {
        const { json } = await get(`${list}?format=Entity`)
        return (json[resource.plural] as readonly Entity[]).map(({ UID }) => UID.split(':').at(-1))
      }
      const oldest = em.simulation.clock.now() - days(30)
      const [inside, outside] = [oldest, oldest - 1].map((at, n) => ({
        ...row!,
        id: `00000000-0000-0000-0000-00000000000${n + 1}`,
        [member]: at,
      }))
      const before = await shown()
      table.add(inside!)
      table.add(outside!)
      expect((await shown()).sort()).toEqual([...before, inside!.id].sort())
      table.remove(inside!.id)
      table.remove(outside!.id)
    },
  )
  it.each(windowed.filter(({ path }) => !path.includes('{')).map(({ path }) => path))(
    '%s has what is older',
    async (path) => {
      const { json } = await get(`${path}?format=Entity`)
      const shown = json[resource.plural] as readonly unknown[]
      expect(shown.length).toBeGreaterThan(0)
      expect(rowsOf(resource).length).toBeGreaterThan(shown.length)
    },
  )
})

async function refsOf(query: string, resource: Resource): Promise<readonly unknown[]> {
  const { json } = await get(`/query?type=${resource.name}&pageSize=100000&${query}`)
  return foundIn(json, resource)
}

/** What a query without `format` lists: references, or the resources themselves if they have no key. */
function foundIn(json: Document, { keyless, container = '', plural }: Resource): readonly unknown[] {
  const found = json[keyless === undefined ? 'Refs' : 'Resources'] as Document
  const lists = (keyless === undefined ? found : found[container]) as Document
  return lists[keyless === undefined ? 'Refs' : plural] as readonly unknown[]
}

function enumerationsOf(resource: Resource): (readonly [string, readonly string[]])[] {
  if (resource.container === undefined) return []
  return Object.entries(resource.query).flatMap(([name, source]) => {
    const shape = source.of === 'member' ? resource.fields[source.member] : undefined
    return shape?.kind === 'enumeration' ? [[name, shape.values] as const] : []
  })
}
