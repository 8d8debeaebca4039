import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forceOutcome } from '../../../src/simulation/jobs/forced-outcomes.ts'
import { openActor } from '../../support/actor.ts'
import { jobState } from '../../../src/simulation/jobs/job-state.ts'

type Members = Readonly<Record<string, string>>
type Actor = Awaited<ReturnType<typeof openActor>>

let em: Actor
beforeAll(async () => {
  em = await openActor({ scenario: 'default' })
})
afterAll(() => em.close())

const idOf = async (name: string) => (await em.ids('Job', `Name=="${name}"`))[0] ?? ''
const list = async (path: string, plural: string) => (await em.read(path))[plural] as readonly Members[]
const includes = async (name: string) => list(`/jobs/${await idOf(name)}/includes`, 'ObjectInJobs')
const names = async (name: string) => (await includes(name)).map(({ Name }) => Name)
const refOf = async (job: string, name: string) =>
  (await includes(job)).find(({ Name }) => Name === name)?.['HierarchyObjRef'] ?? ''
const looked = async (ref: string) => list(`/lookup?hierarchyRef=${encodeURIComponent(ref)}`, 'HierarchyItems')
const tasksOf = async (name: string) => {
  const id = await idOf(name)
  forceOutcome(em.em.simulation, id, { result: 'Success', times: 1 })
  const { document } = await em.act(`POST /jobs/${id}?action=start`)
  const session = (document['Links'] as readonly Members[])[1]?.['Href']?.split('?')[0] ?? ''
  const path = session.includes('replica') ? 'replicaTaskSessions' : 'taskSessions'
  const found = await em.read(`${session}/${path}?format=Entity`)
  const tasks = (found['BackupTaskSessions'] ?? found['ReplicaTaskSessions']) as readonly Members[]
  return tasks.map((it) => it['VmDisplayName'])
}

describe('the objects of a job', () => {
  it('are added by XML, and the next run works on them', async () => {
    const ref = await refOf('Backup Job 1', 'crm01')
    const told = await em.act(
      `POST /jobs/${await idOf('Backup Job 2')}/includes`,
      `<CreateObjectInJobSpec xmlns="http://www.veeam.com/ent/v1.0">
         <HierarchyObjRef>${ref}</HierarchyObjRef>
         <HierarchyObjName>crm01</HierarchyObjName>
         <GuestProcessingOptions>
           <AppAwareProcessingMode>IgnoreFailures</AppAwareProcessingMode>
           <FileSystemIndexingMode>ExceptSpecifiedFolders</FileSystemIndexingMode>
           <IncludedIndexingFolders/>
           <ExcludedIndexingFolders><Path>%windir%</Path><Path>%TEMP%</Path></ExcludedIndexingFolders>
           <CredentialsId/>
         </GuestProcessingOptions>
       </CreateObjectInJobSpec>`,
    )
    expect([told.status, told.message, told.document['Operation']]).toEqual([202, '', 'UpdateJob'])
    const added = (await includes('Backup Job 2')).at(-1)
    expect(added).toMatchObject({
      Name: 'crm01',
      HierarchyObjRef: ref,
      GuestProcessingOptions: {
        VssSnapshotOptions: { VssSnapshotMode: 'IgnoreFailures', IsCopyOnly: false },
        WindowsGuestFSIndexingOptions: { FileSystemIndexingMode: 'ExceptSpecifiedFolders' },
      },
    })
    expect(await tasksOf('Backup Job 2')).toContain('crm01')
  })

  it('are added by JSON, and a reference may be made by hand', async () => {
    const ref = await refOf('Hyper-V Cluster Night', 'hv-git01')
    const HierarchyObjRef = ref
      .replace(/:[\da-f-]{36}\./, ':00000000-0000-0000-0000-000000000000.')
      .replace(':Vm:', ':VM:')
    const told = await em.act(`POST /jobs/${await idOf('SQL Servers')}/includes`, {
      HierarchyObjRef,
      HierarchyObjName: 'hv-git01',
      GuestProcessingOptions: {
        IncludedIndexingFolders: [],
        ExcludedIndexingFolders: [],
        VssSnapshotOptions: { VssSnapshotMode: 'RequireSuccess', IsCopyOnly: false, UsePersistentGuestAgent: false },
        WindowsGuestFSIndexingOptions: { FileSystemIndexingMode: 'SpecifiedFolders', IncludedIndexingFolders: ['C:\\Data'], ExcludedIndexingFolders: [] },
        SqlBackupOptions: { TransactionLogsProcessing: 'Backup', BackupLogsFrequencyMin: 15, UseDbBackupRetention: true, RetainDays: 15 },
        WindowsCredentialsId: '00000000-0000-0000-0000-000000000000',
        FsFileExcludeOptions: { BackupScope: 2, IncludeLists: [], ExcludeLists: ['C:/TMP'] },
        OracleBackupOptions: { BackupLogsEnabled: true, ArchivedLogsTruncation: 'BySize', ArchivedLogsMaxSizeMb: 10240, ProxyAutoSelect: true },
      },
    }) // prettier-ignore
    expect(told.message).toBe('')
    expect((await includes('SQL Servers')).at(-1)).toMatchObject({
      HierarchyObjRef: ref,
      GuestProcessingOptions: {
        WindowsGuestFSIndexingOptions: { FileSystemIndexingMode: 'OnlySpecifiedFolders', IncludedIndexingFolders: ['C:\\Data'] },
        SqlBackupOptions: { TransactionLogsProcessing: 'Backup' },
        WindowsCredentialsId: '00000000-0000-0000-0000-000000000000',
      },
    }) // prettier-ignore
    expect(await tasksOf('SQL Servers')).toContain('hv-git01')
  })

  it('are removed, and are still there for other jobs', async () => {
    const ref = await refOf('Backup Job 1', 'print01')
    const object = (await includes('Backup Job 1')).find(({ Name }) => Name === 'print01')
    const told = await em.act(`DELETE ${object?.['Href'] ?? ''}`)
    expect([told.status, told.message, told.document['Operation']]).toEqual([202, '', 'UpdateJob'])
    expect(await names('Backup Job 1')).not.toContain('print01')
    expect(await tasksOf('Backup Job 1')).not.toContain('print01')
    expect((await looked(ref)).map((it) => it['ObjectName'])).toEqual(['print01'])
    const back = { HierarchyObjRef: ref, HierarchyObjName: 'print01' }
    expect((await em.act(`POST /jobs/${await idOf('DR Replication')}/includes`, back)).message).toBe('')
    expect(await tasksOf('DR Replication')).toContain('print01')
  })

  it('of a cloud are whole vApps', async () => {
    const [staging] = await includes('vApp Replication')
    const ref = await refOf('Tenant vApps', 'Training Lab')
    const path = `/jobs/${await idOf('vApp Replication')}/includes`
    const spec = { HierarchyObjRef: ref, HierarchyObjName: 'Training Lab' }
    expect((await em.act(`POST ${path}`, spec)).message).toBe('')
    expect(await tasksOf('vApp Replication')).toEqual(['stage-web01', 'stage-db01', 'course-pc01', 'course-pc02'])
    expect((await em.act(`DELETE ${staging?.['Href'] ?? ''}`)).message).toBe('')
    expect(await tasksOf('vApp Replication')).toEqual(['course-pc01', 'course-pc02'])
    expect(await em.act(`DELETE ${(await includes('vApp Replication'))[0]?.['Href'] ?? ''}`)).toMatchObject({
      status: 400,
      message: 'It is the last object of job "vApp Replication", and cannot be removed.',
    })
    expect(await names('vApp Replication')).toEqual(['Training Lab'])
  })

  it.each([
    ['one that it has', 'Backup Job 1', async () => refOf('Backup Job 1', 'erp01'), /works on "erp01" already/],
    [
      'one of another platform',
      'DR Replication',
      async () => refOf('Tenant vApps', 'Staging'),
      /expected that of a VMware machine/,
    ],
    ['one of another server', 'Backup Job 1', async () => refOf('SQL Servers', 'sql01'), /GET \/api\/lookup/],
    [
      'one that is not there',
      'Backup Job 1',
      async () => Promise.resolve('urn:VMware:VM:00000000-0000-0000-0000-000000000000.vm-10266'),
      /GET \/api\/lookup/,
    ],
    ['one for a copy', 'Offsite Copy', async () => refOf('Backup Job 1', 'erp01'), /linked jobs and repositories/],
  ])('may not be %s', async (_, name, ref, message) => {
    const before = await names(name)
    const told = await em.act(`POST /jobs/${await idOf(name)}/includes`, {
      HierarchyObjRef: await ref(),
      HierarchyObjName: 'x',
    })
    expect([told.status, told.message]).toEqual([400, expect.stringMatching(message)])
    expect(await names(name)).toEqual(before)
  })
})

const repository = async (name: string) =>
  `urn:veeam:Repository:${(await em.ids('Repository', `Name=="${name}"`))[0] ?? ''}`
const jobUid = async (name: string) => `urn:veeam:Job:${await idOf(name)}`

describe('what a copy job copies', () => {
  it('is linked and unlinked, job by job', async () => {
    const copy = await idOf('Offsite Copy')
    const path = `/jobs/${copy}/linkedJobs`
    const told = await em.act(
      `POST ${path}`,
      `<LinkedJobObject xmlns="http://www.veeam.com/ent/v1.0"><LinkedJobUid>${await jobUid('Backup Job 1')}</LinkedJobUid></LinkedJobObject>`,
    )
    expect([told.status, told.message, told.document['Operation']]).toEqual([202, '', 'UpdateJob'])
    const links = async () => (await list(path, 'LinkedJobObjects')).map((it) => it['LinkedJobUid'])
    expect(await links()).toContain(await jobUid('Backup Job 1'))
    forceOutcome(em.em.simulation, copy, { result: 'Success', times: 1 })
    await em.act(`POST /jobs/${copy}?action=sync`)
    const backups = await em.read(`/query?type=Backup&filter=JobUid==${copy}`)
    expect(JSON.stringify(backups)).toContain(JSON.stringify('Offsite Copy\\Backup Job 1'))

    for (const left of [2, 1]) {
      const [first] = await list(path, 'LinkedJobObjects')
      expect((await em.act(`DELETE ${first?.['Href'] ?? ''}`)).message).toBe('')
      expect(await links()).toHaveLength(left)
      expect(em.em.simulation.state(jobState).jobs.get(copy)?.links).toHaveLength(left)
    }
    const [last] = await list(path, 'LinkedJobObjects')
    expect(await em.act(`DELETE ${last?.['Href'] ?? ''}`)).toMatchObject({
      status: 400,
      message: 'It is the last that job "Offsite Copy" copies, and cannot be removed.',
    })
    expect(await links()).toHaveLength(1)
  })

  it('is linked and unlinked, repository by repository', async () => {
    const copy = await idOf('Archive to Cloud')
    const path = `/jobs/${copy}/linkedBackupRepositories`
    const body = { LinkedBackupRepositoryUid: await repository('Main Repository') }
    expect((await em.act(`POST ${path}`, body)).message).toBe('')
    const links = await list(path, 'LinkedBackupRepositories')
    expect(links.at(-1)).toMatchObject(body)
    expect(em.em.simulation.state(jobState).jobs.get(copy)?.linkedRepositories).toHaveLength(2)
    expect((await em.act(`DELETE ${links[0]?.['Href'] ?? ''}`)).message).toBe('')
    expect(await list(path, 'LinkedBackupRepositories')).toEqual([links[1]])
  })

  it.each([
    [
      'linkedJobs',
      'Archive to Cloud',
      async () => ({ LinkedJobUid: await jobUid('Backup Job 1') }),
      /copies job "Backup Job 1" already/,
    ],
    [
      'linkedJobs',
      'Archive to Cloud',
      async () => ({ LinkedJobUid: await jobUid('Offsite Copy') }),
      /is no backup job/,
    ],
    [
      'linkedJobs',
      'Archive to Cloud',
      async () => ({ LinkedJobUid: await jobUid('SQL Servers') }),
      /on the backup server of/,
    ],
    [
      'linkedJobs',
      'Backup Job 1',
      async () => ({ LinkedJobUid: await jobUid('Backup Job 2') }),
      /only a backup copy job/,
    ],
    [
      'linkedBackupRepositories',
      'Archive to Cloud',
      async () => ({ LinkedBackupRepositoryUid: await repository('Cloud Archive') }),
      /writes to repository/,
    ],
    [
      'linkedBackupRepositories',
      'Archive to Cloud',
      async () => ({ LinkedBackupRepositoryUid: await repository('Site B NFS') }),
      /is not on the backup server/,
    ],
  ])('%s of %s are not just any', async (path, name, body, message) => {
    const told = await em.act(`POST /jobs/${await idOf(name)}/${path}`, await body())
    expect([told.status, told.message]).toEqual([400, expect.stringMatching(message)])
  })
})
