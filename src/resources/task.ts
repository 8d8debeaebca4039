import { defineResource } from '../model/resource.ts'
import { attribute, enumeration, optional, struct, text, truth } from '../model/shape.ts'

const here = 'tasks'

/** What was asked for and takes a while. Nothing makes one yet. */
export const task = defineResource({
  name: 'Task',
  plural: 'Tasks',
  path: here,
  key: 'word',
  // As the real server does: an unknown one is a 500 in these words (recorded).
  missing: (id) => `There is no backup task with id [${id}] in current rest session`,
  keyless: { list: 'Tasks' },

  fields: {
    TaskId: text(),
    State: enumeration('Running', 'OperationFinished', 'Finished'),
    Operation: text(),
    Result: optional(struct({ Message: optional(text()), Success: attribute(truth()) })),
  },
  up: {},

  links: [{ rel: 'Delete', path: `/${here}/{id}` }],
  referenceLinks: [],

  query: ['TaskId', ['TaskUid', 'TaskId'], 'State', 'Operation'],
  collections: [{ path: `/${here}` }],
})
