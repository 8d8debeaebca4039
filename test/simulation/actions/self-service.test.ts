import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openActor } from '../../support/actor.ts'

let actor: Awaited<ReturnType<typeof openActor>>
let server: string
let repository: string
let center: string
let template: string
beforeAll(async () => {
  actor = await openActor({ scenario: 'default' })
  const { store } = actor.em.simulation
  center = (await actor.ids('ManagedServer', 'ManagedServerType==VC'))[0]!
  server = store.table('ManagedServer').get(center)!.up['BackupServer']!
  repository = store.table('Repository').under('BackupServer', server)[0]!.id
  const jobs = await actor.ids('Job', 'Platform==VMware;JobType==Backup')
  template = jobs.find((id) => store.table('Job').get(id)!.up['BackupServer'] === server)!
})
afterAll(() => actor.close())

const configs = '/selfService/vSphere/Configs'
const idsOf = (name: string) => actor.ids('VSphereSelfServiceConfig', `Name=="${name}"`)
const named = async (name: string) => `${configs}/${(await idsOf(name))[0]}`
const entity = (path: string) => actor.read(`${path}?format=Entity`)
const relatedOf = (document: Readonly<Record<string, unknown>>) =>
  (document['Links'] as readonly { Rel: string; Type: string; Name: string; Href: string }[])
    .filter(({ Rel }) => Rel === 'Related')
    .map(({ Type, Name, Href }) => [Type, Name, Href.replace(/^.*\/api/, '')])

/** As em_rest has it, of the estate here. */
const account = (members: object = {}) => ({
  AccountName: 'Operators',
  RepositoryUid: `urn:veeam:Repository:${repository}`,
  QuotaGb: 500,
  PerUser: false,
  TemplateJobUid: `urn:veeam:Job:${template}`,
  JobSchedulerType: 'Full',
  HighPriorityJob: true,
  VCentersScopes: [`urn:veeam:ManagedServer:${center}`],
  Tags: ['RestAPITag'],
  ...members,
})
const nowhere = '00000000-0000-0000-0000-000000000000'

describe('the configuration of an account', () => {
  it('is made by JSON, and its task leads there', async () => {
    const { status, document } = await actor.act(`POST ${configs}`, account({ AccountType: 'Group' }))
    const path = await named('Operators')
    expect([status, document['Operation'], relatedOf(document)]).toEqual([
      202,
      'CreateVSphereSelfServiceConfig',
      [['VSphereSelfServiceConfigReference', 'Operators', path]],
    ])
    expect(await entity(path)).toMatchObject({
      BackupServerUid: `urn:veeam:BackupServer:${server}`,
      QuotaGb: 500,
      PerUser: false,
      Account: {
        AccountName: 'Operators',
        AccountSid: expect.stringMatching(/^S-1-5-21-\d+-\d+-\d+-\d+$/) as string,
        AccountType: 'Group',
      },
      JobSettings: { DefaultSettings: false, JobSchedulerType: 'Full', HighPriorityJob: true },
      VCentersScopes: [`urn:veeam:ManagedServer:${center}`],
      Tags: ['RestAPITag'],
    })
  })

  it('is made by XML, with what is usual', async () => {
    await actor.act(
      `POST ${configs}`,
      `<VSphereSelfServiceCreateSpec xmlns="http://www.veeam.com/ent/v1.0">
  <AccountName>tech\\william.fox</AccountName>
  <RepositoryUid>urn:veeam:Repository:${repository}</RepositoryUid>
  <QuotaGb>100</QuotaGb>
  <PerUser>false</PerUser>
  <TemplateJobUid>urn:veeam:Job:${template}</TemplateJobUid>
  <TemplateMode>Default</TemplateMode>
  <JobSchedulerType>Full</JobSchedulerType>
  <Tags>
    <Tag>RestAPITag</Tag>
  </Tags>
</VSphereSelfServiceCreateSpec>`,
    )
    expect(await entity(await named('tech\\william.fox'))).toMatchObject({
      Account: { AccountType: 'User' },
      JobSettings: { DefaultSettings: true, HighPriorityJob: false },
      VCentersScopes: [],
    })
  })

  it.each([
    ['the name of another', { AccountName: 'administrators' }],
    ['a quota of nothing', { QuotaGb: 0 }],
    ['no such repository', { RepositoryUid: `urn:veeam:Repository:${nowhere}` }],
    ['no such template', { TemplateJobUid: `urn:veeam:Job:${nowhere}` }],
    ['no such vCenter', { VCentersScopes: [`urn:veeam:ManagedServer:${nowhere}`] }],
  ])('is not made with %s', async (_what, members) => {
    const before = await actor.ids('VSphereSelfServiceConfig')
    const told = await actor.act(`POST ${configs}`, account({ AccountName: 'nobody', ...members }))
    expect([told.status, await actor.ids('VSphereSelfServiceConfig')]).toEqual([400, before])
  })

  it('is edited by what it sends back, in part or whole', async () => {
    const path = await named('portal-user')
    const before = await entity(path)
    const { document } = await actor.act(`PUT ${path}`, {
      ...before,
      status: undefined,
      QuotaGb: 200,
      Tags: ['RestAPITag'],
      Account: { AccountName: 'another', AccountType: 'Group' },
      BackupServerUid: `urn:veeam:BackupServer:${nowhere}`,
    })
    expect([document['Operation'], relatedOf(document)]).toEqual([
      'EditVSphereOrganizationConfig',
      [['VSphereSelfServiceConfigReference', 'portal-user', path]],
    ])
    expect(await entity(path)).toEqual({ ...before, QuotaGb: 200, Tags: ['RestAPITag'] })

    await actor.act(
      `PUT ${path}`,
      `<VSphereSelfServiceConfig xmlns="http://www.veeam.com/ent/v1.0">
  <JobSettings><JobSchedulerType>Disabled</JobSchedulerType></JobSettings>
  <VCentersScope />
</VSphereSelfServiceConfig>`,
    )
    expect(await entity(path)).toMatchObject({
      QuotaGb: 200,
      JobSettings: { ...(before['JobSettings'] as object), JobSchedulerType: 'Disabled' },
      VCentersScopes: [],
    })

    const edited = await entity(path)
    const refused = await actor.act(`PUT ${path}`, { PerUser: true, QuotaGb: -1 })
    expect([refused.status, await entity(path)]).toEqual([400, edited])
  })

  it('is deleted', async () => {
    const path = await named('Domain Users')
    const { status, document } = await actor.act(`DELETE ${path}`)
    expect([status, document['Operation'], document['State']]).toEqual([202, 'DeleteVSphereConfigs', 'Finished'])
    expect((await actor.read(path))['status']).toBe(404)
  })
})
