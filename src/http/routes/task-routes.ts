import { dropTask } from '../../simulation/core/task.ts'
import { task } from '../../resources/index.ts'
import { entityRoute } from './entity-route.ts'
import { sessionFirst, tenantRoute } from '../request/request-path.ts'
import { rowOf } from './row-of.ts'
import type { Routes } from './routes.ts'

/** Adds the end of a task, whatever it has done by then (em_rest delete_task_id). */
export function addTaskRoutes(routes: Routes): void {
  routes.route({
    method: 'DELETE',
    url: entityRoute(task),
    config: { contract: { kind: 'nothing' } },
    onRequest: sessionFirst,
    handler: tenantRoute((context) => {
      dropTask(context.world.simulation, rowOf(context, task).id)
      return { kind: 'nothing', status: 204 }
    }),
  })
}
