import type { CloudSpec, ServerSpec } from '#seed-data'
import { ScenarioError } from '../scenario/scenario-error.ts'

/** Throws a ScenarioError for a name of a provider's story that leads nowhere or is given twice. */
export function checkCloud({ name: server, repositories }: ServerSpec, cloud: CloudSpec): void {
  const { gateways, gatewayPools = [], hardwarePlans = [], tenants } = cloud
  const find = (wanted: string, all: readonly Named[], what: string, who: string) => {
    if (!all.some(({ name }) => name === wanted))
      throw new ScenarioError(`${who} has "${wanted}", which is no ${what} of ${server}.`)
  }
  once(gateways, `A gateway of ${server}`)
  once(gatewayPools, `A gateway pool of ${server}`)
  once(hardwarePlans, `A hardware plan of ${server}`)
  once(tenants, `A tenant of ${server}`)
  for (const pool of gatewayPools) for (const it of pool.gateways) find(it, gateways, 'gateway', pool.name)
  for (const tenant of tenants) {
    const { name, quotas = [], subtenants = [] } = tenant
    once(quotas, `A quota of ${name}`)
    once(subtenants, `A subtenant of ${name}`)
    for (const it of quotas) find(it.repository, repositories, 'repository', name)
    for (const it of tenant.gatewayPools ?? []) find(it, gatewayPools, 'gateway pool', name)
    for (const it of tenant.hardwarePlans ?? []) find(it, hardwarePlans, 'hardware plan', name)
    if (subtenants.length > 0 && quotas.length === 0)
      throw new ScenarioError(`${name} has subtenants, but no quota for them to share.`)
  }
}

interface Named {
  readonly name: string
}

function once(all: readonly Named[], what: string): void {
  const again = all.find(({ name }, n) => all.slice(0, n).some((other) => other.name === name))
  if (again !== undefined) throw new ScenarioError(`${what} is called "${again.name}" already.`)
}
