import type { FastifyInstance } from 'fastify'
import { describeObject, describeObjects, OBJECT_IN_JOB, type Job } from '../reports/job-objects.ts'
import { describeLinked, describeLinkedOne, linkedKinds } from '../reports/linked-objects.ts'
import { describeNoTask, describeTasks } from '../reports/tasks.ts'
import { job } from '../resources/index.ts'
import type { Answer } from '../wire/answer.ts'
import type { House } from './house.ts'
import { permit } from './permit.ts'
import { readId } from './read-id.ts'
import { knownOnly, type KnownAsk, reading } from './request-path.ts'
import { rowOf } from './row-of.ts'

/** Adds what hangs on a job, and tasks. */
export function addJobRoutes(server: FastifyInstance, house: House): void {
  const below = (path: string, handle: (row: Job, id: string) => Answer) =>
    server.route({
      method: reading,
      url: `/api/${job.path}/:id/${path}`,
      handler: knownOnly(house, (ask) => handle(jobOf(house, ask), wordsOf(ask).object ?? '')),
    })
  below('includes', describeObjects)
  below('includes/:object', (row, id) => describeObject(row, readId(id, OBJECT_IN_JOB)))
  for (const kind of linkedKinds) {
    below(kind.path, (row) => describeLinked(kind, row))
    below(`${kind.path}/:object`, (row, id) => describeLinkedOne(kind, row, readId(id, kind.type)))
  }
  server.route({ method: reading, url: '/api/tasks', handler: knownOnly(house, describeTasks) })
  server.route({
    method: reading,
    url: '/api/tasks/:id',
    handler: knownOnly(house, (ask) => describeNoTask(wordsOf(ask).id.slice(0, 200))),
  })
}

const wordsOf = ({ request }: KnownAsk) =>
  request.params as { readonly id: string; readonly object?: string }

/** Throws refusals: 403 for whoever may not list jobs, and those of `rowOf`. */
function jobOf(house: House, ask: KnownAsk): Job {
  for (const { onlyFor } of job.collections) permit(ask.session, onlyFor)
  return rowOf(house, job, ask)
}
