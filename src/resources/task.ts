import { defineResource } from '../model/resource.ts'
import { attribute, enumeration, hidden, optional, struct, text, truth } from '../model/shape.ts'

const here = 'tasks'

const related = (type: string, path: string) =>
  ({ rel: 'Related', type, path: `/${path}?format=Entity`, each: type, when: { member: 'State', is: ['Finished'] } }) as const // prettier-ignore

/** What was asked for and takes a while (em_rest tasks). It belongs to the logon session that asked. */
export const task = defineResource({
  name: 'Task',
  plural: 'Tasks',
  path: here,
  key: { member: 'TaskId' },
  ofLogon: true,
  // As the real server does: an unknown one is a 500 in these words (recorded).
  missing: (id) => `There is no backup task with id [${id}] in current rest session`,
  keyless: { list: 'Tasks' },

  fields: {
    TaskId: text(),
    State: enumeration('Running', 'OperationFinished', 'Finished'),
    Operation: text(),
    Result: optional(struct({ Message: optional(text()), Success: attribute(truth()) })),
    /** What it says when it is finished. */
    EndMessage: hidden(optional(text())),
    /** The job that it is about. */
    JobUid: hidden(optional(text())),
  },
  up: { LogonSession: 'LogonSession' },

  links: [
    { rel: 'Delete', path: `/${here}/{id}` },
    related('BackupJobSession', 'backupSessions/{BackupJobSession}'),
    related('ReplicaJobSession', 'replicaSessions/{ReplicaJobSession}'),
    { ...related('Job', 'jobs/{Job}'), name: { role: 'Job' } },
  ],
  referenceLinks: [],

  query: ['TaskId', ['TaskUid', 'TaskId'], 'State', 'Operation'],
  collections: [{ path: `/${here}` }],
})
