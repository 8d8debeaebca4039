import {
  enumeration,
  ignored,
  inJson,
  list,
  optional,
  repeated,
  struct,
  text,
  boolean,
  uid,
  type ValueOf,
} from '../../model/shape.ts'

/** What an account is to restore: the reference is optional (documented), though nothing comes of a name alone. */
const scopeItem = () => struct({ HierarchyObjRef: optional(text()), ObjectName: optional(text()) })
export type HierarchyScopeItem = ValueOf<ReturnType<typeof scopeItem>>

/** A role that an account is to have (em_rest post_security_accounts_id_roles). */
export const enterpriseAccountInRoleCreateSpec = () => struct({ EnterpriseRoleUid: uid('EnterpriseRole') })

/** What more an account is to restore (em_rest post_security_accounts_id_scopes). */
export const hierarchyScopeCreateSpec = () =>
  struct({ HierarchyScopeItem: inJson('HierarchyScopeItems', repeated(scopeItem())) })

/** An account that is to be let in (em_rest post_security_accounts). */
export const enterpriseAccountCreateSpec = () =>
  struct({
    AccountType: optional(enumeration('User', 'Group', 'ExternalUser', 'ExternalGroup')),
    AccountName: text(),
    Roles: optional(list('EnterpriseRole', enterpriseAccountInRoleCreateSpec())),
    AllowRestoreAllVms: optional(boolean()),
    HierarchyScopeObjects: optional(list('HierarchyScopeItem', scopeItem())),
    // As the real server does: it is spelt so (documented).
    FlrSettings: optional(
      struct({
        FlrInplaceOnly: optional(boolean()),
        // So in the schema of 9.0.
        FlrInlaceOnly: ignored(boolean()),
        FlrExtentionRestrictions: optional(text()),
      }),
    ),
    SqlSettings: optional(struct({ DenyInPlaceRestore: optional(boolean()) })),
  })
