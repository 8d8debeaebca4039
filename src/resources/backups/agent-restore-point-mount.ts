import { defineResource } from '../../model/resource.ts'
import { mount as fields } from './mount-shape.ts'

const here = 'agents/agentRestorePoints/{AgentRestorePoint}/mounts'
const name = 'AgentRestorePointMount'

/** A computer's restore point whose files can be browsed (em_rest get_agents_agentrestorepoints_id_mounts). */
export const agentRestorePointMount = defineResource({
  name,
  plural: 'AgentRestorePointMounts',
  path: here,
  key: { member: 'Number' },
  ofLogon: true,
  keyless: { list: 'AgentRestorePointMounts' },
  container: undefined,

  fields: fields(),
  up: { LogonSession: 'LogonSession', AgentRestorePoint: 'AgentRestorePoint' },

  links: [{ rel: 'Delete', type: name, path: `/${here}/{id}` }],
  referenceLinks: [],

  query: [],
  collections: [{ path: `/${here}` }],
})
