import { toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { derived, hidden, list, optional, text, boolean } from '../../model/shape.ts'
import { cloudFailoverTask } from './cloud-failover-task-shape.ts'
import { operatorRun, runNames } from '../sessions/run-shape.ts'

const here = 'cloud/failoverSessions'
const name = 'CloudFailoverSession'

export const cloudFailoverSession = defineResource({
  name,
  plural: 'CloudFailoverSessions',
  place: 36,
  path: here,
  tenant: 'CloudFailoverPlan',

  fields: {
    JobType: text(),
    ...operatorRun(),
    FailureMessage: optional(text()),
    // As the real server does: each task has the name of the list that it is in (documented).
    CloudFailoverTasks: derived(list('CloudFailoverTasks', cloudFailoverTask(), 'CloudFailoverTasks')),
    // As the real server does: it is called as its plan is, without a time (documented).
    Name: hidden(text()),
    /** The machines are only tried. */
    IsTest: hidden(optional(boolean())),
  },
  up: { BackupServer: 'BackupServer', CloudFailoverPlan: 'CloudFailoverPlan' },

  links: [upTo('BackupServer', 'backupServers'), toReference(name, here)],
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity(name, here)],

  query: [['Type', 'JobType'], 'JobType', ...runNames, 'FailureMessage', ...namesOf('BackupServer')],
  windowMember: 'CreationTimeUTC',
  collections: [{ path: `/${here}`, windowed: true }],
})
