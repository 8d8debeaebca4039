import { actionLink, downTo, toEntity, toReference, upTo } from '../../model/link.ts'
import { defineResource, namesOf } from '../../model/resource.ts'
import { hidden, dateTime, optional, text, boolean } from '../../model/shape.ts'
import { nasIncludes, nasStorageOptions } from './nas-job-shape.ts'
import { nasScheduleOptions } from './schedule-options-shape.ts'

const here = 'nas/jobs'
const sessions = downTo('BackupJobSessionReferenceList', `/${here}/{id}/backupSessions`)

export const nasJob = defineResource({
  name: 'NasJob',
  // As the real server does: elements are in capitals, Type and URN are not (example documents of NasJob).
  element: 'NASJob',
  plural: 'NASJobs',
  place: 40,
  path: here,
  // Its sessions lead there.
  aliases: ['jobs'],

  fields: {
    Description: text(),
    Includes: nasIncludes(),
    StorageOptions: nasStorageOptions(),
    ScheduleConfigured: boolean(),
    ScheduleEnabled: boolean(),
    NextRun: optional(dateTime()),
    JobScheduleOptions: nasScheduleOptions(),
    Name: hidden(text()),
  },
  up: { BackupServer: 'BackupServer' },

  links: [
    upTo('BackupServer', 'backupServers'),
    // As the real server does: the two Alternate links call it a Job, and actions are paths (example documents of NasJob).
    toReference('Job', here),
    downTo('NasObjectList', `/${here}/{id}/includes`),
    actionLink('ToggleScheduleEnabled', `/${here}/{id}/toggleScheduleEnabled`),
    sessions,
    actionLink('Start', `/${here}/{id}/start`),
    actionLink('Stop', `/${here}/{id}/stop`),
    actionLink('Retry', `/${here}/{id}/retry`),
  ],
  referenceLinks: [upTo('BackupServer', 'backupServers'), toEntity('Job', here), sessions],

  query: ['Description', 'NextRun', 'ScheduleConfigured', 'ScheduleEnabled', ...namesOf('BackupServer')],
  collections: [{ path: `/${here}` }],
})
