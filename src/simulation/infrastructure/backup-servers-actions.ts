import type { ValueOf } from '../../model/shape.ts'
import { errors } from '../../model/api-error.ts'
import { backupServerEdit, backupServerSpec } from '../../resources/infrastructure/backup-server-spec.ts'
import { quickBackupStartupSpec } from '../../resources/backups/quick-backup-startup-spec.ts'
import { veeamZipStartupSpec } from '../../resources/backups/veeam-zip-startup-spec.ts'
import { backupServer } from '../../resources/index.ts'
import { action, type Action } from '../core/action.ts'
import { collect } from '../sessions/collection.ts'
import { quickBackup, quickJob } from '../backups/quick-backup.ts'
import { startZip, zipOf } from '../backups/veeam-zip.ts'
import { freshId } from '../core/fresh-id.ts'
import { removeWhole } from '../core/remove.ts'
import { tableOf } from '../core/table-of.ts'
import { usualServer } from './usual-server.ts'
import type { Simulation } from '../core/simulation.ts'

const path = '/backupServers/{BackupServer}'
const spec = { name: 'BackupServerSpec', shape: backupServerSpec() } as const
/** What the page calls the body of a new server, or the document as it was read. */
const edit = {
  name: spec.name,
  names: [spec.name, backupServer.name],
  shape: backupServerEdit(),
  isPartial: true,
} as const

/** Which backup servers EM knows (em_rest post_backupservers, put_…, delete_backupservers_id, …_collect). */
export const backupServersActions: readonly Action[] = [
  action({
    method: 'POST', path: '/backupServers', action: 'create', status: 201, body: spec,
    check: ({ simulation, body }) => refuseSpec(simulation, body),
    act: ({ simulation, body }) => ({ made: `/backupServers/${addServer(simulation, body)}` }),
  }),
  action({
    method: 'PUT', path, body: edit,
    check: ({ simulation, body, ...doing }) => refuseSpec(simulation, body, doing.row(backupServer)),
    act: ({ simulation, body, ...doing }) => {
      tableOf(simulation, backupServer).replace({ ...doing.row(backupServer), ...told(body) })
      return {}
    },
  }),
  action({
    method: 'DELETE', path,
    act: ({ simulation, ...doing }) => {
      removeWhole(simulation, backupServer, doing.row(backupServer).id)
      return {}
    },
  }),
  action({
    method: 'POST', path, action: 'collect', task: 'CollectingBackupServer',
    act: ({ simulation, ...doing }) => {
      collect(simulation, doing.row(backupServer).Name)
      return { message: 'Data collection started. To view results, go to Sessions.' }
    },
  }),
  action({
    method: 'POST', path, action: 'quickbackup', task: 'QuickBackup',
    body: { name: 'QuickBackupStartupSpec', shape: quickBackupStartupSpec() },
    check: ({ simulation, row, body }) => quickJob(simulation, row(backupServer), body.VmRef),
    act: ({ simulation }, found) => quickBackup(simulation, found),
  }),
  action({
    method: 'POST', path, action: 'veeamzip', task: 'VeeamZip',
    body: { name: 'VeeamZipStartupSpec', shape: veeamZipStartupSpec() },
    check: ({ simulation, row, body }) => zipOf(simulation, row(backupServer), body),
    act: ({ simulation, body }, zip) => startZip(simulation, zip, body.BackupRetention),
  }),
] // prettier-ignore

/** What a body says of a server; a part of it, in an edit. */
type Spec = Partial<ValueOf<typeof spec.shape>>

/** Adds a server that has nothing yet. Returns its id. */
function addServer(simulation: Simulation, body: Spec): string {
  const { DnsNameOrIpAddress: name = '' } = body
  const servers = tableOf(simulation, backupServer)
  const [first] = servers
  const id = freshId(simulation, backupServer, name)
  servers.add({
    id,
    up: {},
    Description: '',
    ...usualServer,
    ...(first !== undefined && { Version: first.Version }),
    VbrCertificateThumbprint: simulation.chance.of('thumbprint', name).text('[0-9A-F]{40}'),
    Name: name,
    IpOrDnsName: name,
    ...told(body),
  })
  return id
}

const told = ({ DnsNameOrIpAddress, ...body }: Spec) => {
  const { Description, Port, WcfPort, VbrCertificateThumbprint } = body
  return {
    ...(DnsNameOrIpAddress !== undefined && {
      Name: DnsNameOrIpAddress.trim(),
      IpOrDnsName: DnsNameOrIpAddress.trim(),
    }),
    ...(Description !== undefined && { Description }),
    ...(Port !== undefined && { Port }),
    ...(WcfPort !== undefined && { WcfPort }),
    ...(VbrCertificateThumbprint !== undefined && { VbrCertificateThumbprint }),
  }
}

/** Throws a 400 ApiError for a name that is empty or another's, and for what is no port. @param own the server, in an edit. */
function refuseSpec(
  simulation: Simulation,
  body: Spec,
  own?: { readonly id: string; readonly IpOrDnsName: string },
): void {
  const name = (body.DnsNameOrIpAddress ?? own?.IpOrDnsName ?? '').trim()
  if (name === '') throw errors.badRequest('The DnsNameOrIpAddress is empty.')
  const other = [...tableOf(simulation, backupServer)].find(
    (it) => it.IpOrDnsName.toLowerCase() === name.toLowerCase() && it.id !== own?.id,
  )
  if (other !== undefined) throw errors.badRequest(`The backup server "${other.Name}" has been added already.`)
  for (const member of ['Port', 'WcfPort'] as const) {
    const port = body[member]
    if (port !== undefined && (!Number.isInteger(port) || port < 1 || port > 65_535))
      throw errors.badRequest(`Found the ${member} ${port}; expected one from 1 to 65535.`)
  }
}
