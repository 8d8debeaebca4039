import { days } from '../clock/duration.ts'
import type { Instant } from '../clock/instant.ts'
import { attribute, inJson, dateTime, numeric, repeated, struct } from '../model/shape.ts'
import type { Store } from '../store/store.ts'
import type { Answer } from '../wire/answer.ts'
import { describeFrame, frame } from './frame.ts'
import { machineWork, type MachineTask } from './machine-work.ts'

export const processedVmsRoot = frame('ProcessedVmsReportFrame', {
  Day: inJson(
    'Days',
    repeated(
      struct({
        Timestamp: attribute(dateTime()),
        ReplicatedVms: attribute(numeric()),
        BackupedVms: attribute(numeric()),
      }),
    ),
  ),
})

/** Today, so far, and six days before it. */
const shown = 7

/** `GET /api/reports/summary/processed_vms` */
export function processedVmsFrame(store: Store, now: Instant): Answer {
  const today = Math.floor(now / days(1)) * days(1)
  const { backups, replicas } = machineWork(store, today - days(shown - 1))
  const backedUp = countByDay(today, backups)
  const replicated = countByDay(today, replicas)
  return describeFrame(processedVmsRoot, {
    Day: Array.from({ length: shown }, (_, ago) => ({
      Timestamp: today - days(ago),
      ReplicatedVms: replicated.get(ago) ?? 0,
      BackupedVms: backedUp.get(ago) ?? 0,
    })),
  })
}

/** How many tasks went well, by how many days ago they ended. */
function countByDay(today: Instant, tasks: readonly MachineTask[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { EndTimeUTC = 0, Result } of tasks) {
    if (Result === 'Failed') continue
    const ago = Math.floor(today / days(1)) - Math.floor(EndTimeUTC / days(1))
    counts.set(ago, (counts.get(ago) ?? 0) + 1)
  }
  return counts
}
