import { attribute, enumeration, list, optional, struct, text, truth } from '../model/shape.ts'
import type { Answer } from '../wire/answer.ts'
import { errorShape, resourceShape } from '../wire/documents.ts'

const listed = list(
  'Task',
  resourceShape({
    TaskId: text(),
    State: enumeration('Running', 'OperationFinished', 'Finished'),
    Operation: text(),
    Result: optional(struct({ Message: optional(text()), Success: attribute(truth()) })),
  }),
)

/** `GET /tasks`: those of the asking logon session. Nothing makes one yet. */
export const describeTasks = (): Answer => ({
  kind: 'document',
  name: 'Tasks',
  shape: listed,
  value: [],
})

/** As the real server does: a task that the session does not have is a 500 (recorded). It is no fault of ours, so not thrown. */
export function describeNoTask(id: string): Answer {
  const Message = `There is no backup task with id [${id}] in current rest session`
  return {
    kind: 'document',
    name: 'Error',
    shape: errorShape,
    value: { Message, StatusCode: 500, FirstChanceExceptionMessage: Message },
    status: 500,
  }
}
