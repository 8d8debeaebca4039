import { downTo, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { enumeration, hidden, text, uid } from '../../model/shape.ts'

const here = 'replicas'
const points = downTo('VmReplicaPointReferenceList', `/${here}/{id}/vmReplicaPoints`)

export const replica = defineResource({
  name: 'Replica',
  plural: 'Replicas',
  place: 4,
  path: here,

  fields: {
    Platform: enumeration('VMware', 'HyperV', 'vCloud'),
    Name: hidden(text()),
    /** Its job may be gone; its name and id stay askable. */
    JobUid: hidden(uid('Job')),
    JobName: hidden(text()),
  },
  up: { Repository: 'Repository', BackupServer: 'BackupServer' },

  links: [
    upTo('Repository', 'repositories'),
    upTo('BackupServer', 'backupServers'),
    toReference('Replica', here),
    points,
  ],
  referenceLinks: [
    upTo('BackupServer', 'backupServers'),
    upTo('Repository', 'repositories'),
    toEntity('Replica', here),
    points,
  ],

  query: ['JobUid', 'JobName', ...namesOf('Repository')],
  collections: [{ path: `/${here}` }, { path: `/repositories/{Repository}/${here}` }],
})
