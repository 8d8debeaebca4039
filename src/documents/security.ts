import { errors } from '../model/api-error.ts'
import type { EntityOf } from '../model/resource.ts'
import { attribute, href, links, list, onlyJson, struct, text } from '../model/shape.ts'
import { enterpriseAccount, enterpriseRole, fileServer, hierarchyRoot } from '../resources/index.ts'
import { accountScope } from '../resources/security/account-scope-shape.ts'
import type { Store } from '../store/store.ts'
import type { Answer, Root } from '../wire/answer.ts'

type Account = EntityOf<typeof enterpriseAccount>
type Role = EntityOf<typeof enterpriseRole>

/** As the real server does: nothing below `/security` says its type but the accounts and roles (documented). */
const untyped = { Links: links(), Href: attribute(href()), Type: onlyJson(null) }

export const securityRoot: Root = {
  name: 'EnterpriseSecuritySettings',
  shape: struct(untyped),
}
const accounts = `/${enterpriseAccount.path}`

/** `GET /security`. */
export const securitySettings = (): Answer => ({
  kind: 'document',
  ...securityRoot,
  value: {
    Links: [
      { Rel: 'Down', Href: accounts, Type: `${enterpriseAccount.name}ReferenceList` },
      { Rel: 'Down', Href: `/${enterpriseRole.path}`, Type: `${enterpriseRole.name}ReferenceList` },
      { Rel: 'Create', Href: accounts },
      { Rel: 'Start', Href: `${accounts}?action=rebuildScope` },
    ],
    Href: '/security',
  },
})

/** What an account has. */
interface Part {
  /** Its place below the account. */
  readonly path: string
  readonly one: Root
  readonly all: Root
  readonly of: (store: Store, account: Account) => readonly (object & { readonly id: string })[]
  readonly deletes: { readonly Type?: string }
}

const IN_ROLE = 'EnterpriseAccountInRole'
const inRole = struct({ RoleName: text(), ...untyped })

const SCOPE = 'EnterpriseAccountHierarchyScope'
const { Platform, HierarchyObjectType, State } = accountScope().fields
const scope = struct({
  Name: text(),
  HierarchyRootName: text(),
  Platform,
  HierarchyObjectType,
  State,
  ...untyped,
})

export const accountParts: readonly Part[] = [
  {
    path: 'roles',
    one: { name: IN_ROLE, shape: inRole },
    all: { name: `${IN_ROLE}List`, shape: list(IN_ROLE, inRole) },
    of: (store, { related }) =>
      (related?.['Role'] ?? []).flatMap((id) => {
        const role = store.table<Role>(enterpriseRole.name).get(id)
        return role === undefined ? [] : { id, RoleName: role.Name }
      }),
    // As the real server does: this Delete link has no Type, that of a scope has one (documented).
    deletes: {},
  },
  {
    path: 'scopes',
    one: { name: SCOPE, shape: scope },
    all: { name: `${SCOPE}s`, shape: list(SCOPE, scope) },
    // What is below a root that is gone is gone too.
    of: (store, { Scopes }) =>
      Scopes.flatMap(({ Id, RootUid, ...members }) => {
        const HierarchyRootName = rootName(store, RootUid)
        return HierarchyRootName === undefined ? [] : { id: Id, ...members, HierarchyRootName }
      }),
    deletes: { Type: SCOPE },
  },
]

const rootName = (store: Store, id: string): string | undefined =>
  store.nameOf(hierarchyRoot.name, id) ?? store.nameOf(fileServer.name, id)

/** `GET /security/accounts/{id}/roles`, `GET /security/accounts/{id}/scopes`. */
export const describeParts = (part: Part, store: Store, account: Account): Answer => ({
  kind: 'document',
  isLasting: true,
  ...part.all,
  value: part.of(store, account).map((each) => asResource(part, account, each)),
})

/** One of them. Throws a 404 ApiError if the account has no such thing. */
export function describePart(part: Part, store: Store, account: Account, id: string): Answer {
  const found = part.of(store, account).find((each) => each.id === id)
  if (found === undefined) throw errors.notFound(part.one.name, id)
  const value = asResource(part, account, found)
  return { kind: 'document', isLasting: true, ...part.one, value }
}

function asResource({ path, deletes }: Part, account: Account, { id, ...members }: { readonly id: string }) {
  const Href = `${accounts}/${account.id}/${path}/${id}`
  return { ...members, Links: [{ Rel: 'Delete', Href, ...deletes }], Href }
}
