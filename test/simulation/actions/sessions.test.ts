import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openActor } from '../../support/actor.ts'
import { jobState } from '../../../src/simulation/jobs/job-state.ts'
import { workState } from '../../../src/simulation/core/work-state.ts'

let admin: Awaited<ReturnType<typeof openActor>>
beforeAll(async () => {
  admin = await openActor({ scenario: 'default' })
})
afterAll(() => admin.close())

/** Begins a run of a job that takes as long as it takes; the task has been carried out by then. */
const begin = (kind: string): { job: string; session: string } => {
  const { simulation } = admin.em
  const job = [...simulation.state(jobState).jobs.values()].find(
    (it) => it.kind === kind && it.running === undefined && it.objects.length > 0,
  )
  simulation.state(workState).movesOf.set(job?.id ?? '', { moves: 'time' })
  simulation.runEvent({ what: 'start', job: job?.id ?? '' })
  return {
    job: job?.id ?? '',
    session: simulation.state(jobState).jobs.get(job?.id ?? '')?.running ?? '',
  }
}

describe('POST /backupSessions/{id}?action=stop', () => {
  it.each([
    ['XML', ''],
    ['JSON', undefined],
  ])('stops what runs (%s)', async (_language, body) => {
    const { session, job } = begin('Backup')
    const href = `/backupSessions/${session}?format=Entity`
    const { Name } = await admin.read(href)
    const { status, document } = await admin.act(`POST /backupSessions/${session}?action=stop`, body)
    expect([status, document['Operation'], document['Result']]).toEqual([
      202,
      'StopJobSession',
      { Message: `Job Session "${String(Name)}" triggered to stop.`, Success: true },
    ])
    expect((await admin.read(href))['State']).toBe('Stopping')
    admin.em.simulation.catchUp(admin.em.simulation.now() + 60e6)
    expect(await admin.read(href)).toMatchObject({ State: 'Stopped', Result: 'Failed' })
    expect(admin.em.simulation.state(jobState).jobs.get(job)?.running).toBeUndefined()
  })

  it('a part is stopped alone', async () => {
    const { simulation } = admin.em
    const { session } = begin('AgentBackup')
    simulation.catchUp(simulation.now() + 40e6)
    const parts = [...simulation.state(jobState).runs.values()].filter(({ parent }) => parent === session)
    expect(parts.length).toBeGreaterThan(1)
    const [part] = parts
    await admin.act(`POST /backupSessions/${part?.session}?action=stop`)
    expect(part?.isStopped).toBe(true)
    expect(parts.slice(1).map(({ isStopped }) => isStopped)).not.toContain(true)
    expect(simulation.state(jobState).runs.get(session)?.isStopped).toBe(false)
  })

  it('what is over is not stopped: the task says so', async () => {
    const [over = ''] = await admin.ids('BackupJobSession', 'State==Stopped')
    const { status, message } = await admin.act(`POST /backupSessions/${over}?action=stop`)
    expect([status, message]).toEqual([202, expect.stringMatching(/^Job Session ".+@.+" is not running\.$/)])
  })
})
