import type { FastifyInstance } from 'fastify'
import { dropTask } from '../life/task.ts'
import { task } from '../resources/index.ts'
import { entityRoute } from './entity-route.ts'
import type { House } from './house.ts'
import { tenantsToo } from './request-path.ts'
import { rowOf } from './row-of.ts'

/** Adds the end of a task, whatever it has done by then (em_rest delete_task_id). */
export function addTaskRoutes(server: FastifyInstance, house: House): void {
  server.delete(
    entityRoute(task),
    tenantsToo(house, (ask) => {
      dropTask(house.world, rowOf(house, task, ask).id)
      return { kind: 'nothing', status: 204 }
    }),
  )
}
