import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mountTypes } from '../../src/simulation/backups/mounts.ts'
import { served } from '../../src/http/routes/served.ts'
import type { Resource } from '../../src/model/resource.ts'
import {
  catalogVmRestorePoint, cloudFailoverPlan, cloudTenant, job, resources,
} from '../../src/resources/index.ts' // prettier-ignore
import { askForOwn } from '../support/asked.ts'
import { openEm, type Em } from '../support/em.ts'
import { crawl, type Crawl } from './crawl.ts'

// Follows every Href, from the root and from every list on, and expects what its Type promises.

let em: Em
beforeAll(async () => {
  em = await openEm({ scenario: 'docs' })
})
afterAll(() => em.close())

/** So many of each documented path: the files of a machine have no end. */
const MOST = 200

/** What no link leads to, as far as is known; and what a Browse link opens, once it is built. */
const unlinked = ['/cloud']
const below: readonly (readonly [Resource, string])[] = [
  [cloudTenant, 'gatewayPools'],
  [cloudFailoverPlan, 'includes'],
  [catalogVmRestorePoint, 'guestfs'],
]

const firstOf = ({ name }: Resource, path: string): string => {
  const [row] = em.simulation.store.table(name)
  return `/${path.replace(/\{(\w+)\}/g, (_, role: string) => row?.up[role] ?? '')}/${row?.id}`
}
/** Every list, of one of those that have it: a type may be listed where no link leads. */
const lists = (): readonly string[] =>
  (resources as readonly Resource[]).flatMap(({ name, collections }) =>
    collections.flatMap(({ path }) => {
      const roles = [...path.matchAll(/\{(\w+)\}/g)].map(([, role = '']) => role)
      const row = [...em.simulation.store.table(name)].find(({ up }) => roles.every((role) => role in up))
      return roles.length > 0 && row === undefined
        ? []
        : [path.replace(/\{(\w+)\}/g, (_, role: string) => row?.up[role] ?? '')]
    }),
  )
const starts = (): readonly string[] => [
  '/',
  ...unlinked,
  ...lists(),
  ...below.map(([resource, path]) => `${firstOf(resource, resource.path)}/${path}`),
  ...(resources as readonly Resource[])
    .flatMap((resource) => (resource.aliases ?? []).map((alias) => firstOf(resource, alias)))
    .filter((path) => !path.includes('//')),
]

/** A link leads to these too, but so many points are not followed that it may be to none with a mount. */
const mounts = (): readonly string[] =>
  mountTypes.map((type) => {
    const [point] = em.simulation.store.table(type.name.replace(/Mount$/, ''))
    return `/${type.path.replace(/\{\w+\}/, point?.id ?? '')}`
  })

const crawls: Crawl[] = []

/** Who may not read what, by documented path. */
const forAdministrators = [
  '/agents/jobs/{id}/includes', '/agents/jobs/{id}/includes/{id}', '/backupServers/{id}/jobs',
  '/cdpPolicies/{id}/includes', '/cdpPolicies/{id}/includes/{id}', '/jobs', '/jobs/{id}/includes',
  '/jobs/{id}/includes/{id}', '/jobs/{id}/linkedBackupRepositories', '/jobs/{id}/linkedJobs',
  '/nas/jobs/{id}/includes', '/nas/jobs/{id}/includes/{id}', '/security', '/security/accounts',
  '/security/roles',
] // prettier-ignore

describe.each(['xml', 'json'] as const)('in %s', (language) => {
  it.each([
    ['administrator', []],
    ['portal-user', forAdministrators],
    ['restore-operator', forAdministrators],
  ])('%s finds no dead link, and may read all but what is for others', async (user, forbidden) => {
    const token = await em.logOn(user)
    await askForOwn(em, token, [`POST /api${firstOf(job, job.path)}?action=start`])
    const found = await crawl(em, token, language, [...starts(), '/tasks', ...mounts()], MOST)
    crawls.push(found)
    expect([...new Set(found.wrong)]).toEqual([])
    expect([...found.forbidden].sort()).toEqual([...forbidden].sort())
  })
})

/** Where the links of what is a tenant's own lead to the provider's things. */
const forProviders = ['/backupServers/{id}']

it.each(['xml', 'json'] as const)('in %s a tenant finds no dead link, and the provider closed', async (language) => {
  const spec = { TenantCredentials: { Username: 'Harbor Branch', Password: 'secret' } }
  const { headers } = await em.ask('POST /api/sessionMngr/?v=latest', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(spec),
  })
  const token = String(headers['x-restsvcsessionid'])
  const found = await crawl(em, token, language, ['/', '/cloud'], MOST)
  expect([...new Set(found.wrong)]).toEqual([])
  expect([...found.forbidden].sort()).toEqual(forProviders)
  expect(found.reached.size).toBeGreaterThan(10)
})

it('reaches every path that is read, but for one', () => {
  const reached = new Set(crawls.flatMap(({ reached }) => [...reached.keys()]))
  const paths = served.all.flatMap(({ method, path }) => (method === 'GET' ? [path] : []))
  const others = paths.filter((path) => !reached.has(path))
  // Links lead to its other spelling.
  expect(others).toEqual(['/reports/summary/statistics'])
  expect(1 - others.length / paths.length).toBeGreaterThan(0.95)
})
