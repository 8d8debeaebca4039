import { links, onlyJson, struct } from '../model/shape.ts'
import type { Answer, Root } from '../wire/answer.ts'

export const summaryRoot: Root = {
  name: 'SummaryReport',
  shape: struct({ Links: links(), Href: onlyJson(null), Type: onlyJson(null) }),
}

/** Paths and names of the frames, in EM's order (em_rest reports_summary). */
const frames = [
  ['overview', 'Overview'], ['vms_overview', 'VmsOverview'], ['job_statistics', 'JobStatistics'],
  ['processed_vms', 'ProcessedVms'], ['repository', 'Repositories'],
] as const // prettier-ignore

/** `GET /api/reports/summary`: where the five frames are. */
export const summary = (): Answer => ({
  kind: 'document',
  ...summaryRoot,
  value: {
    Links: frames.map(([path, Name]) => ({
      Rel: 'Down',
      Href: `/reports/summary/${path}`,
      Name,
      Type: 'ReportFrame',
    })),
  },
})
