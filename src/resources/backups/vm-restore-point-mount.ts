import { defineResource } from '../../model/resource.ts'
import { mount as fields } from './mount-shape.ts'

const here = 'vmRestorePoints/{VmRestorePoint}/mounts'
const name = 'VmRestorePointMount'

/** A machine's restore point whose files can be browsed (em_rest get_vmrestorepoints_id_mountpoints). */
export const vmRestorePointMount = defineResource({
  name,
  plural: 'VmRestorePointMounts',
  path: here,
  key: { member: 'Number' },
  ofLogon: true,
  keyless: { list: 'VmRestorePointMounts' },
  container: undefined,

  fields: fields(),
  up: { LogonSession: 'LogonSession', VmRestorePoint: 'VmRestorePoint' },

  links: [{ rel: 'Delete', type: name, path: `/${here}/{id}` }],
  referenceLinks: [],

  query: [],
  collections: [{ path: `/${here}` }],
})
