import { actionLink, toEntity, toReference } from '../../model/link.ts'
import { defineResource, type LinkTo } from '../../model/resource.ts'
import { hidden, dateTime, text } from '../../model/shape.ts'

const here = 'catalog/vms/{CatalogVm}/vmRestorePoints'
const machine = 'catalog/vms/{CatalogVm}'
const named = { member: 'Name' } as const
const upToMachine: LinkTo = {
  rel: 'Up',
  type: 'CatalogVm',
  path: `/${machine}?format=Entity`,
  name: named,
}

export const catalogVmRestorePoint = defineResource({
  name: 'CatalogVmRestorePoint',
  plural: 'CatalogVmRestorePoints',
  path: here,
  container: undefined,

  fields: {
    BackupDateUTC: dateTime(),
    // As the real server does: it is called as its machine (documented by examples of the entity).
    Name: hidden(text()),
  },
  up: { CatalogVm: 'CatalogVm', VmRestorePoint: 'VmRestorePoint' },

  links: [
    toReference('CatalogVmRestorePoint', here),
    upToMachine,
    actionLink('Browse', `/${here}/{id}?action=browse`),
    {
      rel: 'Related',
      type: 'VmRestorePoint',
      path: '/vmRestorePoints/{VmRestorePoint}?format=Entity',
      name: named,
    },
  ],
  // As the real server does: these links have neither Type nor Name (documented).
  referenceLinks: [
    { rel: 'Up', path: `/${machine}` },
    { rel: 'Alternate', path: toEntity('CatalogVmRestorePoint', here).path },
  ],

  query: [],
  collections: [{ path: `/${here}` }],
})
