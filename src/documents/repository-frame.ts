import { attribute, inJson, numeric, repeated, struct, text } from '../model/shape.ts'
import { repository } from '../resources/index.ts'
import type { Store } from '../store/store.ts'
import type { Answer } from '../wire/answer.ts'
import { describeFrame, frame, reportPage } from './frame.ts'
import { typedTable } from './recent.ts'

export const repositoryRoot = frame('RepositoryReportFrame', {
  Period: inJson(
    'Periods',
    repeated(struct({ Name: text(), Capacity: numeric(), FreeSpace: numeric(), BackupSize: numeric() })),
  ),
  CapacityPlanningReportLink: attribute(text()),
})

/** `GET /api/reports/summary/repository` */
export const repositoryFrame = (store: Store): Answer =>
  describeFrame(repositoryRoot, {
    Period: [...typedTable(store, repository)].map(({ Name, Capacity, FreeSpace }) => ({
      Name,
      Capacity,
      FreeSpace,
      // As the real server does: whatever is not free is backups (recorded), so a −1 without end has none (em_rest).
      BackupSize: Capacity - FreeSpace,
    })),
    CapacityPlanningReportLink: reportPage('62221565-102c-4ec8-851b-d61c03d972d1'),
  })
