import { downTo, toEntity, toReference } from '../../model/link.ts'
import { defineResource } from '../../model/resource.ts'
import { attribute, hidden, text } from '../../model/shape.ts'

const here = 'catalog/vms'
const points = downTo('CatalogVmRestorePointReferenceList', `/${here}/{id}/vmRestorePoints`)
// As the real server does: the reference's link to its entity has neither Type nor Name (documented).
const toItself = { rel: 'Alternate', path: toEntity('CatalogVm', here).path }

export const catalogVm = defineResource({
  name: 'CatalogVm',
  plural: 'CatalogVms',
  path: here,
  key: 'name',
  hole: 'vmname',
  container: undefined,

  fields: {
    VmDisplayName: attribute(text()),
    Name: hidden(text()),
  },
  up: {},

  links: [toReference('CatalogVm', here), points],
  referenceLinks: [toItself, points],

  query: [],
  collections: [{ path: `/${here}` }],
})
