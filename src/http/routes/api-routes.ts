import { addActionRoutes } from './action-routes.ts'
import { addCloudRoutes } from './cloud-routes.ts'
import { addGuestRoutes } from './guest-routes.ts'
import { addLogonRoutes } from './logon-routes.ts'
import { addLookupRoutes } from './lookup-routes.ts'
import { addReportRoutes } from './report-routes.ts'
import { addResourceRoutes } from './resource-routes.ts'
import type { Routes, ServedRoute } from './routes.ts'
import { addSecurityRoutes } from './security-routes.ts'
import { addSelfServiceRoutes } from './self-service-routes.ts'
import { addServiceRoutes } from './service-routes.ts'
import { addSessionRoutes } from './session-routes.ts'
import { addTaskRoutes } from './task-routes.ts'

let known: readonly ServedRoute[] | undefined

/** Everything that EM serves: the same for every server of a process, and made once. */
export function apiRoutes(): readonly ServedRoute[] {
  if (known !== undefined) return known
  const all: ServedRoute[] = []
  const routes: Routes = { route: (route) => all.push(route) }
  for (const add of parts) add(routes)
  return (known = all)
}

const parts = [
  addServiceRoutes,
  addLogonRoutes,
  addSecurityRoutes,
  addCloudRoutes,
  addResourceRoutes,
  addLookupRoutes,
  addSessionRoutes,
  addSelfServiceRoutes,
  addGuestRoutes,
  addReportRoutes,
  addTaskRoutes,
  addActionRoutes,
]
