import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openActor } from '../../support/actor.ts'

let actor: Awaited<ReturnType<typeof openActor>>
let host: string
let server: string
let repository: string
let template: string
beforeAll(async () => {
  actor = await openActor({ scenario: 'default' })
  host = (await actor.ids('ManagedServer', 'ManagedServerType==VcdSystem'))[0]!
  const job = (await actor.ids('Job', 'Platform==vCloud;JobType==Backup'))[0]!
  server = actor.em.simulation.store.table('Job').get(job)!.up['BackupServer']!
  const repositories = actor.em.simulation.store.table('Repository').under('BackupServer', server)
  repository = repositories[0]!.id
  template = job
})
afterAll(() => actor.close())

const configs = '/vCloud/orgConfigs'
const named = async (name: string) =>
  `${configs}/${(await actor.ids('VCloudOrganizationConfig', `Name=="${name}"`))[0]}`
const entity = (path: string) => actor.read(`${path}?format=Entity`)
const relatedOf = (document: Readonly<Record<string, unknown>>) =>
  (document['Links'] as readonly { Rel: string; Type: string; Name: string; Href: string }[])
    .filter(({ Rel }) => Rel === 'Related')
    .map(({ Type, Name, Href }) => [Type, Name, Href.replace(/^.*\/api/, '')])

/** As em_rest has it, of the estate here. */
const organization = (members: object = {}) => ({
  OrganizationName: 'organization02',
  BackupServerUid: `urn:veeam:BackupServer:${server}`,
  RepositoryUid: `urn:veeam:Repository:${repository}`,
  QuotaGb: 100,
  RepositoryFriendlyName: 'Backup Repository 1',
  TemplateJobUid: `urn:veeam:Job:${template}`,
  JobSchedulerType: 'Full',
  HighPriorityJob: false,
  HostUid: `urn:veeam:ManagedServer:${host}`,
  ...members,
})
const nowhere = '00000000-0000-0000-0000-000000000000'

describe('the configuration of an organization', () => {
  it('is made by JSON, and its task leads there', async () => {
    const { status, document } = await actor.act(`POST ${configs}`, organization())
    expect([status, document['Operation'], document['Result']]).toEqual([
      202,
      'CreateVCloudOrganizationConfig',
      { Message: 'Ok', Success: true },
    ])
    const path = await named('organization02')
    expect(relatedOf(document)).toEqual([['VCloudOrganizationConfigReference', 'organization02', path]])
    expect(await entity(path)).toMatchObject({
      QuotaGb: 100,
      IsDisabled: false,
      UsedQuotaMb: 0,
      RepositoryFriendlyName: 'Backup Repository 1',
      JobSettings: {
        DefaultSettings: false,
        JobSchedulerType: 'Full',
        HighPriorityJob: false,
        TemplateJobUid: `urn:veeam:Job:${template}`,
      },
    })
  })

  it('is made by XML', async () => {
    const { message } = await actor.act(
      `POST ${configs}`,
      `<?xml version="1.0" encoding="utf-8"?>
<VCloudOrganizationConfigCreateSpec xmlns="http://www.veeam.com/ent/v1.0">
  <OrganizationName>organization03</OrganizationName>
  <BackupServerUid>urn:veeam:BackupServer:${server}</BackupServerUid>
  <RepositoryUid>urn:veeam:Repository:${repository}</RepositoryUid>
  <QuotaGb>500</QuotaGb>
  <JobSchedulerType>Partial</JobSchedulerType>
  <HighPriorityJob>true</HighPriorityJob>
  <HostUid>urn:veeam:ManagedServer:${host}</HostUid>
  <RepositoryFriendlyName>Backup Repository 1</RepositoryFriendlyName>
</VCloudOrganizationConfigCreateSpec>`,
    )
    expect(message).toBe('')
    expect((await entity(await named('organization03')))['JobSettings']).toMatchObject({
      DefaultSettings: true,
      JobSchedulerType: 'Partial',
      HighPriorityJob: true,
    })
  })

  it.each([
    ['the name of another', { OrganizationName: 'Engineering' }],
    ['a quota of nothing', { QuotaGb: 0 }],
    ['no such server', { BackupServerUid: `urn:veeam:BackupServer:${nowhere}` }],
    ['no such repository', { RepositoryUid: `urn:veeam:Repository:${nowhere}` }],
    ['no such host', { HostUid: `urn:veeam:ManagedServer:${nowhere}` }],
    ['no such template', { TemplateJobUid: `urn:veeam:Job:${nowhere}` }],
  ])('is not made with %s', async (_what, members) => {
    const before = await actor.ids('VCloudOrganizationConfig')
    const told = await actor.act(`POST ${configs}`, organization({ OrganizationName: 'nobody', ...members }))
    expect([told.status, await actor.ids('VCloudOrganizationConfig')]).toEqual([400, before])
  })

  it('is not made for a template or a host of something else', async () => {
    const [job] = await actor.ids('Job', 'Platform==VMware;JobType==Backup')
    const [vCenter] = await actor.ids('ManagedServer', 'ManagedServerType==VC')
    for (const members of [
      { TemplateJobUid: `urn:veeam:Job:${job}` },
      { HostUid: `urn:veeam:ManagedServer:${vCenter}` },
    ]) {
      const spec = organization({ OrganizationName: 'nobody', ...members })
      expect((await actor.act(`POST ${configs}`, spec)).status).toBe(400)
    }
  })

  it('is edited by what it sends back, in part or whole', async () => {
    const path = await named('training')
    const before = await entity(path)
    const { document } = await actor.act(`PUT ${path}`, {
      ...before,
      status: undefined,
      QuotaGb: 1024,
      Name: 'another name',
      UsedQuotaMb: 1,
      JobSettings: { CustomSettings: true, TemplateJobUid: `urn:veeam:Job:${template}` },
    })
    expect([document['Operation'], relatedOf(document)]).toEqual([
      'EditVCloudOrganizationConfig',
      [['VCloudOrganizationConfigReference', 'training', path]],
    ])
    const settings = {
      ...(before['JobSettings'] as object),
      DefaultSettings: false,
      TemplateJobUid: `urn:veeam:Job:${template}`,
    }
    expect(await entity(path)).toEqual({ ...before, QuotaGb: 1024, JobSettings: settings })

    await actor.act(
      `PUT ${path}`,
      `<VCloudOrganizationConfig xmlns="http://www.veeam.com/ent/v1.0"><JobSettings><DefaultSettings>true</DefaultSettings><JobSchedulerType>Random</JobSchedulerType></JobSettings></VCloudOrganizationConfig>`,
    )
    const after = (await entity(path))['JobSettings'] as Record<string, unknown>
    expect([after['DefaultSettings'], after['JobSchedulerType'], after['TemplateJobUid'] ?? null]).toEqual([
      true,
      'Random',
      null,
    ])
    expect(await actor.ids('VCloudOrganizationConfig', 'JobSchedulerType==Random')).toHaveLength(1)

    const edited = await entity(path)
    const refused = await actor.act(`PUT ${path}`, {
      QuotaGb: 2048,
      HostUid: `urn:veeam:ManagedServer:${nowhere}`,
    })
    expect([refused.status, await entity(path)]).toEqual([400, edited])
  })

  it('is deleted, but not that of all others', async () => {
    const path = await named('engineering')
    expect((await actor.act(`DELETE ${path}?deleteJobs=perhaps`)).status).toBe(400)
    const { status, document } = await actor.act(`DELETE ${path}?deleteJobs=true&deleteBackupFiles=false`)
    expect([status, document['Operation'], relatedOf(document)]).toEqual([202, 'DeleteVCloudOrganizationConfig', []])
    expect((await actor.read(path))['status']).toBe(404)

    const others = await named('Other organizations')
    expect((await actor.act(`DELETE ${others}`)).status).toBe(400)
    // It says neither repository nor host, and may be sent back so.
    const back = { ...(await entity(others)), status: undefined, IsDisabled: false }
    expect((await actor.act(`PUT ${others}`, back)).message).toBe('')
    expect((await entity(others))['IsDisabled']).toBe(false)
    const { document: disabled } = await actor.act(`POST ${others}?action=disable`)
    expect([disabled['Operation'], (await entity(others))['IsDisabled']]).toEqual(['EditOtherOrganizationConfig', true])
  })
})
