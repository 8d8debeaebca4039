import type { Instant } from '../../clock/instant.ts'
import { jobStatisticsFrame, jobStatisticsRoot } from '../../documents/job-statistics-frame.ts'
import { overviewFrame, overviewRoot } from '../../documents/overview-frame.ts'
import { processedVmsFrame, processedVmsRoot } from '../../documents/processed-vms-frame.ts'
import { repositoryFrame, repositoryRoot } from '../../documents/repository-frame.ts'
import { summary, summaryRoot } from '../../documents/summary.ts'
import { vmsOverviewFrame, vmsOverviewRoot } from '../../documents/vms-overview-frame.ts'
import type { Store } from '../../store/store.ts'
import type { Answer, Root } from '../../wire/answer.ts'
import { responseContract } from '../../openapi/response-contract.ts'
import { sessionRoute, reading } from '../request/request-path.ts'
import type { Routes } from './routes.ts'

type Describe = (store: Store, now: Instant) => Answer
const reports: Readonly<Record<string, readonly [Root, Describe]>> = {
  '': [summaryRoot, summary],
  '/overview': [overviewRoot, overviewFrame],
  '/vms_overview': [vmsOverviewRoot, vmsOverviewFrame],
  '/job_statistics': [jobStatisticsRoot, jobStatisticsFrame],
  // The reference calls it both.
  '/statistics': [jobStatisticsRoot, jobStatisticsFrame],
  '/processed_vms': [processedVmsRoot, processedVmsFrame],
  '/repository': [repositoryRoot, repositoryFrame],
}

/** Adds the summary and its frames. They change with the clock alone, so nothing of them is remembered. */
export function addReportRoutes(routes: Routes): void {
  for (const [path, [root, describe]] of Object.entries(reports))
    routes.route({
      method: reading,
      url: `/api/reports/summary${path}`,
      config: responseContract(root),
      handler: sessionRoute(({ world: { simulation } }) => describe(simulation.store, simulation.now())),
    })
}
