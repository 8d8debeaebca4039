import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openActor } from '../../support/actor.ts'
import { jobState } from '../../../src/simulation/jobs/job-state.ts'
import { workState } from '../../../src/simulation/core/work-state.ts'

let admin: Awaited<ReturnType<typeof openActor>>
let ids: Readonly<Record<'agents' | 'nas', string>>
beforeAll(async () => {
  admin = await openActor({ scenario: 'default' })
  const [agents = ''] = await admin.ids('AgentBackupJob')
  const [nas = ''] = await admin.ids('NasJob')
  ids = { agents, nas }
})
afterAll(() => admin.close())

const pathOf = (family: 'agents' | 'nas', how: string) => `/${family}/jobs/${ids[family]}${how}`

describe('jobs of computers and of shares', () => {
  it.each([
    ['agents', '?action=start', 'StartJob'],
    ['agents', '/start', 'StartJob'],
    ['nas', '/start', 'StartNasJob'],
    ['nas', '?action=start', 'StartNasJob'],
  ] as const)('POST /%s/jobs/{id}%s is %s', async (family, how, operation) => {
    const { status, document } = await admin.act(`POST ${pathOf(family, how)}`)
    expect([status, document['Operation'], document['State']]).toEqual([202, operation, 'Finished'])
    const { Name } = await admin.read(`${pathOf(family, '')}?format=Entity`)
    expect(document['Result']).toEqual({
      Message: `Job "${String(Name)}" triggered to start.`,
      Success: true,
    })
    const [, session] = document['Links'] as readonly { Href: string; Type: string }[]
    expect(session?.Type).toBe('BackupJobSession')
    expect((await admin.read(session?.Href ?? ''))['JobName']).toBe(Name)
  })

  it.each([
    ['agents', '?action=stop', 'StopAgentJob', /is not running/],
    ['agents', '/retry', 'RetryAgentJob', /cannot be retried/],
    ['nas', '/stop', 'StopNasJob', /is not running/],
    ['nas', '?action=retry', 'RetryNasJob', /cannot be retried/],
  ] as const)('POST /%s/jobs/{id}%s fails where there is nothing to do', async (...row) => {
    const [family, how, operation, says] = row
    for (const id of admin.em.simulation.state(jobState).jobs.values())
      admin.em.simulation.state(jobState).jobs.set(id.id, { ...id, retry: undefined })
    const { status, document, message } = await admin.act(`POST ${pathOf(family, how)}`)
    expect([status, document['Operation']]).toEqual([202, operation])
    expect(message).toMatch(says)
  })

  it.each([
    ['agents', '?action=toggleScheduleEnabled'],
    ['agents', '/toggleScheduleEnabled'],
    ['nas', '/toggleScheduleEnabled'],
    ['nas', '?action=toggleScheduleEnabled'],
  ] as const)('POST /%s/jobs/{id}%s switches its schedule', async (family, how) => {
    const entity = `${pathOf(family, '')}?format=Entity`
    const { ScheduleEnabled: before } = await admin.read(entity)
    const { document } = await admin.act(`POST ${pathOf(family, how)}`, '')
    expect([document['Operation'], document['Result']]).toEqual(['UpdateJob', { Message: 'Ok', Success: true }])
    expect((await admin.read(entity))['ScheduleEnabled']).toBe(!before)
  })

  it('what runs is stopped', async () => {
    for (const [family, operation] of [['agents', 'StopAgentJob'], ['nas', 'StopNasJob']] as const) {
      admin.em.simulation.state(workState).movesOf.set(ids[family], { moves: 'time' })
      const job = admin.em.simulation.state(jobState).jobs.get(ids[family])
      admin.em.simulation.runEvent({ what: 'start', job: ids[family] })
      const { document: begun } = await admin.act(`POST ${pathOf(family, '/stop')}`)
      admin.em.simulation.catchUp(admin.em.simulation.now() + 3e6)
      const document = await admin.read(`/tasks/${String(begun['TaskId'])}`)
      expect(document['Operation']).toBe(operation)
      expect(document['Result']).toMatchObject({ Message: `Job "${job?.name}" triggered to stop.` })
    }
  }) // prettier-ignore
})
