import { describe, expect, it } from 'vitest'
import { days, hours } from '../../src/clock/duration.ts'
import { jobRows } from '../../src/simulation/jobs/job-rows.ts'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import {
  agentBackupJob,
  agentProtectionGroup,
  discoveredComputer,
  fileServer,
  nasJob,
} from '../../src/resources/index.ts'
import { openEm } from '../support/em.ts'
import { frozen, idOfJob, noon, small } from './worlds.ts'

const agents = { type: 'AgentBackup', daily: '20:00', objects: ['nb-1', 'nb-2'] } as const
const shares = { type: 'NasBackup', daily: '21:00' } as const

describe('the rows of agent and NAS jobs', () => {
  it.each([
    ['AgentBackup', agents, hours(8)],
    ['NasBackup', shares, hours(9)],
  ] as const)('of kind %s say when they run next', (kind, spec, until) => {
    const simulation = frozen(small(2, spec))
    const next = () => jobRows(simulation, kind).get(idOfJob(simulation, 'Nightly'))?.NextRun
    expect(next()).toBe(noon + until)
    simulation.clock.advance(days(1))
    simulation.catchUp()
    expect(next()).toBe(noon + until + days(1))
  })

  it.each([
    ['disabled', { daily: '20:00', isDisabled: true }, [true, false]],
    ['never scheduled', {}, [false, false]],
  ])('%s, they have no NextRun', (_, when, [ScheduleConfigured, ScheduleEnabled]) => {
    const simulation = frozen(small(2, { type: 'AgentBackup', ...when }))
    const [row] = tableOf(simulation, agentBackupJob)
    expect(row).toMatchObject({ ScheduleConfigured, ScheduleEnabled })
    expect(row).not.toHaveProperty('NextRun')
  })
})

describe('protection groups', () => {
  const other = { ...agents, name: 'Weekly', objects: ['nb-2', 'nb-3'] } as const
  const simulation = frozen(small(0, agents, other))
  const named = (id: string | undefined) => simulation.store.nameOf(agentProtectionGroup.name, id ?? '')

  it('have each computer once, in the first group that finds it', () => {
    const found = [...tableOf(simulation, discoveredComputer)].map(({ Name, up }) => [Name, named(up.ProtectionGroup)])
    expect(found).toEqual([
      ['nb-1', 'Nightly'],
      ['nb-2', 'Nightly'],
      ['nb-3', 'Weekly'],
    ])
  })
  it('are what jobs hold, beside the computers of other groups', () => {
    const held = [...tableOf(simulation, agentBackupJob)].map(({ JobInfo }) => JobInfo.Includes.map(({ Name }) => Name))
    expect(held).toEqual([['Nightly'], ['Weekly', 'nb-2']])
  })
  it('computers are called by the end of their reference', () => {
    for (const { id, HierarchyObjRef } of tableOf(simulation, discoveredComputer))
      expect(HierarchyObjRef).toMatch(new RegExp(`^urn:AgentForWindows:VeeamAgent:0[0-]+\\.${id}$`))
  })
})

it('file servers are of the kind that their name says, each once', () => {
  const objects = ['\\\\nas\\a', 'nas:/b', 'files01']
  const simulation = frozen(small(0, { ...shares, objects }, { ...shares, name: 'Again', objects }))
  const servers = [...tableOf(simulation, fileServer)]
  expect(servers).toMatchObject([
    { ServerType: 'SmbServer', SmbServerOptions: { Path: '\\\\nas\\a' } },
    { ServerType: 'NfsServer', NfsServerOptions: { Path: 'nas:/b' } },
    { ServerType: 'FileServer', FileServerOptions: { ServerUid: servers[2]?.id } },
  ])
  for (const { Includes } of tableOf(simulation, nasJob))
    expect(Includes.map(({ FileServerUid }) => FileServerUid)).toEqual(servers.map(({ id }) => id))
})

describe('over HTTP', () => {
  it('a job lists its own sessions; those of NAS jobs go back 30 days', async () => {
    const em = await openEm({ scenario: 'docs' })
    const token = await em.logOn()
    const listed = async (path: string) => {
      const { body } = await em.ask(`GET /api/${path}?format=Entity`, {
        token,
        accept: 'application/json',
      })
      const { BackupJobSessions } = JSON.parse(body) as {
        readonly BackupJobSessions: readonly { readonly JobName: string }[]
      }
      return BackupJobSessions.filter(({ JobName }) => /^[^-]* Backup$/.test(JobName)).length
    }
    const [agent] = tableOf(em.simulation, agentBackupJob)
    const [share] = tableOf(em.simulation, nasJob)
    expect(await listed(`agents/jobs/${agent?.id}/backupSessions`)).toBe(40)
    expect(await listed(`nas/jobs/${share?.id}/backupSessions`)).toBe(30)
    await em.close()
  })

  it('NAS jobs are NASJobs in XML', async () => {
    const em = await openEm({ scenario: 'docs' })
    const token = await em.logOn()
    for (const path of ['nas/jobs?format=Entity', 'query?type=nasjob&format=Entities']) {
      const { body } = await em.ask(`GET /api/${path}`, { token, accept: 'application/xml' })
      expect(body).toMatch(/<NASJobs[^>]*><NASJob Href="[^"]*" Type="NasJob"/)
    }
    await em.close()
  })
})
