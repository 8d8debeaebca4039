import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addEntity } from '../../src/entities/add-entity.ts'
import { changeEntity } from '../../src/entities/change-entity.ts'
import { askEntities } from '../../src/entities/ask-entities.ts'
import { readEntity } from '../../src/entities/read-entity.ts'
import { removeEntity } from '../../src/entities/remove-entity.ts'
import { startRun } from '../../src/simulation/jobs/start.ts'
import { ApiError } from '../../src/model/api-error.ts'
import type { Simulation } from '../../src/simulation/core/simulation.ts'
import { openEm, type Em } from '../support/em.ts'
import { jobState } from '../../src/simulation/jobs/job-state.ts'

type Given = Readonly<Record<string, unknown>>

let em: Em
beforeAll(async () => {
  em = await openEm({ scenario: 'docs' })
})
afterAll(() => em.close())
let simulation: Simulation
beforeEach(() => {
  simulation = em.simulation
})
const jobId = (name: string) => [...simulation.state(jobState).jobs.values()].find((it) => it.name === name)?.id ?? ''
const failure = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    const { status, message } = error as { status?: number; message: string }
    return `${status}: ${message}`
  }
}

describe('what is added', () => {
  it.each<[type: string, given: Given, fields: Given]>([
    ['BackupJobSession', { JobName: 'Backup Job 1', Result: 'Failed' }, { JobName: 'Backup Job 1', JobType: 'Backup', State: 'Stopped', Progress: 100, Result: 'Failed' }],
    ['backupjobsession', { jobname: 'backup job 1', result: 'warning' }, { JobName: 'Backup Job 1', Result: 'Warning' }],
    ['BackupJobSession', { JobName: 'Backup Job 1', CreationTime: '2024-01-02T03:04:05Z' }, { CreationTimeUTC: '2024-01-02T03:04:05Z' }],
    ['Repository', { Name: 'Small', Capacity: 1000, FreeSpace: 0 }, { Capacity: 1000, FreeSpace: 0 }],
  ])('%s %j', (type, given, fields) => {
    const added = addEntity(simulation, type, given)
    expect(added.fields).toMatchObject(fields)
    expect(readEntity(simulation, type, added.uid)).toEqual(added)
    expect(askEntities(simulation, type, []).entities).toContainEqual({ id: added.id, name: added.name })
    removeEntity(simulation, type, added.id)
  }) // prettier-ignore

  it('says its parents as its roles do', () => {
    const id = jobId('Backup Job 1')
    for (const given of [{ JobUid: id }, { JobUid: `urn:veeam:Job:${id}` }, { up: { Job: id } }]) {
      const { up, fields } = addEntity(simulation, 'BackupJobSession', given)
      expect(up).toMatchObject({
        Job: id,
        BackupServer: simulation.state(jobState).jobs.get(id)?.up.BackupServer,
      })
      expect(fields).toMatchObject({ JobUid: `urn:veeam:Job:${id}`, JobName: 'Backup Job 1' })
    }
  })

  it('has no end if it is told so, or another of its kind works', () => {
    const given = { JobName: 'Backup Job 1', State: 'Working', Result: 'None' }
    const told = addEntity(simulation, 'BackupJobSession', { ...given, EndTimeUTC: null })
    expect(told.fields).not.toHaveProperty('EndTimeUTC')
    startRun(simulation, jobId('Backup Job 1'))
    simulation.catchUp()
    expect(addEntity(simulation, 'BackupJobSession', given).fields).not.toHaveProperty('EndTimeUTC')
  })

  it('ends now, unless it is told otherwise', () => {
    const { fields } = addEntity(simulation, 'BackupJobSession', { JobName: 'Backup Job 1' })
    const end = Date.parse(String(fields['EndTimeUTC']))
    expect(Math.abs(end - simulation.now() / 1000)).toBeLessThan(10)
    expect(Date.parse(String(fields['CreationTimeUTC']))).toBeLessThan(end)
  })

  it('runs if it is a job, as the job does that it is made after', () => {
    const { id } = addEntity(simulation, 'Job', { Name: 'Added', JobType: 'Backup' })
    startRun(simulation, id)
    expect(simulation.state(jobState).jobs.get(id)).toMatchObject({
      name: 'Added',
      running: expect.any(String) as string,
    })
    simulation.clock.advance(86_400e6)
    simulation.catchUp()
    const sessions = simulation.store.table('BackupJobSession').under('Job', id)
    expect(sessions).toContainEqual(expect.objectContaining({ JobName: 'Added', State: 'Stopped' }))
    startRun(simulation, id)
    removeEntity(simulation, 'Job', id)
    expect(simulation.state(jobState).jobs.has(id)).toBe(false)
    expect([...simulation.state(jobState).runs.values()].filter((it) => it.job === id)).toEqual([])
    simulation.clock.advance(86_400e6)
    simulation.catchUp()
  })
})

describe('what cannot be added', () => {
  const id = '00000000-0000-4000-8000-000000000001'
  it.each<[type: string, given: Given, message: RegExp]>([
    ['BackupJobSesion', {}, /^400: There is no type .*Did you mean BackupJobSession\?/],
    ['BackupJobSession', { Resutl: 'Failed' }, /^400: BackupJobSession has no .*Did you mean Result\? Its members are JobUid/],
    ['BackupJobSession', { Result: 'Fialed' }, /^400: .*BackupJobSession\/Result, found .*Fialed.*expected one of None, Success, Warning, Failed\. Did you mean Failed\?/],
    ['BackupJobSession', { Progress: 'half' }, /^400: .*BackupJobSession\/Progress, found "half", expected a number/],
    ['BackupJobSession', { CreationTimeUTC: 'noon' }, /^400: .*CreationTimeUTC, found "noon", expected a time/],
    ['BackupJobSession', { JobName: 'Backup Job 11' }, /^400: JobName: there is no Job or .*Did you mean Backup Job 1\?/],
    ['BackupJobSession', { JobUid: id }, /^400: JobUid: there is no Job or /],
    ['BackupJobSession', { JobName: 3 }, /^400: JobName: found 3, expected the name of a Job/],
    ['BackupJobSession', { Name: 'x' }, /^400: The Name of a BackupJobSession is made of JobName and CreationTimeUTC/],
    ['BackupJobSession', { Result: null }, /^400: Result: found null, expected a value/],
    ['BackupJobSession', { UID: 'x' }, /^400: Found .*expected the id of a BackupJobSession: a GUID or urn:veeam/],
    ['BackupJobSession', { up: { Jab: id } }, /^400: BackupJobSession belongs to no .*Did you mean Job\?/],
    ['BackupJobSession', { up: 3 }, /^400: up: expected an object/],
    ['Job', { JobScheduleOptions: { Standart: 3 } }, /^400: .*Job\/JobScheduleOptions\/Standart, found 3, expected an object/],
    ['ObjectInJob', {}, /^400: ObjectInJob is part of Job or CdpPolicy; change the members of that/],
    ['VmRestorePointMount', {}, /^400: VmRestorePointMount belongs to a logon session/],
    ['Task', {}, /^400: Task belongs to a logon session/],
  ])('%s %j', (type, given, message) => {
    simulation.catchUp()
    const { version } = simulation.store
    expect(failure(() => addEntity(simulation, type, given))).toMatch(message)
    expect(simulation.store.version).toBe(version)
  }) // prettier-ignore

  it('is what has an id that is taken', () => {
    const UID = jobId('Backup Job 1')
    expect(failure(() => addEntity(simulation, 'Job', { UID }))).toMatch(/^409: There is a Job .* already/)
  })

  it('is what belongs to one of several of that name', () => {
    const { id } = addEntity(simulation, 'Job', { Name: 'Backup Job 1' })
    expect(failure(() => addEntity(simulation, 'BackupJobSession', { JobName: 'Backup Job 1' }))).toMatch(
      /^400: JobName: there are 2 of the name .*; say which by JobUid: /,
    )
    removeEntity(simulation, 'Job', id)
  })
})

describe('what is changed', () => {
  it('is merged, and keeps its id', () => {
    const id = jobId('Backup Job 1')
    const before = readEntity(simulation, 'Job', id)
    const after = changeEntity(simulation, 'Job', id, { Description: 'ours', id })
    expect(after).toEqual({ ...before, fields: { ...before.fields, Description: 'ours' } })
    changeEntity(simulation, 'Job', id, { Description: before.fields['Description'] })
  })

  it('can be given back what it was', () => {
    for (const { name, inside, ofLogon } of simulation.store.resources) {
      if (inside !== undefined || ofLogon === true) continue
      for (const { id } of askEntities(simulation, name, []).entities.slice(0, 3)) {
        const before = readEntity(simulation, name, id)
        expect(changeEntity(simulation, name, id, before.fields)).toEqual(before)
      }
    }
  })

  it('keeps the Href of what a list still holds', () => {
    const id = jobId('Backup Job 1')
    const { fields } = readEntity(simulation, 'Job', id)
    const info = JSON.parse(JSON.stringify(fields['JobInfo'])) as {
      BackupJobInfo: { Includes: { ObjectInJobs: { DisplayName: string }[] } }
    }
    for (const object of info.BackupJobInfo.Includes.ObjectInJobs) object.DisplayName += ' (ours)'
    expect(changeEntity(simulation, 'Job', id, { JobInfo: info }).fields['JobInfo']).toEqual(info)
    changeEntity(simulation, 'Job', id, { JobInfo: fields['JobInfo'] })
  })

  it('is called otherwise, and what it is called runs', () => {
    const id = jobId('Backup Job 1')
    expect(changeEntity(simulation, 'Job', id, { Name: 'Renamed' }).name).toBe('Renamed')
    expect(simulation.state(jobState).jobs.get(id)?.name).toBe('Renamed')
    changeEntity(simulation, 'Job', id, { Name: 'Backup Job 1' })
  })

  it.each<[given: Given, message: RegExp]>([
    [{ UID: '00000000-0000-4000-8000-000000000001' }, /^400: The id of a Job cannot be changed/],
    [{ JobType: 'Bakcup' }, /^400: .*Did you mean Backup\?/],
    [{ Descripton: '' }, /^400: .*Did you mean Description\?/],
  ])('is not %j', (given, message) => {
    expect(failure(() => changeEntity(simulation, 'Job', jobId('Backup Job 1'), given))).toMatch(message)
  })
})

it('answers whatever it is told, and nothing but errors are thrown', () => {
  const odd = [null, '', 'x', -1, true, [], [null], {}, { a: 1 }, [[]], '1e999', '\u0000']
  for (const { name, fields, up } of simulation.store.resources)
    for (const member of [...Object.keys(fields), ...Object.keys(up).map((it) => `${it}Uid`), 'up'])
      for (const value of odd)
        try {
          const { id } = addEntity(simulation, name, { [member]: value })
          removeEntity(simulation, name, id)
        } catch (error) {
          expect([name, member, value, error]).toEqual([name, member, value, expect.any(ApiError)])
        }
})

describe('what is removed', () => {
  it.each<[type: string, id: string, message: RegExp]>([
    ['Job', '00000000-0000-4000-8000-000000000001', /^404: Cannot find job/],
    ['Job', 'x', /^400: Found .*expected the id of a Job/],
    ['Jobb', 'x', /^400: There is no type .*Did you mean Job\?/],
    ['ObjectInJob', 'x', /^400: ObjectInJob is part of/],
  ])('is not %s %s', (type, id, message) => {
    expect(failure(() => removeEntity(simulation, type, id))).toMatch(message)
  })

  it('leaves a job at rest whose session it was', () => {
    const id = jobId('Backup Job 1')
    startRun(simulation, id)
    const session = simulation.state(jobState).jobs.get(id)?.running ?? ''
    const [task] = simulation.store.table('BackupTaskSession').under('BackupJobSession', session)
    if (task !== undefined)
      expect(failure(() => removeEntity(simulation, 'BackupTaskSession', task.id))).toMatch(
        /^400: It is part of the session/,
      )
    removeEntity(simulation, 'BackupJobSession', session)
    expect(simulation.state(jobState).jobs.get(id)?.running).toBeUndefined()
    startRun(simulation, id)
    simulation.clock.advance(7 * 86_400e6)
    simulation.catchUp()
    expect(simulation.state(jobState).runs.size).toBe(0)
  })
})
