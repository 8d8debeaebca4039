import { upToEntity } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import { nasObjectShape as fields, type NasJobRow } from './nas-job-shape.ts'

const here = 'nas/jobs/{NasJob}/includes'

export const nasObject = defineResource({
  name: 'NasObject',
  // As the real server does: elements are in capitals, Type is not (example documents of NasJob and get_query_nasobject).
  element: 'NASObject',
  plural: 'NASObjects',
  path: here,
  keyless: { list: 'NASObjects' },

  fields: fields(),
  up: { NasJob: 'NasJob', FileServer: 'FileServer', BackupServer: 'BackupServer' },
  inside: [{ resource: 'NasJob', rows: (row) => objectsIn(row as NasJobRow) }],

  links: [
    upToEntity('Job', 'nas/jobs', 'NasJob'),
    {
      rel: 'Related',
      type: 'FileServer',
      path: '/nas/fileServers/{FileServer}?format=Entity',
      name: { role: 'FileServer' },
    },
  ],
  referenceLinks: [],

  query: [
    ['Name', 'FileOrFolder'],
    ['JobUid', 'NasJob.UID'],
    ['JobName', 'NasJob.Name'],
    ...namesOf('FileServer'),
    ...namesOf('BackupServer'),
  ],
  collections: [{ path: `/${here}` }],
  onlyFor: ['Portal Administrator'],
})

/** The shares and folders that a job works on. */
const objectsIn = ({ id, up, Includes }: NasJobRow): readonly Row[] =>
  Includes.map((object) => ({
    ...object,
    id: object.ObjectInJobId,
    up: { NasJob: id, FileServer: object.FileServerUid, BackupServer: up['BackupServer'] },
  }))
