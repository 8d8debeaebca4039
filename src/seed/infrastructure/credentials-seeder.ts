import { days, minutes } from '../../clock/duration.ts'
import type { Instant } from '../../clock/instant.ts'
import { idOf } from '../../random/ids.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import { stamp } from '../../model/names.ts'
import { backupServer, credentials, fileServer, managedServer, passwords } from '../../resources/index.ts'
import { infrastructureSeeder } from './infrastructure-seeder.ts'
import type { Seeder } from '../seeder.ts'

export const credentialsSeeder: Seeder = {
  when: 'before the past',
  after: [infrastructureSeeder],
  seed: (simulation, { now }) => plantCredentials(simulation, now),
}

interface Server {
  readonly id: string
  readonly Name: string
}

/** Makes what each backup server logs on with, and the passwords of its backups. Nothing secret is in either. */
function plantCredentials(simulation: Simulation, now: Instant): void {
  for (const server of tableOf(simulation, backupServer)) {
    plantLogons(simulation, server)
    plantPasswords(simulation, server, now)
  }
}

/** One for each kind of thing that the server logs on to. */
function plantLogons(simulation: Simulation, { id, Name }: Server): void {
  const domain = (Name.split('.')[1] ?? Name).toUpperCase()
  const hosts = tableOf(simulation, managedServer).under('BackupServer', id)
  const hasHost = (...types: readonly string[]) => hosts.some(({ ManagedServerType: type }) => types.includes(type))
  // Jobs name the credentials of shares.
  const hasShare = tableOf(simulation, fileServer)
    .under('BackupServer', id)
    .some(({ SmbServerOptions: options }) => options !== undefined)
  const kinds = [
    ['windows', true, `${domain}\\svc-backup`, 'Windows servers'],
    ['linux', hasHost('Linux'), 'root', 'Linux servers'],
    ['vmware', hasHost('VC', 'ESXi'), 'backup@vsphere.local', 'VMware vSphere'],
    ['hyperv', hasHost('HvCluster', 'HvServer'), `${domain}\\svc-hyperv`, 'Microsoft Hyper-V'],
    ['shares', hasShare, `${domain}\\svc-shares`, 'File shares'],
  ] as const
  for (const [kind, isNeeded, Username, Description] of kinds) {
    if (!isNeeded) continue
    const Id = idOf(simulation.chance.seed, 'Credentials', id, kind)
    const up = { BackupServer: id }
    tableOf(simulation, credentials).add({ id: Id, up, Id, Username, Description, Password: '' })
  }
}

const hints = ['Backup files', 'Configuration backup', 'Off-site copies'] as const
const LIFETIME = days(90)

/** They are changed every ninety days, each on a day of its own in office hours. */
function plantPasswords({ chance, database, store }: Simulation, { id }: Server, now: Instant): void {
  const count = chance.of(id, 'passwords').integer(1, hints.length)
  for (const Hint of hints.slice(0, count)) {
    const Id = idOf(chance.seed, 'PasswordKey', id, Hint)
    const draw = chance.of(Id, 'changed')
    const since = days(draw.integer(0, LIFETIME / days(1) - 1)) + minutes(draw.integer(540, 1020))
    const LastModificationDate = stamp(now - ((now - since) % LIFETIME), database)
    tableOf({ store }, passwords).add({
      id: Id,
      up: { BackupServer: id },
      Id,
      Hint,
      LastModificationDate,
    })
  }
}
