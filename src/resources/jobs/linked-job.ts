import { upToEntity } from '../../model/link.ts'
import { defineResource } from '../../model/resource.ts'
import { linkedJobShape as fields, linkedIn, type JobRow } from './job-info-shape.ts'

const here = 'jobs/{Job}/linkedJobs'

export const linkedJob = defineResource({
  name: 'LinkedJob',
  element: 'LinkedJobObject',
  plural: 'LinkedJobObjects',
  path: here,
  keyless: { list: 'LinkedJobResourceObjects', type: 'LinkedJobObject' },
  container: undefined,

  fields: fields(),
  up: { Job: 'Job' },
  inside: [{ resource: 'Job', rows: (row) => linkedIn(row as JobRow, 'LinkedJobIncludes') }],

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
