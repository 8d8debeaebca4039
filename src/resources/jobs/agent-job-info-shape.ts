import { attribute, href, list, onlyJson, struct, text, type Row, type ValueOf } from '../../model/shape.ts'
import { gfsRetentionPolicy, guestProcessing, simpleRetentionPolicy } from './job-info-shape.ts'

/** A computer, or a group of them, in a job: a member of AgentBackupJob, and a resource of its own. */
export const objectInAgentBackupJob = () => ({
  ObjectInJobId: text(),
  Name: text(),
  DisplayName: text(),
  GuestProcessingOptions: guestProcessing(),
})

/** What an agent job works on: computers, or groups of them (example document of AgentBackupJob). */
export const agentJobInfo = () =>
  struct({
    Includes: list(
      'ObjectInAgentBackupJob',
      struct({
        ...objectInAgentBackupJob(),
        Links: onlyJson(null),
        Href: attribute(href()),
        Type: attribute(text()),
      }),
    ),
    GuestProcessingOptions: guestProcessing(),
    GfsRetentionPolicy: gfsRetentionPolicy(),
    SimpleRetentionPolicy: simpleRetentionPolicy(),
  })

export type AgentJobRow = Row & { readonly JobInfo: ValueOf<ReturnType<typeof agentJobInfo>> }
