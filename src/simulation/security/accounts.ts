import { idOf } from '../../random/ids.ts'
import { errors } from '../../model/api-error.ts'
import type { EntityOf } from '../../model/resource.ts'
import type { Row, ValueOf } from '../../model/shape.ts'
import { enterpriseAccount, enterpriseRole } from '../../resources/index.ts'
import type {
  enterpriseAccountCreateSpec,
  HierarchyScopeItem,
} from '../../resources/security/enterprise-account-create-spec.ts'
import type { AccountScope } from '../../resources/security/account-scope-shape.ts'
import { freshId } from '../core/fresh-id.ts'
import { hierarchyRef } from '../infrastructure/hierarchy-ref.ts'
import { referred } from '../infrastructure/referred.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'

type Account = EntityOf<typeof enterpriseAccount> & Row
type Role = EntityOf<typeof enterpriseRole> & Row
type AccountSpec = ValueOf<ReturnType<typeof enterpriseAccountCreateSpec>>
type AccountType = NonNullable<AccountSpec['AccountType']>

const IN_ROLE = 'EnterpriseAccountInRole'
const SCOPE = 'EnterpriseAccountHierarchyScope'

/** How the names of accounts are made (em_rest post_security_accounts); a group elsewhere may be called anything. */
const names: Readonly<Record<AccountType, { readonly like: RegExp; readonly says: string }>> = {
  User: { like: /^[^\\]+\\[^\\]+$/, says: 'Domain\\Name' },
  Group: { like: /^[^\\]+\\[^\\]+$/, says: 'Domain\\Name' },
  ExternalUser: { like: /^[^@]+@[^@]+$/, says: 'Username@Suffix' },
  ExternalGroup: { like: /\S/, says: 'a name' },
}

/**
 * Lets somebody in. Returns the id of the account. Throws a 400 ApiError for a name that is not made as its type wants or
 * is there already, for no roles, and for roles and scopes that lead nowhere.
 */
export function createAccount(simulation: Simulation, spec: AccountSpec): string {
  const { AccountName, HierarchyScopeObjects: items = [], FlrSettings, SqlSettings } = spec
  const { AccountType = typeOf(AccountName), AllowRestoreAllVms = items.length === 0 } = spec
  const accounts = tableOf(simulation, enterpriseAccount)
  const name = names[AccountType]
  if (!name.like.test(AccountName))
    throw errors.badRequest(
      `The account name "${AccountName.slice(0, 200)}" is not acceptable for ${AccountType}; expected ${name.says}.`,
    )
  if ([...accounts].some((it) => it.Name.toLowerCase() === AccountName.toLowerCase()))
    throw errors.badRequest(`The account "${AccountName.slice(0, 200)}" is there already.`)
  const roles =
    spec.Roles?.map(({ EnterpriseRoleUid: uid }) => referred(simulation, enterpriseRole, uid).id) ??
    usualRole(simulation)
  if (roles.length === 0) throw errors.badRequest('An account needs a role: expected an EnterpriseRole in Roles.')
  if (!AllowRestoreAllVms && items.length === 0)
    throw errors.badRequest('AllowRestoreAllVms is false; expected what may be restored, in HierarchyScopeObjects.')
  const id = freshId(simulation, enterpriseAccount, AccountName)
  accounts.add({
    id,
    up: {},
    related: { Role: [...new Set(roles)] },
    AccountType,
    AllowRestoreAllVms,
    ...(FlrSettings !== undefined && {
      FlrSettings: { FlrInplaceOnly: false, FlrExtentionRestrictions: '', ...FlrSettings },
    }),
    ...(SqlSettings !== undefined && {
      SqlSettings: { DenyInPlaceRestore: false, ...SqlSettings },
    }),
    Scopes: scopesOf(simulation, id, [], items),
    Name: AccountName,
  })
  return id
}

/** What a name looks like, where its type is left out (the schema of 9.0 requires none). */
const typeOf = (name: string): AccountType => (names.User.like.test(name) ? 'User' : 'ExternalUser')

/** What an account may be that is given no role: the least. */
const usualRole = (simulation: Simulation): readonly string[] =>
  [...tableOf(simulation, enterpriseRole)].filter(({ Name }) => Name === 'Portal User').map(({ id }) => id)

/** Gives an account a role. Throws a 400 ApiError if there is no such role, or it is had already. */
export function addRole(simulation: Simulation, account: Account, id: string): void {
  const role = referred(simulation, enterpriseRole, id)
  const Role = rolesOf(account)
  if (Role.includes(role.id))
    throw errors.badRequest(`The account "${account.Name}" has the role "${role.Name}" already.`)
  setRoles(simulation, account, [...Role, role.id])
}

/** Takes a role from an account. Throws ApiErrors: 404 if it has no such role, 400 if that is its last. */
export function removeRole(simulation: Simulation, account: Account, role: Role): void {
  const Role = rolesOf(account)
  if (!Role.includes(role.id)) throw errors.notFound(IN_ROLE, role.id)
  if (Role.length === 1)
    throw errors.badRequest(
      `"${role.Name}" is the last role of the account "${account.Name}" and cannot be removed. Give it another one first.`,
    )
  setRoles(
    simulation,
    account,
    Role.filter((id) => id !== role.id),
  )
}

const rolesOf = ({ related }: Account): readonly string[] => related?.['Role'] ?? []

const setRoles = (simulation: Simulation, account: Account, Role: readonly string[]): void =>
  tableOf(simulation, enterpriseAccount).replace({ ...account, related: { ...account.related, Role } })

/** Lets an account restore more. Returns the ids of the scopes. Throws a 400 ApiError for what leads nowhere or is there. */
export function addScopes(
  simulation: Simulation,
  account: Account,
  items: readonly HierarchyScopeItem[],
): readonly string[] {
  const added = scopesOf(simulation, account.id, account.Scopes, items)
  if (added.length === 0) throw errors.badRequest('Found no scope; expected a HierarchyScopeItem or more.')
  tableOf(simulation, enterpriseAccount).replace({ ...account, Scopes: [...account.Scopes, ...added] })
  return added.map(({ Id }) => Id)
}

function scopesOf(
  simulation: Simulation,
  account: string,
  before: readonly AccountScope[],
  items: readonly HierarchyScopeItem[],
): readonly AccountScope[] {
  const ids = new Set(before.map(({ Id }) => Id))
  // An item that is empty names nothing (example document of post_security_accounts).
  const named = items.filter(({ HierarchyObjRef: ref, ObjectName: name }) => ref || name)
  return named.map(({ HierarchyObjRef = '', ObjectName }) => {
    const { platform, type, root, rootName } = hierarchyRef(simulation, HierarchyObjRef)
    const Id = idOf(simulation.chance.seed, SCOPE, account, HierarchyObjRef.toLowerCase())
    if (ids.has(Id)) throw errors.badRequest(`The scope ${HierarchyObjRef} is there already.`)
    ids.add(Id)
    return {
      Id,
      Name: ObjectName || rootName,
      RootUid: root,
      Platform: platform === 'HyperV' ? 'Hyperv' : platform,
      HierarchyObjectType: type,
      State: 'Unprocessed',
    }
  })
}

/** Takes a scope from an account. Throws ApiErrors: 400 if the id is none, 404 if there is no such scope. */
export function removeScope(simulation: Simulation, account: Account, given: string): void {
  const [id] = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.exec(given) ?? []
  if (id === undefined) throw errors.badId(given.slice(0, 200), SCOPE)
  const Scopes = account.Scopes.filter(({ Id }) => Id !== id.toLowerCase())
  if (Scopes.length === account.Scopes.length) throw errors.notFound(SCOPE, id)
  tableOf(simulation, enterpriseAccount).replace({ ...account, Scopes })
}

/** Goes through what accounts may restore: what was not processed yet is then. */
export function rebuildScopes(simulation: Simulation): void {
  const accounts = tableOf(simulation, enterpriseAccount)
  for (const account of accounts)
    if (account.Scopes.some(({ State }) => State === 'Unprocessed'))
      accounts.replace({
        ...account,
        Scopes: account.Scopes.map((scope) => ({ ...scope, State: 'Processed' as const })),
      })
}
