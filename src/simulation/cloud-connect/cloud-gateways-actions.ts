import { errors } from '../../model/api-error.ts'
import type { EntityOf } from '../../model/resource.ts'
import { ignored, text, boolean, type ValueOf } from '../../model/shape.ts'
import { createCloudGatewaySpec } from '../../resources/cloud-connect/create-cloud-gateway-spec.ts'
import { cloudGateway, cloudGatewayPool } from '../../resources/index.ts'
import { action, editOf, type Action, type Doing } from '../core/action.ts'
import { freshId } from '../core/fresh-id.ts'
import { merge } from '../core/merge.ts'
import { serverFor } from '../infrastructure/referred.ts'
import { tableOf } from '../core/table-of.ts'

type Gateway = EntityOf<typeof cloudGateway>
type Spec = ValueOf<ReturnType<typeof createCloudGatewaySpec>>

const path = '/cloud/gateways'
const one = `${path}/{CloudGateway}`

const own = editOf(cloudGateway, {
  Enabled: true,
  NetworkMode: true,
  ExternalIP: true,
  ExternalPort: true,
  InternalPort: true,
  Description: true,
})
const { Enabled = boolean(), ...members } = own.shape.fields

/** What of a gateway counts in an edit. Clients that were made from the schema of 9.0 send its DnsNameOrIpAddress too. */
const edit = {
  ...own,
  shape: {
    ...own.shape,
    fields: { Enabled, DnsNameOrIpAddress: ignored(text()), ...members },
  },
}

/** Gateways, by which tenants come in (em_rest post_gateways, put_cloudgateways_id, delete_cloudgateways_id). */
export const cloudGatewaysActions: readonly Action[] = [
  action({
    method: 'POST',
    path,
    task: 'CreateCloudGateway',
    body: { name: 'CreateCloudGatewaySpec', shape: createCloudGatewaySpec() },
    check: (doing) => wanted(doing),
    act: ({ simulation }, { server, ...gateway }) => {
      const id = freshId(simulation, cloudGateway, server, gateway.Name)
      tableOf(simulation, cloudGateway).add({ id, up: { BackupServer: server }, ...gateway })
      return { related: { CloudGateway: [id] } }
    },
  }),
  action({
    method: 'PUT',
    path: one,
    task: 'EditCloudGateway',
    body: edit,
    check: ({ row, body }) => refuseUnfit(merge(row(cloudGateway), body)),
    act: ({ simulation }, after) => {
      tableOf(simulation, cloudGateway).replace(after)
      return {}
    },
  }),
  action({
    method: 'DELETE',
    path: one,
    task: 'DeleteCloudGateway',
    check: refuseInPool,
    act: (doing) => {
      tableOf(doing.simulation, cloudGateway).remove(doing.row(cloudGateway).id)
      return {}
    },
  }),
]

/** The default of both (em_rest put_cloudgateways_id). */
const PORT = 6180

function wanted({ simulation, body }: Doing<Spec>) {
  const server = serverFor(simulation, body).id
  const Name = body.ServerHostName.trim()
  if (Name === '') throw errors.badRequest('ServerHostName is empty; expected a name or an address.')
  const others = tableOf(simulation, cloudGateway).under('BackupServer', server)
  if (others.some((it) => it.Name.toLowerCase() === Name.toLowerCase()))
    throw errors.badRequest(`"${Name}" is a cloud gateway already.`)
  const { NetworkType = 'Direct', ExternalIp = '', ExternalPort = PORT, InternalPort = PORT } = body
  return {
    server,
    ...refuseUnfit({
      Enabled: true,
      NetworkMode: NetworkType,
      // Without a NAT it is reached by its own name.
      ExternalIP: ExternalIp !== '' || NetworkType === 'NAT' ? ExternalIp : Name,
      ExternalPort,
      InternalPort,
      Description: body.Description ?? '',
      Name,
    }),
  }
}

function refuseUnfit<G extends Pick<Gateway, 'ExternalIP' | 'ExternalPort' | 'InternalPort'>>(gateway: G): G {
  for (const member of ['ExternalPort', 'InternalPort'] as const) {
    const port = gateway[member]
    if (!Number.isInteger(port) || port < 1 || port > 65535)
      throw errors.badRequest(`${member} is ${port}; expected a port from 1 to 65535.`)
  }
  if (gateway.ExternalIP.trim() === '')
    throw errors.badRequest('The external IP address is missing; behind a NAT it has to be given.')
  return gateway
}

function refuseInPool({ simulation, row }: Doing): void {
  const { Name, up } = row(cloudGateway)
  const pool = tableOf(simulation, cloudGatewayPool).get(up.CloudGatewayPool ?? '')
  if (pool !== undefined)
    throw errors.badRequest(`Cloud gateway "${Name}" is in the pool "${pool.Name}"; take it out there first.`)
}
