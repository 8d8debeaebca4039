import type { FastifyInstance } from 'fastify'
import type { Instant } from '../clock/instant.ts'
import { jobStatisticsFrame } from '../reports/job-statistics-frame.ts'
import { overviewFrame } from '../reports/overview-frame.ts'
import { processedVmsFrame } from '../reports/processed-vms-frame.ts'
import { repositoryFrame } from '../reports/repository-frame.ts'
import { summary } from '../reports/summary.ts'
import { vmsOverviewFrame } from '../reports/vms-overview-frame.ts'
import type { Store } from '../store/store.ts'
import type { Answer } from '../wire/answer.ts'
import { knownOnly, reading } from './request-path.ts'

const reports: Readonly<Record<string, (store: Store, now: Instant) => Answer>> = {
  '': summary,
  '/overview': overviewFrame,
  '/vms_overview': vmsOverviewFrame,
  '/job_statistics': jobStatisticsFrame,
  // The reference calls it both.
  '/statistics': jobStatisticsFrame,
  '/processed_vms': processedVmsFrame,
  '/repository': repositoryFrame,
}

/** Adds the summary and its frames. They change with the clock alone, so nothing of them is remembered. */
export function addReportRoutes(server: FastifyInstance): void {
  for (const [path, describe] of Object.entries(reports))
    server.route({
      method: reading,
      url: `/api/reports/summary${path}`,
      handler: knownOnly(({ house: { world } }) => describe(world.store, world.now())),
    })
}
