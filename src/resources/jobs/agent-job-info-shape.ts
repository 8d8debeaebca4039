import { attribute, href, list, onlyJson, struct, text, type Row, type ValueOf } from '../../model/shape.ts'
import { gfsRetentionPolicyShape, guestProcessingShape, simpleRetentionPolicy } from './job-info-shape.ts'

/** A computer, or a group of them, in a job: a member of AgentBackupJob, and a resource of its own. */
export const objectInAgentBackupJobShape = () => ({
  ObjectInJobId: text(),
  Name: text(),
  DisplayName: text(),
  GuestProcessingOptions: guestProcessingShape(),
})

/** What an agent job works on: computers, or groups of them (example document of AgentBackupJob). */
export const agentJobInfo = () =>
  struct({
    Includes: list(
      'ObjectInAgentBackupJob',
      struct({
        ...objectInAgentBackupJobShape(),
        Links: onlyJson(null),
        Href: attribute(href()),
        Type: attribute(text()),
      }),
    ),
    GuestProcessingOptions: guestProcessingShape(),
    GfsRetentionPolicy: gfsRetentionPolicyShape(),
    SimpleRetentionPolicy: simpleRetentionPolicy(),
  })

export type AgentJobRow = Row & { readonly JobInfo: ValueOf<ReturnType<typeof agentJobInfo>> }
