import { upToEntity } from '../../model/link.ts'
import { defineResource } from '../../model/resource.ts'
import { linkedBackupRepositoryShape as fields, linkedIn, type JobRow } from '../jobs/job-info-shape.ts'

const here = 'jobs/{Job}/linkedBackupRepositories'

export const linkedBackupRepository = defineResource({
  name: 'LinkedBackupRepository',
  plural: 'LinkedBackupRepositories',
  path: here,
  // As the real server does: the type and the element have different names (documented).
  keyless: { list: 'LinkedBackupRepositoryResourceObjects', type: 'LinkedBackupRepositoryObject' },
  container: undefined,

  fields: fields(),
  up: { Job: 'Job' },
  inside: [{ resource: 'Job', rows: (row) => linkedIn(row as JobRow, 'LinkedBackupRepositoryIncludes') }],

  links: [
    upToEntity('Job', 'jobs'),
    // As the real server does: this Delete link has neither Name nor Type (documented).
    { rel: 'Delete', path: `/${here}/{id}` },
  ],
  referenceLinks: [],

  query: [],
  collections: [{ path: `/${here}` }],
  onlyFor: ['Portal Administrator'],
})
