import { actionLink, downTo } from '../../model/link.ts'
import { defineResource } from '../../model/resource.ts'
import { enumeration, hidden, list, onlyJson, optional, struct, text, boolean } from '../../model/shape.ts'
import { accountScope } from './account-scope-shape.ts'

const here = 'security/accounts'

export const enterpriseAccount = defineResource({
  name: 'EnterpriseAccount',
  plural: 'EnterpriseAccounts',
  path: here,

  fields: {
    AccountType: enumeration('User', 'Group', 'ExternalUser', 'ExternalGroup'),
    // As the real server does: the class has them, but they are read below `/roles` alone (documented on 9).
    Roles: onlyJson(null),
    AllowRestoreAllVms: boolean(),
    // As the real server does: it is spelt so (documented).
    FlrSettings: optional(struct({ FlrInplaceOnly: boolean(), FlrExtentionRestrictions: text() })),
    SqlSettings: optional(struct({ DenyInPlaceRestore: boolean() })),
    /** What it may restore, unless that is everything. */
    Scopes: hidden(list('EnterpriseAccountHierarchyScope', accountScope())),
    Name: hidden(text()),
  },
  up: {},

  // As the real server does: these links have no Name (documented).
  links: [
    downTo('EnterpriseAccountReference', `/${here}/{id}`, 'Alternate'),
    downTo('EnterpriseAccountInRoleList', `/${here}/{id}/roles`),
    downTo('EnterpriseAccountInRole', `/${here}/{id}/roles`, 'Create'),
    downTo('EnterpriseAccountHierarchyScopeList', `/${here}/{id}/scopes`),
    downTo('EnterpriseAccountHierarchyScope', `/${here}/{id}/scopes`, 'Create'),
    actionLink('Delete', `/${here}/{id}`),
    actionLink('ToggleRestoreScopesEnabled', `/${here}/{id}`),
  ],
  referenceLinks: [downTo('EnterpriseAccount', `/${here}/{id}?format=Entity`, 'Alternate')],

  query: ['AccountType', 'AllowRestoreAllVms'],
  collections: [{ path: `/${here}` }],
  onlyFor: ['Portal Administrator'],
  // As the real server does: it is spelt so (documented).
  container: 'EnterpiseAccounts',
  place: 19,
})
