import { attribute, href, list, onlyJson, struct, text } from '../../model/shape.ts'
import { gfsRetentionPolicy, guestProcessing, simpleRetentionPolicy } from './job-info.ts'

/** What an agent job works on: computers, or groups of them (example document of AgentBackupJob). */
export const agentJobInfo = () =>
  struct({
    Includes: list(
      'ObjectInAgentBackupJob',
      struct({
        ObjectInJobId: text(),
        Name: text(),
        DisplayName: text(),
        GuestProcessingOptions: guestProcessing(),
        Links: onlyJson(null),
        Href: attribute(href()),
        Type: attribute(text()),
      }),
    ),
    GuestProcessingOptions: guestProcessing(),
    GfsRetentionPolicy: gfsRetentionPolicy(),
    SimpleRetentionPolicy: simpleRetentionPolicy(),
  })
