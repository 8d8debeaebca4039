import { errors } from '../../model/api-error.ts'
import { enterpriseAccount, enterpriseRole } from '../../resources/index.ts'
import {
  enterpriseAccountCreateSpec,
  enterpriseAccountInRoleCreateSpec,
  hierarchyScopeCreateSpec,
} from '../../resources/security/enterprise-account-create-spec.ts'
import { rebuildScopeJobSpec } from '../../resources/jobs/rebuild-scope-job-spec.ts'
import { addRole, addScopes, createAccount, rebuildScopes, removeRole, removeScope } from './accounts.ts'
import { action, type Action } from '../core/action.ts'
import { tableOf } from '../core/table-of.ts'

const accounts = '/security/accounts'
const path = `${accounts}/{EnterpriseAccount}`

/** Who may use the portal, and what they may restore (em_rest post_security_accounts…). Done at once but the rebuilding. */
export const securityActions: readonly Action[] = [
  action({
    method: 'POST',
    path: accounts,
    status: 201,
    body: { name: 'EnterpriseAccountCreateSpec', shape: enterpriseAccountCreateSpec() },
    act: ({ simulation, body }) => ({ made: `${accounts}/${createAccount(simulation, body)}` }),
  }),
  action({
    method: 'DELETE',
    path,
    act({ simulation, row }) {
      tableOf(simulation, enterpriseAccount).remove(row(enterpriseAccount).id)
      return {}
    },
  }),
  // As the real server does: the account itself is posted to, with no action and no body (documented).
  action({
    method: 'POST',
    path,
    act({ simulation, row }) {
      const account = row(enterpriseAccount)
      const AllowRestoreAllVms = !account.AllowRestoreAllVms
      tableOf(simulation, enterpriseAccount).replace({ ...account, AllowRestoreAllVms })
      return {}
    },
  }),
  action({
    method: 'POST',
    path: accounts,
    action: 'rebuildScope',
    body: { name: 'RebuildScopeJobSpec', shape: rebuildScopeJobSpec() },
    task: 'StartRebuildScope',
    // As the real server does: 201, though a task is all there is (documented).
    status: 201,
    check({ body }) {
      const found = Object.keys(body)
      if (found.length <= 1) return
      throw errors.badRequest(
        `The body is not acceptable: found ${found.join(' and ')}, expected one of RebuildAll, RebuildUnprocessed, RebuildForCurrentUser.`,
      )
    },
    act({ simulation, body }) {
      if (body.RebuildForCurrentUser === undefined) rebuildScopes(simulation)
      // As the real server does: this task ends without a message (documented).
      return { message: null }
    },
  }),
  action({
    method: 'POST',
    path: `${path}/roles`,
    status: 201,
    body: {
      name: 'EnterpriseAccountInRoleCreateSpec',
      shape: enterpriseAccountInRoleCreateSpec(),
    },
    act({ simulation, row, body }) {
      const account = row(enterpriseAccount)
      addRole(simulation, account, body.EnterpriseRoleUid)
      return { made: `${accounts}/${account.id}/roles/${body.EnterpriseRoleUid}` }
    },
  }),
  action({
    method: 'DELETE',
    path: `${path}/roles/{EnterpriseRole}`,
    act({ simulation, row }) {
      removeRole(simulation, row(enterpriseAccount), row(enterpriseRole))
      return {}
    },
  }),
  action({
    method: 'POST',
    path: `${path}/scopes`,
    status: 201,
    body: { name: 'HierarchyScopeCreateSpec', shape: hierarchyScopeCreateSpec() },
    act({ simulation, row, body }) {
      const account = row(enterpriseAccount)
      const [first, ...others] = addScopes(simulation, account, body.HierarchyScopeItem)
      const here = `${accounts}/${account.id}/scopes`
      return { made: first === undefined || others.length > 0 ? here : `${here}/${first}` }
    },
  }),
  action({
    method: 'DELETE',
    path: `${path}/scopes/{Scope}`,
    act({ simulation, row, keys }) {
      removeScope(simulation, row(enterpriseAccount), keys['Scope'] ?? '')
      return {}
    },
  }),
]
