import { downTo } from '../../model/link.ts'
import { defineResource } from '../../model/resource.ts'
import { hidden, text } from '../../model/shape.ts'

const here = 'security/roles'

export const enterpriseRole = defineResource({
  name: 'EnterpriseRole',
  plural: 'EnterpriseRoles',
  path: here,

  fields: { Name: hidden(text()) },
  up: {},

  // As the real server does: these links have no Name (documented).
  links: [downTo('EnterpriseRoleReference', `/${here}/{id}`, 'Alternate')],
  referenceLinks: [downTo('EnterpriseRole', `/${here}/{id}?format=Entity`, 'Alternate')],

  query: [],
  collections: [{ path: `/${here}` }],
  onlyFor: ['Portal Administrator'],
  // As the real server does: it is spelt so (documented).
  container: 'EnterpiseRoles',
  place: 18,
})
