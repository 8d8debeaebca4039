import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Resource } from '../src/model/resource.ts'
import { resources } from '../src/resources/index.ts'
import { accepts, openEm, type Em, type Language } from './support/em.ts'

// Documents to be read: one of each type as the `docs` estate sends it. `npm run golden` rewrites them.

const languages = ['xml', 'json'] as const
const kebab = (name: string) => name.replace(/\B[A-Z]/g, '-$&').toLowerCase()

let em: Em
let token: string
beforeAll(async () => {
  em = await openEm({ scenario: 'docs' })
  token = await em.logOn()
})
afterAll(() => em.close())

const fetched = async (path: string, language: Language) => {
  const { body } = await em.ask(`GET /api${path}`, { token, accept: accepts[language] })
  return language === 'json' ? `${JSON.stringify(JSON.parse(body), null, 2)}\n` : `${body.replaceAll('><', '>\n<')}\n`
}

/** Nobody has asked for a task or a mount yet. */
const shown = (resources as readonly Resource[]).filter(({ ofLogon }) => ofLogon !== true)
const forms = shown.flatMap((resource) => {
  const forms = resource.keyless === undefined ? ['entity', 'reference'] : ['resource']
  return forms.map((form) => [resource.name, form, resource] as const)
})

/** Rows of the `docs` estate that other documents hang on. */
const ofDocs = {
  job: '94b5aa11-dac3-40af-8f49-dcdb429ef799',
  object: '30a46794-876c-4d83-9368-4cea4151c1f0',
  copyJob: '3512a961-6bf2-40c9-8c67-4e5c2e5b2ed1',
  root: 'c8328849-4d80-42b6-8c77-fe09f6b47e77',
  server: 'ceaabd23-be69-4644-99a8-79c699b1693a',
  tenant: '7a93ce64-f904-47d2-a0ee-f19b37cf4130',
  account: 'd78f6826-a15e-4702-9ab6-9032c6361f74',
  organization: 'd46793e3-7961-4388-87a4-07f870df72a4',
  inCatalog: '73b7b5cf-0a84-4136-bead-662f13dc289b',
} as const
const guestFiles = `/catalog/vms/srv04/vmRestorePoints/${ofDocs.inCatalog}/guestfs`

describe.each(languages)('in %s', (language) => {
  it.each(forms)('%s as %s', async (_name, form, resource) => {
    const [row] = em.simulation.store.table(resource.name)
    expect(row).toBeDefined()
    const above = resource.path.replace(/\{(\w+)\}/g, (_, role: string) => row?.up[role] ?? '')
    const path = `/${above}/${row?.id}${form === 'entity' ? '?format=Entity' : ''}`
    const file = `golden/docs/${kebab(resource.name)}.${form}.${language}`
    await expect(await fetched(path, language)).toMatchFileSnapshot(file)
  })

  it.each([
    ['service-root', '/'],
    ['logon-sessions', '/logonSessions'],
    ['query-service', '/querySvc'],
    ['objects-in-job', `/jobs/${ofDocs.job}/includes`],
    ['object-in-job', `/jobs/${ofDocs.job}/includes/${ofDocs.object}`],
    ['linked-jobs', `/jobs/${ofDocs.copyJob}/linkedJobs`],
    ['linked-backup-repositories', `/jobs/${ofDocs.copyJob}/linkedBackupRepositories`],
    ['agents-service', '/agents'],
    ['nas-service', '/nas'],
    ['cloud-service', '/cloud'],
    ['free-license-counters', `/cloud/tenants/${ofDocs.tenant}/freelicenseCounters`],
    ['v-cloud-service', '/vCloud'],
    ['v-sphere-self-service', '/selfService/vSphere'],
    ['backup-job-settings', `/vCloud/orgConfigs/${ofDocs.organization}/backupJobSettings`],
    ['guest-root', guestFiles],
    ['guest-folder', `${guestFiles}/C:/Users?action=listAll`],
    ['guest-files', `${guestFiles}/C:/Documents?action=listFiles&pageSize=2&page=2`],
    ['mounts', `/vmRestorePoints/${ofDocs.inCatalog}/mounts`],
    ['tasks', '/tasks'],
    ['no-task', '/tasks/task-297'],
    ['lookup-service', '/lookupSvc'],
    ['lookup', `/lookup?host=urn:veeam:HierarchyRoot:${ofDocs.root}&name=*srv*&type=Vm`],
    ['security-settings', '/security'],
    ['roles-of-account', `/security/accounts/${ofDocs.account}/roles`],
    ['scopes-of-account', `/security/accounts/${ofDocs.account}/scopes`],
    ['credentials', `/backupServers/${ofDocs.server}/credentials`],
    ['passwords', `/backupServers/${ofDocs.server}/passwords`],
    ['query.references', '/query?type=Repository&pageSize=1'],
    ['query.entities', '/query?type=Repository&format=Entities&pageSize=1&page=2'],
    ['query.empty', '/query?type=Job&filter=Name==nobody'],
    ['report-summary', '/reports/summary'],
    ['report-overview', '/reports/summary/overview'],
    ['report-vms-overview', '/reports/summary/vms_overview'],
    ['report-job-statistics', '/reports/summary/job_statistics'],
    ['report-processed-vms', '/reports/summary/processed_vms'],
    ['report-repository', '/reports/summary/repository'],
    ['refused', '/query?type=Job&filter=Nmae==a'],
  ])('%s', async (name, path) => {
    await expect(await fetched(path, language)).toMatchFileSnapshot(`golden/docs/${name}.${language}`)
  })
})
