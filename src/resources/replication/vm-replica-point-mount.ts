import { defineResource } from '../../model/resource.ts'
import { mount as fields } from '../backups/mount-shape.ts'

const here = 'vmReplicaPoints/{VmReplicaPoint}/mounts'
const name = 'VmReplicaPointMount'

/** A replica's point whose files can be browsed (em_rest get_vmreplicapoints_id_mountpoints). */
export const vmReplicaPointMount = defineResource({
  name,
  plural: 'VmReplicaPointMounts',
  path: here,
  key: { member: 'Number' },
  ofLogon: true,
  keyless: { list: 'VmReplicaPointMounts' },
  container: undefined,

  fields: fields(),
  up: { LogonSession: 'LogonSession', VmReplicaPoint: 'VmReplicaPoint' },

  links: [{ rel: 'Delete', type: name, path: `/${here}/{id}` }],
  referenceLinks: [],

  query: [],
  collections: [{ path: `/${here}` }],
})
