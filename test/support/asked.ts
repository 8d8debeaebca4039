import { mountTypes } from '../../src/simulation/backups/mounts.ts'
import type { Em } from './em.ts'
import { workState } from '../../src/simulation/core/work-state.ts'

/**
 * Has a logon session make what there is only for those who ask: tasks, and a mount of each type of which the world has
 * a point. @param more what to ask for besides.
 */
export async function askForOwn(em: Em, token: string, more: readonly string[] = []): Promise<void> {
  const { simulation } = em
  const { moves } = simulation.state(workState)
  simulation.state(workState).moves = { moves: 'instant' }
  for (const { name, path } of mountTypes) {
    const [point] = simulation.store.table(name.replace(/Mount$/, ''))
    if (point !== undefined) await em.ask(`POST /api/${path.replace(/\{\w+\}/, point.id)}`, { token })
  }
  for (const request of more) await em.ask(request, { token })
  simulation.catchUp()
  simulation.state(workState).moves = moves
}
