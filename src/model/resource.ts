import type { Instant } from '../clock/instant.ts'
import type { Fields, Members, Row } from './shape.ts'

/** Where an entity's Name comes from: its own member, or composed as the real server does (recordings). */
export type Naming =
  /** A stored member `Name`. */
  | { readonly by: 'name' }
  /** `<of>@<at>`, such as `Backup Job 1@2025-08-16 05:17:38.22142`. */
  | { readonly by: 'run'; readonly of: string; readonly at: string }
  /** The time alone: `Feb 19 2025  3:33AM` or `2023-11-03 16:25:35.920773`, by database. */
  | { readonly by: 'time'; readonly at: string }

/** A link as a description. Left out when a role that its path names is not there. */
export interface LinkTo {
  readonly rel: string
  readonly type?: string
  /** Below `/api`. `{id}` is the entity's own id, `{Role}` the id it holds in that role; there may be several. */
  readonly path: string
  /** Whose name the link carries: its own, a role's, a member's, or these very words. */
  readonly name?: 'own' | { readonly role: string } | { readonly member: string } | { readonly words: string }
  /** Only when the member is one of these. */
  readonly when?: { readonly member: string; readonly is: readonly string[] }
  /** One link for each id held in this role of `related`. */
  readonly each?: string
}

/** What a name in a filter or a sort means. */
export type Source =
  | { readonly of: 'id' }
  | { readonly of: 'name' }
  | { readonly of: 'member'; readonly member: string }
  | { readonly of: 'roleId'; readonly role: string }
  | { readonly of: 'roleName'; readonly role: string }

/** Where rows are found that are not held. */
export interface Inside {
  readonly resource: string
  readonly rows: (row: Row) => readonly Row[]
}

/** A path that lists entities of a resource. */
export interface Collection {
  /** Below `/api`. `{Role}` stands for the id of the entity that the list is of. */
  readonly path: string
  /** Shows the last 30 days only (sixteen paths of em_rest carry that note; decision 11). */
  readonly windowed?: true
  /** Only entities whose member is one of these. */
  readonly where?: { readonly member: string; readonly is: readonly string[] }
  /** The smallest roles that may list it; everyone if not given. */
  readonly onlyFor?: readonly string[]
  /** `{Role}` is a type of `related`, for what belongs to many; in `up` if not given. */
  readonly related?: true
}

/** What em_rest calls a resource without a key: it has one form, which says neither Name nor UID, and no reference. */
export interface Keyless {
  /** The root of a list of them in XML; in JSON it is their plural. */
  readonly list: string
  /** What it calls itself where that is not its name; null if it does not. */
  readonly type?: string | null
}

export interface Resource<F extends Fields = Fields, Roles extends string = string> {
  readonly name: string
  /** Its element in XML, where that is not its name (decision 17). */
  readonly element?: string
  /** What one, and a list of them, is called as the root of a document, where that is not its element and its plural. */
  readonly roots?: { readonly one: string; readonly list: string }
  readonly plural: string
  /** Where one is found: `backupSessions` of `/api/backupSessions/{id}`, or below a parent: `cdpReplicas/{Replica}/vms`. */
  readonly path: string
  /** Other paths that it is found under; its Href is the first of all whose parents it has. */
  readonly aliases?: readonly string[]
  /** What stands in its path and its URN: its id, a GUID, if not given; else its name (em_rest catalog_vms) or a member. */
  readonly key?: 'name' | { readonly member: string }
  /** What em_rest calls that in paths, where it is not `id`. */
  readonly hole?: string
  /** It belongs to the logon session in its role `LogonSession`, which alone sees it, and ends with that. */
  readonly ofLogon?: true
  /** What is said of one that is not there, with a 500; `Cannot find …` and 404 if not given. */
  readonly missing?: (id: string) => string
  readonly naming: Naming
  readonly keyless?: Keyless
  /** Its rows are not held, but found in those of other resources; they are the same as long as that row is. */
  readonly inside?: readonly Inside[]
  readonly fields: F
  /** What it may belong to: role → resource. */
  readonly up: Readonly<Record<Roles, string>>
  readonly links: readonly LinkTo[]
  readonly referenceLinks: readonly LinkTo[]
  /** Every name a filter may use → its meaning. `UID` is always there, and `Name` if it has one. */
  readonly query: Readonly<Record<string, Source>>
  readonly collections: readonly Collection[]
  /** The roles that may see any of it; everyone if not given. */
  readonly onlyFor?: readonly string[]
  /** The role that leads to the tenant it belongs to, or `id` for the tenant; a tenant sees its own, and nothing else if not given. */
  readonly tenant?: string
  /** The member that the 30-day window looks at. */
  readonly windowMember?: string
  /** What holds it in a query's `Entities`, or `Resources` if it has no key; none if there is no query for it. */
  readonly container: string | undefined
  /** The place of that among the containers of `Entities`, from 1 (recorded on 12 and 13); it is in no answer but its own if not given. */
  readonly place?: number
}

/** A row of the given definition, typed. */
export type EntityOf<R> =
  R extends Resource<infer F, infer Roles>
    ? Row & Members<F> & { readonly up: Readonly<Partial<Record<Roles, string>>> }
    : never

type MemberOf<F extends Fields> = keyof F & string
type MomentOf<F extends Fields> = {
  [K in MemberOf<F>]: F[K] extends { readonly is?: infer V } ? (V extends Instant ? K : never) : never
}[MemberOf<F>]

/** A query name: a member's own name, or `[name, member]`, or `[name, 'id' | 'Role.UID' | 'Role.Name']`. */
type QueryName<M extends string, Roles extends string> =
  M | readonly [name: string, meaning: M | 'id' | `${Roles}.UID` | `${Roles}.Name`]

interface Described<F extends Fields, Roles extends string> {
  readonly name: string
  readonly element?: string
  readonly roots?: { readonly one: string; readonly list: string }
  readonly plural: string
  readonly path: string
  readonly aliases?: readonly string[]
  readonly key?: 'name' | { readonly member: MemberOf<F> }
  readonly hole?: string
  readonly ofLogon?: true
  readonly missing?: (id: string) => string
  readonly keyless?: Keyless
  readonly inside?: readonly Inside[]
  readonly naming?:
    | { readonly by: 'run'; readonly of: MemberOf<F>; readonly at: MomentOf<F> }
    | { readonly by: 'time'; readonly at: MomentOf<F> }
  readonly fields: F
  readonly up: Readonly<Record<Roles, string>>
  readonly links: readonly LinkTo[]
  readonly referenceLinks: readonly LinkTo[]
  readonly query: readonly QueryName<MemberOf<F>, NoInfer<Roles>>[]
  readonly collections: readonly Collection[]
  readonly onlyFor?: readonly string[]
  readonly tenant?: 'id' | NoInfer<Roles>
  readonly windowMember?: MomentOf<F>
  /** Its plural if not given. */
  readonly container?: string | undefined
  readonly place?: number
}

/**
 * Describes a resource type, once. Everything else about it is derived: routes, both media types, filter names, links.
 * A member that ends in `UTC` may be asked for without that ending, as em_rest documents it.
 */
export function defineResource<const F extends Fields, const Roles extends string>(
  described: Described<F, Roles>,
): Resource<F, Roles> {
  const { naming = { by: 'name' }, query, ...rest } = described
  const isNamed = naming.by !== 'name' || 'Name' in described.fields
  return { container: described.plural, ...rest, naming, query: querySources(query, isNamed) }
}

/** The query names of a parent, as em_rest has them: `BackupServerUid`, `BackupServerName`. */
export const namesOf = <const Role extends string>(role: Role) =>
  [
    [`${role}Uid`, `${role}.UID`],
    [`${role}Name`, `${role}.Name`],
  ] as const

function querySources(names: readonly QueryName<string, string>[], isNamed: boolean): Record<string, Source> {
  const sources: Record<string, Source> = { UID: { of: 'id' } }
  if (isNamed) sources['Name'] = { of: 'name' }
  for (const entry of names) {
    const [name, meaning] = typeof entry === 'string' ? [entry, entry] : entry
    const [role = '', part] = meaning.split('.')
    const source: Source =
      meaning === 'id'
        ? { of: 'id' }
        : part === 'UID'
          ? { of: 'roleId', role }
          : part === 'Name'
            ? { of: 'roleName', role }
            : { of: 'member', member: meaning }
    sources[name] = source
    if (name.endsWith('UTC')) sources[name.slice(0, -'UTC'.length)] = source
  }
  return sources
}
