import { errors } from '../../model/api-error.ts'
import type { EntityOf, Resource } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import { wanAccelerator } from '../../resources/index.ts'
import { applianceOf, type Appliance, type Tenant } from './cloud-tenant-parts.ts'
import { referred } from '../infrastructure/referred.ts'
import type { Simulation } from '../core/simulation.ts'

// What is said of a tenant in a body and cannot be: every function here throws a 400 ApiError for it.

/** The row of a UID in a body, which has to be on the tenant's backup server. */
export function referredHere<R extends Resource>(
  simulation: Simulation,
  resource: R,
  id: string,
  { up }: Pick<Tenant, 'up'>,
): EntityOf<R> & Row {
  const row = referred(simulation, resource, id)
  if ((row.up as Row['up'])['BackupServer'] === up.BackupServer) return row
  throw errors.badRequest(`urn:veeam:${resource.name}:${id} is on another backup server than the tenant.`)
}

/** The WAN accelerator of a body; an empty UID is none, as the example has it. */
export function acceleratorOf(
  simulation: Simulation,
  tenant: Pick<Tenant, 'up'>,
  id = '',
): { readonly WanAcceleratorUid?: string } {
  if (id === '') return {}
  return { WanAcceleratorUid: referredHere(simulation, wanAccelerator, id, tenant).id }
}

export function refuseEmpty(name: string, what: string): void {
  if (name.trim() === '') throw errors.badRequest(`${what} is empty; expected a name.`)
}

/** A share of storage: 1 GB or more (em_rest post_tenants). */
export function refuseQuota(mb: number, what: string): void {
  if (!Number.isInteger(mb) || mb < 1024)
    throw errors.badRequest(`Found a quota of ${mb} MB for "${what}"; expected 1024 or more.`)
}

export function refuseNumber(found: number, least: number, member: string): void {
  if (!Number.isInteger(found) || found < least)
    throw errors.badRequest(`${member} is ${found}; expected a whole number from ${least} up.`)
}

/** Takes a name that nobody else has yet, without regard to case. */
export function refuseTaken(name: string, others: readonly string[], what: string): void {
  const taken = others.find((other) => other.toLowerCase() === name.toLowerCase())
  if (taken !== undefined) throw errors.badRequest(`There is ${what} "${taken}" already.`)
}

type GivenAppliance = { readonly [K in keyof Appliance]?: Appliance[K] | undefined }

/** The network appliance that comes of what is given of it and what was there; none where it is not to be used. */
export function applianceWith(
  { Name: tenant }: Pick<Tenant, 'Name'>,
  isUsed: boolean,
  given: GivenAppliance = {},
  before: Appliance = applianceOf(tenant),
): { readonly NetworkAppliance?: Appliance } {
  if (!isUsed) return {}
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const { ManualIpAddressSettingsInfoType: settings, ...rest } = { ...before, ...said } as Appliance
  refuseEmpty(rest.Name, 'The name of the network appliance')
  refuseEmpty(rest.ProductionNetwork, 'ProductionNetwork')
  if (rest.ProductionNetworkUnderDvs && rest.ViDistributedSwitchUuid === '')
    throw errors.badRequest('ViDistributedSwitchUuid is empty; expected the switch that has the production network.')
  if (rest.ObtainIPAddressAutomatically) return { NetworkAppliance: rest }
  if (settings === undefined)
    throw errors.badRequest(
      'ManualIpAddressSettingsInfoType is missing; expected the address of the network appliance, which does not obtain one.',
    )
  for (const [member, word] of Object.entries(settings))
    if (!isAddress(word))
      throw errors.badRequest(`${member} is "${word.slice(0, 100)}"; expected one such as 172.24.144.1.`)
  return { NetworkAppliance: { ...rest, ManualIpAddressSettingsInfoType: settings } }
}

const isAddress = (word: string): boolean =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(word) && word.split('.').every((it) => Number(it) < 256)
