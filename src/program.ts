// All of a server in one module: it is built as one file, so that no file that may be gone is loaded while it runs.
import type { EnterpriseManager } from './embed/handles.ts'
import { openServer } from './embed/open-server.ts'
import type { Options } from './config/options.ts'

export { openServer }

/**
 * Starts a server. Resolves when it answers.
 * Rejects with a sentence for a bad option or scenario, and with Node's `EADDRINUSE` for a port in use.
 */
export async function startEnterpriseManager(options: Options = {}): Promise<EnterpriseManager> {
  const { HeldServer } = await import('./embed/enterprise-manager.ts')
  return new HeldServer(await openServer(options))
}

/** What `mock-em routes` tells, as text or as JSON. */
export async function routesText(asJson: boolean): Promise<string> {
  const routes = await import('./cli/routes.ts')
  return routes.listRoutesText(asJson)
}
