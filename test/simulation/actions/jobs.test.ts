import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { minutes } from '../../../src/clock/duration.ts'
import { forceOutcome } from '../../../src/simulation/jobs/forced-outcomes.ts'
import { openActor } from '../../support/actor.ts'
import { jobState } from '../../../src/simulation/jobs/job-state.ts'
import { workState } from '../../../src/simulation/core/work-state.ts'

type Members = Readonly<Record<string, unknown>>
type Actor = Awaited<ReturnType<typeof openActor>>

let em: Actor
beforeAll(async () => {
  em = await openActor({ scenario: 'default' })
})
afterAll(() => em.close())

const idOf = async (name: string) => (await em.ids('Job', `Name=="${name}"`))[0] ?? ''
const job = async (name: string) => em.read(`/jobs/${await idOf(name)}?format=Entity`)
const at = (from: unknown, path: string): unknown =>
  path.split('.').reduce((it: unknown, step) => (it as Members | null)?.[step], from)
const clone = async (name: string, as: string): Promise<string> => {
  const info = { JobName: as, FolderName: as, RepositoryUid: await repository('Main Repository') }
  const told = await em.act(`POST /jobs/${await idOf(name)}?action=clone`, {
    BackupJobCloneInfo: info,
  })
  expect(told.message).toBe('')
  return idOf(as)
}
const repository = async (name: string) =>
  `urn:veeam:Repository:${(await em.ids('Repository', `Name=="${name}"`))[0] ?? ''}`
const relations = (document: Members) => (document['Links'] as readonly Members[]).map(({ Rel, Type }) => [Rel, Type])
const sessions = async (job: string) =>
  (await em.ids('BackupJobSession', `JobUid==${job};CreationTime>="2026-01-15T12:00:00Z"`)).length
const items = async (path: string, plural: string) => (await em.read(path))[plural] as readonly Members[]

describe('what runs', () => {
  it('a job is started, and its task leads to the session', async () => {
    const { status, document } = await em.act(`POST /jobs/${await idOf('Backup Job 1')}?action=start`)
    expect([status, document['State'], document['Operation']]).toEqual([202, 'Finished', 'StartJob'])
    expect(document['Result']).toEqual({
      Message: 'Job "Backup Job 1" triggered to start.',
      Success: true,
    })
    expect(relations(document)).toEqual([
      ['Delete', null],
      ['Related', 'BackupJobSession'],
    ])
    const links = document['Links'] as readonly { Href: string }[]
    const session = await em.read(links[1]?.Href ?? '')
    expect([session['status'], session['JobName']]).toEqual([200, 'Backup Job 1'])
  })

  it('a replica job is too', async () => {
    const { document } = await em.act(`POST /jobs/${await idOf('DR Replication')}?action=start`)
    expect(relations(document)[1]).toEqual(['Related', 'ReplicaJobSession'])
  })

  it.each(['Archive to Cloud', 'Offsite Copy'])('%s is synchronized, not started', async (name) => {
    const id = await idOf(name)
    expect(await em.act(`POST /jobs/${id}?action=start`)).toMatchObject({
      status: 400,
      message: `Job "${name}" is a backup copy job; it is started by ?action=sync.`,
    })
    const before = await sessions(id)
    const { status, document } = await em.act(`POST /jobs/${id}?action=sync`)
    expect([status, document['Operation'], at(document, 'Result.Success')]).toEqual([202, 'StartJobSync', true])
    expect(await sessions(id)).toBeGreaterThan(before)
  })

  it('only a copy is synchronized', async () => {
    const told = await em.act(`POST /jobs/${await idOf('Backup Job 1')}?action=sync`)
    expect(told).toMatchObject({
      status: 400,
      message: 'Job "Backup Job 1" is no backup copy job; it is started by ?action=start.',
    })
  })

  it('a job is retried after a failure, and works on what has failed', async () => {
    const id = await clone('Backup Job 2', 'Desktops again')
    const retry = `POST /jobs/${id}?action=retry`
    expect((await em.act(retry)).message).toMatch(/its last run has not failed/)
    forceOutcome(em.em.simulation, id, { result: 'Failed', object: 'vdi02', times: 1 })
    forceOutcome(em.em.simulation, id, { result: 'Success', times: 1 })
    await em.act(`POST /jobs/${id}?action=start`)
    const { document } = await em.act(retry)
    expect(at(document, 'Result.Message')).toBe('Job "Desktops again" triggered to retry.')
    const links = document['Links'] as readonly { Href: string }[]
    const session = await em.read(links[1]?.Href ?? '')
    expect([session['IsRetry'], session['Result']]).toEqual([true, 'Success'])
    const { BackupTaskSessions } = (await em.read(
      `${String(session['Href']).split('?')[0]}/taskSessions?format=Entity`,
    )) as { BackupTaskSessions: readonly Members[] }
    expect(BackupTaskSessions.map((it) => it['VmDisplayName'])).toContain('vdi02')
    expect((await em.act(retry)).message).toMatch(/its last run has not failed/)
  })

  it('a job is stopped while it runs, and not otherwise', async () => {
    const id = await clone('Backup Job 2', 'Desktops by day')
    const stop = `POST /jobs/${id}?action=stop`
    expect((await em.act(stop)).message).toBe('Job "Desktops by day" is not running.')
    const { simulation } = em.em
    simulation.state(workState).movesOf.set(id, { moves: 'time' })
    const { document } = await em.act(`POST /jobs/${id}?action=start`)
    expect(document['State']).toBe('Running')
    simulation.clock.advance(minutes(2))
    simulation.catchUp()
    simulation.state(workState).movesOf.delete(id)
    expect((await em.act(`POST /jobs/${id}?action=start`)).message).toMatch(/is running already/)
    expect((await em.act(`DELETE /jobs/${id}`)).message).toMatch(/is running, and cannot be deleted/)
    const stopped = await em.act(stop)
    expect(at(stopped.document, 'Result.Message')).toBe('Job "Desktops by day" triggered to stop.')
    const [session = ''] = await em.ids('BackupJobSession', `JobUid==${id}`)
    expect(await em.read(`/backupSessions/${session}?format=Entity`)).toMatchObject({
      State: 'Stopped',
      Result: 'Failed',
      FailureMessage: 'Operation was canceled by user.',
    })
    expect((await em.act(stop)).message).toMatch(/is not running/)
  })
})

describe('a clone', () => {
  it('is a whole job of its own, that waits to be enabled', async () => {
    const original = await job('Backup Job 1')
    const told = await em.act(
      `POST /jobs/${await idOf('Backup Job 1')}?action=clone`,
      `<?xml version="1.0" encoding="utf-8"?>
       <JobCloneSpec xmlns="http://www.veeam.com/ent/v1.0">
         <BackupJobCloneInfo>
           <JobName>Backup Job 01</JobName>
           <FolderName>Job 01</FolderName>
           <RepositoryUid>${await repository('Linux Hardened')}</RepositoryUid>
           <Description>Cloned job</Description>
         </BackupJobCloneInfo>
       </JobCloneSpec>`,
    )
    expect([told.status, told.document['Operation']]).toEqual([202, 'CloneJob'])
    const related = (told.document['Links'] as readonly Members[])[1]
    expect(related).toMatchObject({ Rel: 'Related', Type: 'Job', Name: 'Backup Job 01' })
    const made = await em.read(String(related?.['Href']))
    expect(made).toMatchObject({ Name: 'Backup Job 01', Description: 'Cloned job', ScheduleEnabled: false })
    expect([made['NextRun'] ?? null, original['NextRun']]).toEqual([null, '2026-01-15T22:00:00Z'])
    expect(at(made, 'JobScheduleOptions')).toEqual(at(original, 'JobScheduleOptions'))
    const id = await idOf('Backup Job 01')
    const includes = await items(`/jobs/${id}/includes`, 'ObjectInJobs')
    expect(includes.map(({ Name }) => Name)).toContain('dbserver01')
    expect((await em.read(String(includes[0]?.['Href'])))['Name']).toBe(includes[0]?.['Name'])

    await em.act(`POST /jobs/${id}?action=toggleScheduleEnabled`)
    expect((await job('Backup Job 01'))['NextRun']).toBe('2026-01-15T22:00:00Z')
    forceOutcome(em.em.simulation, id, { result: 'Success', times: 1 })
    await em.act(`POST /jobs/${id}?action=start`)
    const [backup = ''] = await em.ids('Backup', `JobUid==${id}`)
    expect(relations(await em.read(`/backups/${backup}?format=Entity`))[0]).toEqual(['Up', 'RepositoryReference'])
    const [file = ''] = await em.ids('BackupFile', `BackupUid==${backup}`)
    expect((await em.read(`/backupFiles/${file}?format=Entity`))['FilePath']).toMatch(
      /^\/mnt\/backup01\/Job 01\/Backup Job 01D2026/,
    )
  })

  it('is called after the original and the time if nothing is said', async () => {
    const told = await em.act(`POST /jobs/${await idOf('SQL Servers')}?action=clone`, {})
    expect((told.document['Links'] as readonly Members[])[1]?.['Name']).toMatch(
      /^SQL Servers cloned at 1\/15\/2026 12:\d\d:00 PM$/,
    )
  })

  it('of any other kind is made by a member of its own', async () => {
    const RepositoryUid = await repository('Main Repository')
    const kinds = [
      ['DR Replication', 'ReplicaJobCloneInfo', { JobName: 'DR 2', VmSuffix: '_replica' }],
      ['vApp Replication', 'ReplicaJobCloneInfo', { JobName: 'vApps 2', VmSuffix: '_replica' }],
      ['Archive to Cloud', 'BackupCopyJobCloneInfo', { JobName: 'Archive 2', JobFileName: 'a', RepositoryUid }],
      ['Offsite Copy', 'ImmediateBackupCopyJobCloneInfo', { JobName: 'Offsite 2', Description: '', RepositoryUid, JobFileName: 'o' }],
    ] as const // prettier-ignore
    for (const [name, member, info] of kinds) {
      const told = await em.act(`POST /jobs/${await idOf(name)}?action=clone`, { [member]: info })
      expect([name, told.message]).toEqual([name, ''])
      expect((await job(info.JobName))['JobType']).toBe((await job(name))['JobType'])
    }
    const copy = await idOf('Archive 2')
    const [link] = await items(`/jobs/${copy}/linkedJobs`, 'LinkedJobObjects')
    expect(link?.['LinkedJobUid']).toBe(`urn:veeam:Job:${await idOf('Backup Job 1')}`)
    forceOutcome(em.em.simulation, copy, { result: 'Success', times: 1 })
    expect((await em.act(`POST /jobs/${copy}?action=sync`)).message).toBe('')
    expect(await em.ids('Backup', `JobUid==${copy}`)).toHaveLength(1)
  })

  it.each([
    ['a name that is taken', { JobName: 'backup job 2' }, /There is a job "backup job 2" already/],
    [
      'an unknown repository',
      { RepositoryUid: 'urn:veeam:Repository:8a511e84-067a-4f0c-a30d-ad79092691be' },
      /expected the UID of a Repository/,
    ],
  ])('does not come of %s', async (_, said, message) => {
    const BackupJobCloneInfo = {
      JobName: 'New',
      FolderName: 'New',
      RepositoryUid: await repository('Main Repository'),
      ...said,
    }
    const told = await em.act(`POST /jobs/${await idOf('Backup Job 1')}?action=clone`, { BackupJobCloneInfo })
    expect([told.status, told.message]).toEqual([400, expect.stringMatching(message)])
    expect(await idOf('New')).toBe('')
  })

  it('does not come of what is said of another kind, or of a server that is not reached', async () => {
    const path = `POST /jobs/${await idOf('DR Replication')}?action=clone`
    const BackupJobCloneInfo = { JobName: 'New', FolderName: 'New', RepositoryUid: await repository('Main Repository') }
    expect((await em.act(path, { BackupJobCloneInfo })).message).toMatch(
      /found BackupJobCloneInfo, expected ReplicaJobCloneInfo/,
    )
  })
})

describe('an edit', () => {
  it('by XML says only what is to change', async () => {
    const id = await clone('Backup Job 1', 'Edited')
    const before = await job('Edited')
    const told = await em.act(
      `PUT /jobs/${id}?action=edit`,
      `<Job Type="Job" Name="Other" UID="urn:veeam:Job:d1b85018-2769-45be-89bc-03f66b60e6cb" xmlns="http://www.veeam.com/ent/v1.0">
         <JobScheduleOptions><Standart><RetryOptions><RetryTimes>5</RetryTimes></RetryOptions></Standart></JobScheduleOptions>
       </Job>`,
    )
    expect([told.status, told.message, told.document['Operation']]).toEqual([202, '', 'EditJob'])
    const after = await job('Edited')
    expect(at(after, 'JobScheduleOptions.Standart.RetryOptions')).toEqual({
      ...(at(before, 'JobScheduleOptions.Standart.RetryOptions') as object),
      RetryTimes: 5,
    })
    expect({ ...after, JobScheduleOptions: null }).toEqual({ ...before, JobScheduleOptions: null })
  })

  it('by JSON too, and what was read may be sent back', async () => {
    const id = await idOf('Edited')
    const { status, ...before } = await job('Edited')
    expect((await em.act(`PUT /jobs/${id}`, before)).message).toBe('')
    expect(await job('Edited')).toEqual({ status, ...before })
    await em.act(`PUT /jobs/${id}`, { Description: 'Database servers', ScheduleEnabled: true, Name: 'DB' })
    expect(await job('Edited')).toMatchObject({
      Description: 'Database servers',
      ScheduleEnabled: true,
      NextRun: '2026-01-15T22:00:00Z',
    })
  })

  it('of the retention counts at the next run', async () => {
    const id = await idOf('Edited')
    const BackupJobInfo = {
      SimpleRetentionPolicy: { RetainCycles: 1, RetainLimitType: 'Cycles' },
      GfsRetentionPolicy: { Weekly: { Enabled: true, RetentionPeriod: 4 } },
      Includes: { ObjectInJobs: [] },
    }
    expect((await em.act(`PUT /jobs/${id}`, { JobInfo: { BackupJobInfo } })).message).toBe('')
    const info = (await job('Edited'))['JobInfo']
    expect(at(info, 'BackupJobInfo.SimpleRetentionPolicy')).toMatchObject({ RetainCycles: 1, RetainDaysToKeep: 7 })
    expect(at(info, 'BackupJobInfo.GfsRetentionPolicy.Weekly')).toEqual({
      Enabled: true,
      RetentionPeriod: 4,
      SelectedDay: 'Sunday',
    })
    expect(await items(`/jobs/${id}/includes`, 'ObjectInJobs')).toHaveLength(9)
  })

  it.each([
    ['Edited', { JobScheduleOptions: { ImmediateCopyMode: { OptionsContinuous: { Enabled: true } } } }],
    ['Offsite Copy', { JobScheduleOptions: { Standart: { RetryOptions: { RetryTimes: 1 } } } }],
    ['DR Replication', { JobInfo: { BackupJobInfo: { SimpleRetentionPolicy: { RetainCycles: 3 } } } }],
  ])('of %s passes over what another type of job has: %j', async (name, body) => {
    const optionsOf = async () => {
      const { JobScheduleOptions, JobInfo } = await job(name)
      return [JobScheduleOptions, Object.keys(JobInfo as object)]
    }
    const before = await optionsOf()
    expect((await em.act(`PUT /jobs/${await idOf(name)}`, body)).status).toBe(202)
    expect(await optionsOf()).toEqual(before)
  })

  it.each([
    ['Edited', { JobInfo: { BackupJobInfo: { SimpleRetentionPolicy: { RetainCycles: 0 } } } }, /Found RetainCycles 0/],
    [
      'Edited',
      {
        JobScheduleOptions: {
          Standart: { OptionsPeriodically: { Kind: 'Minutes', FullPeriod: 90 } },
        },
      },
      /from 1 to 60/,
    ],
    [
      'Edited',
      {
        JobScheduleOptions: {
          Standart: {
            OptionsBackupWindow: { TimePeriods: { Days: [{ Name: 'Monday', Value: '1,1' }] } },
          },
        },
      },
      /expected 24 flags/,
    ],
    [
      'Edited',
      {
        JobScheduleOptions: {
          Standart: {
            OptionsDaisyChaining: {
              Enabled: true,
              PreviousJobUid: 'urn:veeam:Job:d1b85018-2769-45be-89bc-03f66b60e6cb',
            },
          },
        },
      },
      /expected the UID of a job/,
    ],
  ])('of %s does not take %j', async (name, body, message) => {
    const before = await job(name)
    const told = await em.act(`PUT /jobs/${await idOf(name)}`, body)
    expect([told.status, told.message]).toEqual([400, expect.stringMatching(message)])
    expect(await job(name)).toEqual(before)
  })

  it('does not let jobs follow each other in a ring', async () => {
    const uid = `urn:veeam:Job:${await idOf('SQL Servers')}`
    const told = await em.act(`PUT /jobs/${await idOf('Hyper-V Cluster Night')}`, {
      JobScheduleOptions: { Standart: { OptionsDaisyChaining: { Enabled: true, PreviousJobUid: uid } } },
    }) // prettier-ignore
    expect(told).toMatchObject({ status: 400, message: 'Job "Hyper-V Cluster Night" would come after itself.' })
  })

  it('of a copy job drops the backups that it copies', async () => {
    const { store } = em.em.simulation
    const { jobs } = em.em.simulation.state(jobState)
    const id = await idOf('Archive 2')
    const table = store.table('Job')
    const row = table.get(id)!
    const link = { ObjectInJobId: id, LinkedBackupUid: id }
    const { BackupCopyJobInfo } = (row as unknown as { JobInfo: { BackupCopyJobInfo: object } }).JobInfo
    table.replace({
      ...(row as object),
      JobInfo: { BackupCopyJobInfo: { ...BackupCopyJobInfo, LinkedBackupIncludes: [link] } },
    } as never)
    const linked = async () =>
      at(await job('Archive 2'), 'JobInfo.BackupCopyJobInfo.LinkedBackupIncludes.LinkedBackupObjects')
    expect(await linked()).toHaveLength(1)
    await em.act(`PUT /jobs/${id}`, { Description: 'Edited' })
    expect(await linked()).toEqual([])
    expect(jobs.get(id)?.links).toHaveLength(1)
  })
})

describe('a job that is deleted', () => {
  it('is gone; its sessions and backups are not', async () => {
    const id = await clone('Backup Job 2', 'Short-lived')
    await em.act(`POST /jobs/${id}?action=start`)
    const told = await em.act(`DELETE /jobs/${id}`)
    expect([told.status, told.message, told.document['Operation']]).toEqual([202, '', 'DeleteJob'])
    expect((await em.read(`/jobs/${id}`))['status']).toBe(404)
    const [session = ''] = await em.ids('BackupJobSession', `JobUid==${id}`)
    const left = await em.read(`/backupSessions/${session}?format=Entity`)
    expect(left['JobName']).toBe('Short-lived')
    expect(relations(left)).not.toContainEqual(['Up', 'JobReference'])
    expect(await em.ids('Backup', `JobUid==${id}`)).toHaveLength(1)
    for (const path of [
      '/reports/summary/overview',
      '/reports/summary/job_statistics',
      '/query?type=BackupJobSession&format=Entities',
    ])
      expect((await em.read(path))['status']).toBe(200)
  })

  it('leaves what followed or copied it', async () => {
    const id = await clone('Backup Job 2', 'First')
    const uid = `urn:veeam:Job:${id}`
    const then = await clone('Backup Job 2', 'Then')
    await em.act(`PUT /jobs/${then}`, {
      ScheduleEnabled: true,
      JobScheduleOptions: { Standart: { OptionsDaily: { Enabled: false }, OptionsDaisyChaining: { Enabled: true, PreviousJobUid: uid } } },
    }) // prettier-ignore
    expect(em.em.simulation.state(jobState).jobs.get(then)?.follows).toBe(id)
    const copy = await idOf('Offsite 2')
    await em.act(`POST /jobs/${copy}/linkedJobs`, { LinkedJobUid: uid })
    expect(em.em.simulation.state(jobState).jobs.get(copy)?.links).toContain(id)

    expect((await em.act(`DELETE /jobs/${id}`)).message).toBe('')
    expect(at(await job('Then'), 'JobScheduleOptions.Standart.OptionsDaisyChaining')).toEqual({
      PreviousJobUid: '',
      Enabled: false,
    })
    expect(em.em.simulation.state(jobState).jobs.get(then)?.follows).toBeUndefined()
    expect(em.em.simulation.state(jobState).jobs.get(copy)?.links).not.toContain(id)
    const links = await items(`/jobs/${copy}/linkedJobs`, 'LinkedJobObjects')
    expect(links.map((it) => it['LinkedJobUid'])).not.toContain(uid)
    expect(links).toHaveLength(2)
  })
})
