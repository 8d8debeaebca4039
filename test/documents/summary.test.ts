import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { days, minutes } from '../../src/clock/duration.ts'
import { writeInstant } from '../../src/clock/instant.ts'
import { accepts, openEm, type Em } from '../support/em.ts'
import { readElement } from '../wire/element.ts'

type Json = Readonly<Record<string, unknown>>
type Figures = Readonly<Record<string, number>>
interface Entity {
  readonly [member: string]: unknown
  readonly UID: string
}

/** What is asked of an estate: its reports, and the queries that they must agree with. */
const asking = async (em: Em) => {
  const token = await em.logOn()
  const get = async (path: string): Promise<Json> =>
    JSON.parse((await em.ask(`GET /api${path}`, { token, accept: accepts.json })).body) as Json
  return {
    report: async (name: string) => (await get(`/reports/summary/${name}`)) as Figures & Json,
    /** The entities of a type that a filter finds. */
    find: async (type: string, filter = ''): Promise<readonly Entity[]> => {
      const path = `/query?type=${type}&filter=${encodeURIComponent(filter)}&format=Entities&pageSize=100000`
      const containers = Object.values((await get(path))['Entities'] as Json)
      const found = containers.find((each) => each !== null) ?? {}
      return Object.values(found as Record<string, readonly Entity[]>)[0] ?? []
    },
    since: (ago: number) => `"${writeInstant(em.simulation.clock.now() - ago)}"`,
  }
}

const summed = (rows: readonly Entity[], member: string) => rows.reduce((sum, row) => sum + Number(row[member]), 0)
const latest = (tasks: readonly Entity[]) =>
  new Map(
    [...tasks]
      .sort((a, b) => Date.parse(String(a['EndTimeUTC'])) - Date.parse(String(b['EndTimeUTC'])))
      .map((task) => [task['VmUid'], task]),
  )
/** Sessions of the jobs of /jobs, one for each run. */
const ofJobs = '(JobType==Backup,JobType==BackupCopy,JobType==ImmediateBackupCopy)'

describe.each([
  ['docs', '2025-08-16T13:30:00Z'],
  ['docs', '2025-08-16T05:09:00Z'],
  ['default', '2026-01-15T12:00:00Z'],
  ['default', '2026-01-15T22:40:00Z'],
  ['default', '2026-01-18T03:10:00Z'],
  ['empty', '2026-01-15T12:00:00Z'],
])('in the estate %s at %s', (scenario, now) => {
  let em: Em
  let ask: Awaited<ReturnType<typeof asking>>
  beforeAll(async () => {
    em = await openEm({ scenario, now, clock: 'frozen' })
    ask = await asking(em)
  })
  afterAll(() => em.close())

  /** What backup and replica jobs did to machines, of that age or younger. */
  const backupTasks = async (age: number) => {
    const sessions = await ask.find('BackupJobSession', 'JobType==Backup')
    const ids = new Set(sessions.map(({ UID }) => UID))
    const tasks = await ask.find('BackupTaskSession', `EndTime>=${ask.since(age)}`)
    return tasks.filter((task) => ids.has(String(task['JobSessionUid'])))
  }
  const replicaTasks = async (age: number) =>
    asHeld('ReplicaTaskSession', await ask.find('ReplicaTaskSession', `EndTime>=${ask.since(age)}`))
  const latestOf = async (age: number) => latest([...(await backupTasks(age)), ...(await replicaTasks(age))])
  /** The same with what is held of them, and not shown: which machine it was, and how much. */
  const asHeld = (type: string, entities: readonly Entity[]): readonly Entity[] =>
    entities.map((entity) => ({
      ...em.simulation.store.table(type).get(entity.UID.split(':').at(-1)!),
      ...entity,
    }))
  const runsSince = async (ago: string) => ({
    backups: await ask.find('BackupJobSession', `${ofJobs};EndTime>=${ago}`),
    replicas: await ask.find('ReplicaJobSession', `EndTime>=${ago}`),
  })

  it('the overview counts what there is', async () => {
    const overview = await ask.report('overview')
    const working = [
      ...(await ask.find('BackupJobSession', `State!=Stopped;${ofJobs}`)),
      ...(await ask.find('ReplicaJobSession', 'State!=Stopped')),
    ]
    const scheduled = await ask.find('Job', 'ScheduleConfigured==true;ScheduleEnabled==true')
    const states = [...(await latestOf(days(1))).values()].map((task) => task['Result'])
    const inState = (result: string) => states.filter((state) => state === result).length
    const servers = (await ask.find('BackupServer')).length
    expect(overview).toEqual({
      BackupServers: servers,
      ProxyServers: servers,
      RepositoryServers: (await ask.find('Repository')).length,
      RunningJobs: new Set(working.map((session) => session['JobUid'])).size,
      ScheduledJobs: scheduled.length,
      SuccessfulVmLastestStates: inState('Success'),
      WarningVmLastestStates: inState('Warning'),
      FailedVmLastestStates: inState('Failed'),
      Links: null,
      Href: null,
      Type: null,
    })
  })

  it('the job statistics count the runs that ended in the last 24 hours', async () => {
    const statistics = await ask.report('job_statistics')
    const { backups, replicas } = await runsSince(ask.since(days(1)))
    const runs = [...backups, ...replicas]
    const ended = (result: string) => runs.filter((run) => run['Result'] === result).length
    expect(statistics).toMatchObject({
      TotalJobRuns: runs.length,
      SuccessfulJobRuns: ended('Success'),
      WarningsJobRuns: ended('Warning'),
      FailedJobRuns: ended('Failed'),
    })
    expect(statistics['TotalJobRuns']).toBe(
      statistics['SuccessfulJobRuns']! + statistics['WarningsJobRuns']! + statistics['FailedJobRuns']!,
    )
  })

  it('the longest run is one of them, in whole minutes', async () => {
    const statistics = await ask.report('job_statistics')
    const { backups, replicas } = await runsSince(ask.since(days(1)))
    for (const [kind, runs] of [
      ['Backup', backups],
      ['Replica', replicas],
    ] as const) {
      const lasted = runs.map((run) => [
        Math.floor((Date.parse(String(run['EndTimeUTC'])) - Date.parse(String(run['CreationTimeUTC']))) / 60_000) * 60,
        run['JobName'],
      ])
      const most = Math.max(0, ...lasted.map(([seconds]) => Number(seconds)))
      expect(statistics[`Max${kind}JobDuration`]).toBe(most)
      const name = statistics[`MaxDuration${kind}JobName`]
      if (runs.length === 0) expect(name).toBe('')
      else expect(lasted).toContainEqual([most, name])
    }
    expect(statistics['MaxJobDuration']).toBe(
      Math.max(statistics['MaxBackupJobDuration']!, statistics['MaxReplicaJobDuration']!),
    )
  })

  it('both count running and scheduled jobs alike', async () => {
    const overview = await ask.report('overview')
    const statistics = await ask.report('job_statistics')
    expect(statistics['RunningJobs']).toBe(overview['RunningJobs'])
    expect(statistics['ScheduledJobs']).toBe(overview['ScheduledJobs'])
    expect(statistics['ScheduledJobs']).toBe(statistics['ScheduledBackupJobs']! + statistics['ScheduledReplicaJobs']!)
    const replicating = 'JobType==Replica;ScheduleConfigured==true;ScheduleEnabled==true'
    expect(statistics['ScheduledReplicaJobs']).toBe((await ask.find('Job', replicating)).length)
  })

  it('the overview of machines adds up the restore points of the last 24 hours', async () => {
    const machines = await ask.report('vms_overview')
    const points = await ask.find('VmRestorePoint', `CreationTime>=${ask.since(days(1))}`)
    const replicated = asHeld('VmReplicaPoint', await ask.find('VmReplicaPoint', `CreationTime>=${ask.since(days(1))}`))
    const machinesOf = (rows: readonly Entity[]) => new Set(rows.map(({ HierarchyObjRef }) => HierarchyObjRef))
    const names = machinesOf([...points, ...replicated])
    const parents = new Set(
      points.flatMap(({ Links }) =>
        (Links as readonly Json[]).flatMap(({ Href }) =>
          String(Href).includes('/backupFiles/') ? [String(Href).split('/').at(-1)] : [],
        ),
      ),
    )
    const files = (await ask.find('BackupFile')).filter(({ UID }) => parents.has(UID.split(':').at(-1)))
    expect(machines).toMatchObject({
      ProtectedVms: names.size,
      BackedUpVms: machinesOf(points).size,
      ReplicatedVms: machinesOf(replicated).size,
      RestorePoints: points.length + replicated.length,
      FullBackupPointsSize: summed(files.filter(({ FileType }) => FileType === 'vbk'), 'BackupSize'),
      IncrementalBackupPointsSize: summed(files.filter(({ FileType }) => FileType !== 'vbk'), 'BackupSize'),
      ReplicaRestorePointsSize: summed(replicated, 'BackupSize'),
    }) // prettier-ignore
    const last = await latestOf(days(1))
    const failed = [...names].filter((name) => last.get(name)?.['Result'] === 'Failed').length
    expect(machines['SuccessBackupPercents']).toBe(
      names.size === 0 ? 100 : Math.floor((100 * (names.size - failed)) / names.size),
    )
    const well = 'Result!=Failed;State==Completed'
    const worked = [
      ...asHeld('ReplicaTaskSession', await ask.find('ReplicaTaskSession', well)),
      ...(await ask.find('BackupTaskSession', well)),
    ]
    const sources = new Map(worked.map((task) => [task['VmUid'], task]))
    const size = summed(
      [...names].flatMap((name) => sources.get(name) ?? []),
      'TotalSize',
    )
    expect(machines['SourceVmsSize']).toBe(size)
  })

  it('seven days of machines, today first', async () => {
    const { Days } = (await ask.report('processed_vms')) as unknown as { Days: readonly Json[] }
    const today = now.slice(0, 10)
    expect(Days.map(({ Timestamp }) => Timestamp)).toEqual(
      Array.from({ length: 7 }, (_, ago) =>
        new Date(Date.parse(today) - ago * 86_400_000).toISOString().replace('T00:00:00.000Z', 'T00:00:00Z'),
      ),
    )
    const [backups, replicas] = [await backupTasks(days(8)), await replicaTasks(days(8))]
    const on = (day: unknown, tasks: readonly Entity[]) =>
      tasks.filter(
        (task) => task['Result'] !== 'Failed' && String(task['EndTimeUTC']).startsWith(String(day).slice(0, 10)),
      ).length
    expect(Days).toEqual(
      Days.map(({ Timestamp }) => ({
        Timestamp,
        ReplicatedVms: on(Timestamp, replicas),
        BackupedVms: on(Timestamp, backups),
      })),
    )
    if (scenario !== 'empty') expect(on(Days[1]!['Timestamp'], replicas)).toBeGreaterThan(0)
  })

  it('a period for each repository, full of backups where it is not free', async () => {
    const { Periods } = (await ask.report('repository')) as unknown as { Periods: Json[] }
    const repositories = await ask.find('Repository')
    expect(Periods).toEqual(
      repositories.map(({ Name, Capacity, FreeSpace }) => ({
        Name,
        Capacity,
        FreeSpace,
        BackupSize: Number(Capacity) - Number(FreeSpace),
      })),
    )
    for (const { Capacity, BackupSize } of Periods) expect(Capacity === -1 ? BackupSize : 0).toBe(0)
  })
})

describe('the reports', () => {
  let em: Em
  let token: string
  beforeAll(async () => {
    em = await openEm({ scenario: 'docs' })
    token = await em.logOn()
  })
  afterAll(() => em.close())
  const get = (path: string, accept: string) => em.ask(`GET /api/reports/${path}`, { token, accept })

  it.each([
    ['summary', 'SummaryReport', ['Links']],
    ['summary/overview', 'OverviewReportFrame', ['BackupServers', 'ProxyServers', 'RepositoryServers', 'RunningJobs', 'ScheduledJobs', 'SuccessfulVmLastestStates', 'WarningVmLastestStates', 'FailedVmLastestStates']],
    ['summary/vms_overview', 'VmsOverviewReportFrame', ['ProtectedVms', 'BackedUpVms', 'ReplicatedVms', 'RestorePoints', 'FullBackupPointsSize', 'IncrementalBackupPointsSize', 'ReplicaRestorePointsSize', 'SourceVmsSize', 'SuccessBackupPercents', 'ProtectedVmsReportLink']],
    ['summary/job_statistics', 'JobStatisticsReportFrame', ['RunningJobs', 'ScheduledJobs', 'ScheduledBackupJobs', 'ScheduledReplicaJobs', 'TotalJobRuns', 'SuccessfulJobRuns', 'WarningsJobRuns', 'FailedJobRuns', 'MaxJobDuration', 'MaxBackupJobDuration', 'MaxReplicaJobDuration', 'MaxDurationBackupJobName', 'MaxDurationReplicaJobName', 'BackupJobStatusReportLink']],
    ['summary/processed_vms', 'ProcessedVmsReportFrame', Array<string>(7).fill('Day')],
    ['summary/repository', 'RepositoryReportFrame', ['Period', 'Period']],
  ])('%s is a %s in XML', async (path, root, children) => {
    const element = readElement((await get(path, accepts.xml)).body)
    expect(element.name).toBe(root)
    expect(element.children.map(({ name }) => name)).toEqual(children)
    const own = element.attributes.filter(([name]) => !name.startsWith('xmlns'))
    expect(own.map(([name]) => name)).toEqual(
      root === 'RepositoryReportFrame' ? ['CapacityPlanningReportLink'] : [],
    )
  }) // prettier-ignore

  it.each([
    ['vms_overview', 'ProtectedVmsReportLink', '8a56d84f-1790-4f54-ab20-2e0bfdefa16b'],
    ['job_statistics', 'BackupJobStatusReportLink', '7962844d-db6c-4d29-8b6e-4e0f7db0785f'],
    ['repository', 'CapacityPlanningReportLink', '62221565-102c-4ec8-851b-d61c03d972d1'],
  ])('%s says where its page is', async (name, member, definition) => {
    const json = JSON.parse((await get(`summary/${name}`, accepts.json)).body) as Json
    expect(json[member]).toBe(`Workspace/ViewReport.aspx?definition=${definition}&ShowParams=1`)
  })

  it('the summary leads to five frames', async () => {
    const { Links } = JSON.parse((await get('summary', accepts.json)).body) as {
      readonly Links: readonly { readonly Href: string; readonly Name: string }[]
    }
    const names = ['Overview', 'VmsOverview', 'JobStatistics', 'ProcessedVms', 'Repositories']
    expect(Links.map(({ Name }) => Name)).toEqual(names)
    const paths = Links.map(({ Href }) => Href.split('/api/reports/')[1]!)
    const answers = await Promise.all(paths.map((path) => get(path, accepts.xml)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  })

  it.each(['xml', 'json'] as const)('statistics is job_statistics in %s', async (language) => {
    const asked = ['summary/job_statistics', 'summary/statistics', '/Summary/JOB_STATISTICS/']
    const answers = await Promise.all(asked.map((path) => get(path, accepts[language])))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  })

  it.each(['summary', 'summary/overview', 'summary/statistics'])('%s needs a logon', async (path) => {
    expect((await em.ask(`GET /api/reports/${path}`)).status).toBe(401)
  })

  it('change with the clock alone', async () => {
    const answers = []
    for (let time = 0; time < 4; time++) {
      answers.push((await get('summary/job_statistics', accepts.json)).body)
      em.simulation.clock.advance(minutes(time === 2 ? 24 * 60 : 0))
    }
    expect(new Set(answers.slice(0, 3)).size).toBe(1)
    expect(answers[3]).not.toBe(answers[0])
  })
})

it('spells them in camelCase as 13 does', async () => {
  const em = await openEm({ scenario: 'docs', dialect: 'v13' })
  const token = await em.logOn()
  const get = async (name: string) =>
    (await em.ask(`GET /api/reports/summary/${name}`, { token, accept: accepts.json })).body
  expect(await get('repository')).toMatch(
    /^\{"periods":\[\{"name":"Default Backup Repository","capacity":\d+,"freeSpace":\d+,"backupSize":\d+\},.*\],"capacityPlanningReportLink":"Workspace.*","links":null,"href":null,"type":null\}$/,
  )
  expect(await get('processed_vms')).toMatch(
    /^\{"days":\[\{"timestamp":"2025-08-16T00:00:00Z","replicatedVms":4,"backupedVms":6\},/,
  )
  expect(await get('overview')).toMatch(/"successfulVmLastestStates":8,/)
  await em.close()
})
