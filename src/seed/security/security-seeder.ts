import { idOf } from '../../random/ids.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import type { EntityOf } from '../../model/resource.ts'
import { backupServer, enterpriseAccount, enterpriseRole, hierarchyRoot } from '../../resources/index.ts'
import type { Seeder } from '../seeder.ts'

export const securitySeeder: Seeder = {
  when: 'before the past',
  seed: plantSecurity,
}

type Account = EntityOf<typeof enterpriseAccount>

/** As the real server does: a restore operator's role is one of four, and these ids are the same everywhere (documented). */
const roleIds = {
  'Portal User': 'd19a3d33-cb77-4ffe-94e6-001432483a4e',
  'VM Restore Operator': 'c11c0c38-ba8b-49c7-bf70-fc2058fff1e2',
  'File Restore Operator': 'f84a8b62-49b8-4d0c-b25b-92321b52bab6',
  'Exchange Restore Operator': 'f83e4c81-0815-452f-9377-9d573dd9d481',
  'SQL Restore Operator': 'f78a92b8-9f06-4f1e-b522-4f0927cabd0f',
} as const
type Role = 'Portal Administrator' | keyof typeof roleIds

interface Story {
  readonly type: Account['AccountType']
  readonly domain: string
  readonly name: string
  readonly roles: readonly Role[]
  /** May restore what is below the roots of virtual machines alone. */
  readonly isLimited?: true
  readonly settings?: Pick<Account, 'FlrSettings' | 'SqlSettings'>
}

/** Makes the portal's roles, and the accounts that have them. An estate without servers has neither. */
function plantSecurity(simulation: Simulation): void {
  const [server] = tableOf(simulation, backupServer)
  if (server === undefined) return
  const { seed } = simulation.chance
  const ids = new Map<string, string>([
    ['Portal Administrator', idOf(seed, 'EnterpriseRole', 'Portal Administrator')],
    ...Object.entries(roleIds),
  ])
  for (const [Name, id] of ids) tableOf(simulation, enterpriseRole).add({ id, up: {}, Name })
  const scopes = [...tableOf(simulation, hierarchyRoot)].map(scopeIn)
  for (const { type, domain, name, roles, isLimited, settings } of accountsIn(server.Name)) {
    const Name = `${domain}\\${name}`
    tableOf(simulation, enterpriseAccount).add({
      id: idOf(seed, 'EnterpriseAccount', Name),
      up: {},
      related: {
        Role: roles.flatMap((role) => ids.get(role) ?? []),
      },
      AccountType: type,
      AllowRestoreAllVms: isLimited !== true,
      ...settings,
      Scopes: isLimited ? scopes : [],
      Name,
    })
  }
}

/** What of a root an operator may restore: all that is in production. */
function scopeIn({ id, Name, HostType }: EntityOf<typeof hierarchyRoot>): Account['Scopes'][number] {
  const scope =
    HostType === 'VcdSystem'
      ? ({ Name: 'engineering', Platform: 'vCloud', HierarchyObjectType: 'Organization' } as const)
      : /^(Hv|Scvmm)/.test(HostType)
        ? ({ Name, Platform: 'Hyperv', HierarchyObjectType: 'Cluster' } as const)
        : ({ Name: 'Production', Platform: 'VMware', HierarchyObjectType: 'ResourcePool' } as const)
  return { Id: id, ...scope, RootUid: id, State: 'Processed' }
}

/** The names of those who log on without being configured, and two groups. */
function accountsIn(server: string): readonly Story[] {
  const [label = '', parent = label] = server.split('.')
  const domain = parent.toUpperCase()
  return [
    {
      type: 'Group',
      domain: 'BUILTIN',
      name: 'Administrators',
      roles: ['Portal Administrator'],
    },
    {
      type: 'User',
      domain,
      name: 'portal-user',
      roles: [
        'File Restore Operator', 'VM Restore Operator', 'Exchange Restore Operator', 'SQL Restore Operator', 'Portal User',
      ], // prettier-ignore
    },
    {
      type: 'User',
      domain,
      name: 'restore-operator',
      roles: ['VM Restore Operator', 'File Restore Operator'],
      isLimited: true,
      settings: { FlrSettings: { FlrInplaceOnly: true, FlrExtentionRestrictions: '' } },
    },
    {
      type: 'Group',
      domain,
      name: 'Help Desk',
      roles: ['File Restore Operator', 'SQL Restore Operator'],
      isLimited: true,
      settings: {
        FlrSettings: { FlrInplaceOnly: false, FlrExtentionRestrictions: 'docx,xlsx,pptx,pdf' },
        SqlSettings: { DenyInPlaceRestore: true },
      },
    },
  ]
}
