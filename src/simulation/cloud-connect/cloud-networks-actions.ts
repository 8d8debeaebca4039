import { errors } from '../../model/api-error.ts'
import type { EntityOf } from '../../model/resource.ts'
import type { Row, ValueOf } from '../../model/shape.ts'
import { cloudPublicIpAddressCreateSpec } from '../../resources/cloud-connect/cloud-public-ip-address-create-spec.ts'
import { cloudHardwarePlan, cloudPublicIpAddress, cloudTenant, vlanConfiguration } from '../../resources/index.ts'
import { action, editOf, type Action, type Doing } from '../core/action.ts'
import { freshId } from '../core/fresh-id.ts'
import { networksOf, subscribersOf } from './hardware-plan.ts'
import { merge } from '../core/merge.ts'
import { serverFor } from '../infrastructure/referred.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'

type Address = EntityOf<typeof cloudPublicIpAddress> & Row
type Vlan = EntityOf<typeof vlanConfiguration> & Row
type Spec = ValueOf<ReturnType<typeof cloudPublicIpAddressCreateSpec>>

const addresses = '/cloud/publicIpAddresses'
const address = `${addresses}/{CloudPublicIpAddress}`
const vlan = '/cloud/vlans/{VlanConfiguration}'

/** Public addresses and VLANs for what tenants replicate (em_rest post_publicipaddresses, put_vlans_id…). */
export const cloudNetworksActions: readonly Action[] = [
  action({
    method: 'POST',
    path: addresses,
    task: 'CreateCloudPublicIpAddress',
    body: { name: 'CloudPublicIpAddressCreateSpec', shape: cloudPublicIpAddressCreateSpec() },
    check: (doing) => wanted(doing),
    act: ({ simulation }, { server, words }) => {
      for (const word of words) tableOf(simulation, cloudPublicIpAddress).add(addressOf(simulation, server, word))
      return { related: { CloudPublicIpAddressList: [server] } }
    },
  }),
  action({
    method: 'PUT',
    path: address,
    // The text of the page says 204; its example is a task, and so are the other edits.
    task: 'EditCloudPublicIpAddress',
    body: editOf(cloudPublicIpAddress, { IpAddress: true }),
    check: ({ simulation, row, body }) => edited(simulation, row(cloudPublicIpAddress), body.IpAddress),
    act: ({ simulation }, after) => {
      tableOf(simulation, cloudPublicIpAddress).replace(after)
      return {}
    },
  }),
  action({
    method: 'DELETE',
    path: address,
    task: 'DeleteCloudPublicIpAddress',
    check: ({ simulation, row }) => refuseLent(simulation, row(cloudPublicIpAddress)),
    act: ({ simulation, row }) => {
      tableOf(simulation, cloudPublicIpAddress).remove(row(cloudPublicIpAddress).id)
      return {}
    },
  }),
  action({
    method: 'PUT',
    path: vlan,
    task: 'UpdateVlanConfiguration',
    body: editOf(vlanConfiguration, {
      VlanIdsWithInternetLeftBound: true,
      VlanIdsWithInternetRightBound: true,
      VlanIdsWithoutInternetLeftBound: true,
      VlanIdsWithoutInternetRightBound: true,
    }),
    check: ({ simulation, row, body }) => {
      const after = merge(row(vlanConfiguration), body)
      refuseUnfit(simulation, after)
      return after
    },
    act: ({ simulation }, after) => {
      tableOf(simulation, vlanConfiguration).replace(after)
      return {}
    },
  }),
  action({
    method: 'DELETE',
    path: vlan,
    task: 'DeleteVlanConfiguration',
    check: ({ simulation, row }) => {
      const { Name, ...rest } = row(vlanConfiguration)
      const { withInternet, withoutInternet } = usedOn(simulation, rest)
      if (withInternet + withoutInternet > 0)
        throw errors.badRequest(`The VLANs of "${Name}" are in use by networks of tenants.`)
    },
    act: ({ simulation, row }) => {
      tableOf(simulation, vlanConfiguration).remove(row(vlanConfiguration).id)
      return {}
    },
  }),
]

/** More at a time than anybody has to lend. */
const MOST = 1024

function wanted({ simulation, body }: Doing<Spec>) {
  const { IpAddressLowerBound, IpAddressUpperBound = IpAddressLowerBound } = body
  const { id: server } = serverFor(simulation, body)
  const lower = numberOf(IpAddressLowerBound, 'IpAddressLowerBound')
  const upper = numberOf(IpAddressUpperBound, 'IpAddressUpperBound')
  const count = upper - lower + 1
  if (count < 1 || count > MOST)
    throw errors.badRequest(
      `Found ${IpAddressLowerBound} to ${IpAddressUpperBound}; expected a range of 1 to ${MOST} addresses.`,
    )
  const words = Array.from({ length: count }, (_, n) => wordOf(lower + n))
  for (const word of words) refuseTaken(simulation, word)
  return { server, words }
}

function addressOf(simulation: Simulation, BackupServerUid: string, IpAddress: string): Address {
  return {
    id: freshId(simulation, cloudPublicIpAddress, BackupServerUid, IpAddress),
    up: { BackupServer: BackupServerUid },
    IpAddress,
    BackupServerUid,
    Name: IpAddress,
  }
}

function edited(simulation: Simulation, row: Address, given = row.IpAddress): Address {
  const IpAddress = wordOf(numberOf(given, 'IpAddress'))
  if (IpAddress === row.IpAddress) return row
  refuseLent(simulation, row)
  refuseTaken(simulation, IpAddress)
  return { ...row, IpAddress, Name: IpAddress }
}

function refuseTaken(simulation: Simulation, word: string): void {
  if ([...tableOf(simulation, cloudPublicIpAddress)].some(({ IpAddress }) => IpAddress === word))
    throw errors.badRequest(`The public IP address ${word} is there already.`)
}

function refuseLent(simulation: Simulation, { IpAddress, TenantUid = '' }: Address): void {
  const tenant = tableOf(simulation, cloudTenant).get(TenantUid)
  if (tenant !== undefined)
    throw errors.badRequest(`The public IP address ${IpAddress} is in use by the tenant "${tenant.Name}".`)
}

function numberOf(word: string, member: string): number {
  const bytes = word.trim().split('.')
  if (bytes.length === 4 && bytes.every((it) => /^\d{1,3}$/.test(it) && Number(it) < 256))
    return bytes.reduce((sum, it) => sum * 256 + Number(it), 0)
  throw errors.badRequest(`${member} is "${word.slice(0, 100)}"; expected one such as 203.0.113.7.`)
}

const wordOf = (number: number): string => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.')

/** How many networks the tenants have on a host that VLANs are for. */
function usedOn(simulation: Simulation, { HostRef }: Pick<Vlan, 'HostRef'>) {
  const used = { withInternet: 0, withoutInternet: 0 }
  for (const plan of tableOf(simulation, cloudHardwarePlan)) {
    const { host, withInternet, withoutInternet } = networksOf(plan)
    if (host !== HostRef) continue
    const subscribers = subscribersOf(simulation, plan.id).length
    used.withInternet += withInternet * subscribers
    used.withoutInternet += withoutInternet * subscribers
  }
  return used
}

function refuseUnfit(simulation: Simulation, row: Vlan): void {
  const used = usedOn(simulation, row)
  const inside = [row.VlanIdsWithInternetLeftBound, row.VlanIdsWithInternetRightBound] as const
  const outside = [row.VlanIdsWithoutInternetLeftBound, row.VlanIdsWithoutInternetRightBound] as const
  refuseRange('with internet', inside, used.withInternet)
  refuseRange('without internet', outside, used.withoutInternet)
  if (inside[0] <= outside[1] && outside[0] <= inside[1])
    throw errors.badRequest(
      `The VLANs ${inside.join(' to ')} with internet and ${outside.join(' to ')} without it overlap.`,
    )
}

function refuseRange(which: string, [left, right]: readonly [number, number], used: number): void {
  const isId = (id: number) => Number.isInteger(id) && id >= 1 && id <= 4094
  if (!isId(left) || !isId(right) || left > right)
    throw errors.badRequest(`Found the VLANs ${left} to ${right} ${which}; expected a range within 1 to 4094.`)
  if (right - left + 1 < used)
    throw errors.badRequest(`The VLANs ${left} to ${right} ${which} are too few for the ${used} networks of tenants.`)
}
