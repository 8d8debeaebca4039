import { expect, it } from 'vitest'
import { days } from '../../src/clock/duration.ts'
import { tableOf } from '../../src/simulation/core/table-of.ts'
import { job as jobs, restorePoint } from '../../src/resources/index.ts'
import { openActor } from '../support/actor.ts'
import { workState } from '../../src/simulation/core/work-state.ts'

/** How many restore points a job has, 20 days after its retention has been edited. */
async function pointsAfter(retention: object | undefined): Promise<number> {
  const { em, act, close } = await openActor({ scenario: 'all-green' })
  const { simulation } = em
  const job = [...tableOf(simulation, jobs)].find(({ JobType }) => JobType === 'Backup')!
  if (retention !== undefined) {
    const SimpleRetentionPolicy = { ...job.JobInfo.BackupJobInfo?.SimpleRetentionPolicy, ...retention }
    const body = { JobInfo: { BackupJobInfo: { SimpleRetentionPolicy } } }
    expect((await act(`PUT /jobs/${job.id}`, body)).message).toBe('')
  }
  simulation.state(workState).moves = { moves: 'time' }
  simulation.clock.advance(days(20))
  simulation.catchUp()
  const backups = [...simulation.store.table('Backup')] as unknown as readonly { id: string; JobUid: string }[]
  const backup = backups.find(({ JobUid }) => JobUid === job.id)?.id ?? ''
  await close()
  return tableOf(simulation, restorePoint).under('Backup', backup).length
}

it('the next runs of a job keep as much as its edited retention says', async () => {
  const usual = await pointsAfter(undefined)
  expect(usual).toBeGreaterThan(10)
  // A full goes with all increments on it: the points of a week may stand beside the two.
  const few = await pointsAfter({ RetainLimitType: 'Cycles', RetainCycles: 2 })
  expect(few).toBeGreaterThanOrEqual(2)
  expect(few).toBeLessThan(10)
  expect(await pointsAfter({ RetainLimitType: 'Cycles', RetainCycles: 50 })).toBeGreaterThan(usual)
})
