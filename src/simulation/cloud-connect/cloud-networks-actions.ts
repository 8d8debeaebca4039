import { refuse } from '../../model/api-error.ts'
import type { EntityOf } from '../../model/resource.ts'
import type { Row, ValueOf } from '../../model/shape.ts'
import { cloudPublicIpAddressCreateSpec } from '../../resources/cloud-connect/cloud-public-ip-address-create-spec.ts'
import { cloudHardwarePlan, cloudPublicIpAddress, cloudTenant, vlanConfiguration } from '../../resources/index.ts' // prettier-ignore
import { action, editOf, type Action, type Doing } from '../core/action.ts'
import { freshId } from '../core/fresh-id.ts'
import { networksOf, subscribersOf } from './hardware-plan.ts'
import { merge } from '../core/merge.ts'
import { serverFor } from '../infrastructure/referred.ts'
import { tableOf } from '../core/table-of.ts'
import type { World } from '../core/simulation.ts'

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
    act: ({ world }, { server, words }) => {
      for (const word of words) tableOf(world, cloudPublicIpAddress).add(addressOf(world, server, word)) // prettier-ignore
      return { related: { CloudPublicIpAddressList: [server] } }
    },
  }),
  action({
    method: 'PUT',
    path: address,
    // The text of the page says 204; its example is a task, and so are the other edits.
    task: 'EditCloudPublicIpAddress',
    body: editOf(cloudPublicIpAddress, { IpAddress: true }),
    check: ({ world, row, body }) => edited(world, row(cloudPublicIpAddress), body.IpAddress),
    act: ({ world }, after) => {
      tableOf(world, cloudPublicIpAddress).replace(after)
      return {}
    },
  }),
  action({
    method: 'DELETE',
    path: address,
    task: 'DeleteCloudPublicIpAddress',
    check: ({ world, row }) => refuseLent(world, row(cloudPublicIpAddress)),
    act: ({ world, row }) => {
      tableOf(world, cloudPublicIpAddress).remove(row(cloudPublicIpAddress).id)
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
    check: ({ world, row, body }) => {
      const after = merge(row(vlanConfiguration), body)
      refuseUnfit(world, after)
      return after
    },
    act: ({ world }, after) => {
      tableOf(world, vlanConfiguration).replace(after)
      return {}
    },
  }),
  action({
    method: 'DELETE',
    path: vlan,
    task: 'DeleteVlanConfiguration',
    check: ({ world, row }) => {
      const { Name, ...rest } = row(vlanConfiguration)
      const { withInternet, withoutInternet } = usedOn(world, rest)
      if (withInternet + withoutInternet > 0)
        throw refuse.badRequest(`The VLANs of "${Name}" are in use by networks of tenants.`)
    },
    act: ({ world, row }) => {
      tableOf(world, vlanConfiguration).remove(row(vlanConfiguration).id)
      return {}
    },
  }),
]

/** More at a time than anybody has to lend. */
const MOST = 1024

function wanted({ world, body }: Doing<Spec>) {
  const { IpAddressLowerBound, IpAddressUpperBound = IpAddressLowerBound } = body
  const { id: server } = serverFor(world, body)
  const lower = numberOf(IpAddressLowerBound, 'IpAddressLowerBound')
  const upper = numberOf(IpAddressUpperBound, 'IpAddressUpperBound')
  const count = upper - lower + 1
  if (count < 1 || count > MOST)
    throw refuse.badRequest(
      `Found ${IpAddressLowerBound} to ${IpAddressUpperBound}; expected a range of 1 to ${MOST} addresses.`,
    )
  const words = Array.from({ length: count }, (_, n) => wordOf(lower + n))
  for (const word of words) refuseTaken(world, word)
  return { server, words }
}

function addressOf(world: World, BackupServerUid: string, IpAddress: string): Address {
  return {
    id: freshId(world, cloudPublicIpAddress, BackupServerUid, IpAddress),
    up: { BackupServer: BackupServerUid },
    IpAddress,
    BackupServerUid,
    Name: IpAddress,
  }
}

function edited(world: World, row: Address, given = row.IpAddress): Address {
  const IpAddress = wordOf(numberOf(given, 'IpAddress'))
  if (IpAddress === row.IpAddress) return row
  refuseLent(world, row)
  refuseTaken(world, IpAddress)
  return { ...row, IpAddress, Name: IpAddress }
}

function refuseTaken(world: World, word: string): void {
  if ([...tableOf(world, cloudPublicIpAddress)].some(({ IpAddress }) => IpAddress === word))
    throw refuse.badRequest(`The public IP address ${word} is there already.`)
}

function refuseLent(world: World, { IpAddress, TenantUid = '' }: Address): void {
  const tenant = tableOf(world, cloudTenant).get(TenantUid)
  if (tenant !== undefined)
    throw refuse.badRequest(
      `The public IP address ${IpAddress} is in use by the tenant "${tenant.Name}".`,
    )
}

function numberOf(word: string, member: string): number {
  const bytes = word.trim().split('.')
  if (bytes.length === 4 && bytes.every((it) => /^\d{1,3}$/.test(it) && Number(it) < 256))
    return bytes.reduce((sum, it) => sum * 256 + Number(it), 0)
  throw refuse.badRequest(`${member} is "${word.slice(0, 100)}"; expected one such as 203.0.113.7.`)
}

const wordOf = (number: number): string =>
  [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.')

/** How many networks the tenants have on a host that VLANs are for. */
function usedOn(world: World, { HostRef }: Pick<Vlan, 'HostRef'>) {
  const used = { withInternet: 0, withoutInternet: 0 }
  for (const plan of tableOf(world, cloudHardwarePlan)) {
    const { host, withInternet, withoutInternet } = networksOf(plan)
    if (host !== HostRef) continue
    const subscribers = subscribersOf(world, plan.id).length
    used.withInternet += withInternet * subscribers
    used.withoutInternet += withoutInternet * subscribers
  }
  return used
}

function refuseUnfit(world: World, row: Vlan): void {
  const used = usedOn(world, row)
  const inside = [row.VlanIdsWithInternetLeftBound, row.VlanIdsWithInternetRightBound] as const
  const outside = [row.VlanIdsWithoutInternetLeftBound, row.VlanIdsWithoutInternetRightBound] as const // prettier-ignore
  refuseRange('with internet', inside, used.withInternet)
  refuseRange('without internet', outside, used.withoutInternet)
  if (inside[0] <= outside[1] && outside[0] <= inside[1])
    throw refuse.badRequest(
      `The VLANs ${inside.join(' to ')} with internet and ${outside.join(' to ')} without it overlap.`,
    )
}

function refuseRange(which: string, [left, right]: readonly [number, number], used: number): void {
  const isId = (id: number) => Number.isInteger(id) && id >= 1 && id <= 4094
  if (!isId(left) || !isId(right) || left > right)
    throw refuse.badRequest(
      `Found the VLANs ${left} to ${right} ${which}; expected a range within 1 to 4094.`,
    )
  if (right - left + 1 < used)
    throw refuse.badRequest(
      `The VLANs ${left} to ${right} ${which} are too few for the ${used} networks of tenants.`,
    )
}
