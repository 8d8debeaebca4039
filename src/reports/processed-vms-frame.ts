import { days } from '../clock/duration.ts'
import type { Instant } from '../clock/instant.ts'
import { attribute, inJson, moment, numeric, repeated, struct } from '../model/shape.ts'
import type { Store } from '../store/store.ts'
import type { Answer } from '../wire/answer.ts'
import { describeFrame, frame } from './frame.ts'
import { machineWork } from './machine-work.ts'

const shape = frame({
  Day: inJson(
    'Days',
    repeated(
      struct({
        Timestamp: attribute(moment()),
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
  const counts = Array.from({ length: shown }, () => 0)
  for (const { EndTimeUTC = 0, Result } of machineWork(store, today - days(shown - 1))) {
    const ago = Math.floor(today / days(1)) - Math.floor(EndTimeUTC / days(1))
    if (Result !== 'Failed') counts[ago] = (counts[ago] ?? 0) + 1
  }
  return describeFrame('ProcessedVmsReportFrame', shape, {
    Day: counts.map((BackupedVms, ago) => ({
      Timestamp: today - days(ago),
      ReplicatedVms: 0,
      BackupedVms,
    })),
  })
}
