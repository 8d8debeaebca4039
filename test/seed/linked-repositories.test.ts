import { expect, it } from 'vitest'
import { startRun } from '../../src/simulation/jobs/start.ts'
import { hours } from '../../src/clock/duration.ts'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import { job as jobResource, repository } from '../../src/resources/index.ts'
import { openEm } from '../support/em.ts'
import { readElement } from '../wire/element.ts'
import { frozen, idOfJob, sessionsOf, small, tasksOf } from './worlds.ts'

const others = [
  { name: 'Second', objects: ['c', 'd'] },
  { name: 'Elsewhere', objects: ['e'], repository: 'Cloud' },
  { name: 'Agents', type: 'AgentBackup', objects: ['f'] },
  { name: 'Shares', type: 'NasBackup', objects: ['g'] },
] as const

const copy = (type: 'BackupCopy' | 'ImmediateBackupCopy', more = {}) =>
  small(0, {}, ...others, {
    name: 'Copy',
    type,
    repository: 'Cloud',
    copiesRepositories: ['Disk'],
    objects: [],
    ...more,
  })

it.each([
  ['a repository', {}, ['a', 'b', 'c', 'd']],
  ['a repository and a job of it', { copies: ['Second'] }, ['c', 'd', 'a', 'b']],
  ['a repository and another job', { copies: ['Elsewhere'] }, ['e', 'a', 'b', 'c', 'd']],
])('a copy of %s copies each machine that is backed up there, once', (_what, more, machines) => {
  const simulation = frozen(copy('BackupCopy', more))
  startRun(simulation, idOfJob(simulation, 'Copy'))
  simulation.clock.advance(hours(3))
  simulation.catchUp()
  expect(tasksOf(simulation).map(({ VmDisplayName }) => VmDisplayName)).toEqual(machines)
})

it('an immediate copy of a repository follows every job that keeps something there', () => {
  const simulation = frozen(copy('ImmediateBackupCopy'))
  for (const name of ['Nightly', 'Second', 'Elsewhere', 'Agents']) startRun(simulation, idOfJob(simulation, name))
  simulation.clock.advance(hours(6))
  simulation.catchUp()
  const workers = sessionsOf(simulation).filter(({ JobType }) => JobType.endsWith('Worker'))
  expect(workers.map(({ JobName }) => JobName).toSorted()).toEqual(['Copy\\Nightly', 'Copy\\Second'])
})

it('the row of the job names the repository, and no job of it', () => {
  const simulation = frozen(copy('BackupCopy'))
  const [disk] = tableOf(simulation, repository)
  const { BackupCopyJobInfo } = tableOf(simulation, jobResource).get(idOfJob(simulation, 'Copy'))!.JobInfo
  expect(BackupCopyJobInfo).toMatchObject({
    LinkedJobIncludes: [],
    LinkedBackupRepositoryIncludes: [{ LinkedBackupRepositoryUid: disk!.id }],
  })
})

it('an unknown repository is refused', () => {
  expect(() => frozen(copy('BackupCopy', { copiesRepositories: ['Disc'] }))).toThrow(
    'Job "Copy" copies "Disc", which is no repository of vbr.',
  )
})

it('has another element than type over HTTP', async () => {
  const em = await openEm({ scenario: 'docs' })
  const token = await em.logOn()
  const here = `/api/jobs/${idOfJob(em.simulation, 'Monthly Archive')}/linkedBackupRepositories`
  const { body } = await em.ask(`GET ${here}`, { token, accept: 'application/xml' })
  const list = readElement(body)
  const [one] = list.children
  expect([list.name, one?.name]).toEqual(['LinkedBackupRepositoryResourceObjects', 'LinkedBackupRepository'])
  expect(one?.attributes).toContainEqual(['Type', 'LinkedBackupRepositoryObject'])
  expect(one?.children.map(({ name }) => name)).toEqual(['Links', 'ObjectInJobId', 'LinkedBackupRepositoryUid'])
  await em.close()
})
