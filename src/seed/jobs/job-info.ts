import type { EntityOf } from '../../model/resource.ts'
import {
  guestProcessing,
  guestProcessingOfObject,
  ofReplica,
  type GuestProcessing,
} from '../../simulation/backups/guest-processing.ts'
import type { LivingJob, Retention, WorkObject } from '../../simulation/jobs/job-model.ts'
import type { job } from '../../resources/index.ts'

type JobInfo = EntityOf<typeof job>['JobInfo']
type BackupJobInfo = NonNullable<JobInfo['BackupJobInfo']>
type CopyJobInfo = NonNullable<JobInfo['BackupCopyJobInfo']>

export const gfsRetentionPolicy: BackupJobInfo['GfsRetentionPolicy'] = {
  Weekly: { Enabled: false, RetentionPeriod: 1, SelectedDay: 'Sunday' },
  Monthly: { Enabled: false, RetentionPeriod: 1, SelectedWeek: 'First' },
  Yearly: { Enabled: false, RetentionPeriod: 1, SelectedMonth: 'January' },
  Enabled: false,
}

/** @param idOfObject the id that an object has within the job. */
export const backupJobInfo = (
  job: string,
  objects: readonly WorkObject[],
  retention: Retention,
  idOfObject: (name: string) => string,
): JobInfo => ({
  BackupJobInfo: {
    Includes: includes(job, objects, idOfObject, guestProcessingOfObject),
    GuestProcessingOptions: guestProcessing,
    AdvancedStorageOptions: { PasswordKeyId: '' },
    GfsRetentionPolicy: gfsRetentionPolicy,
    SimpleRetentionPolicy: retention,
  },
})

/** Replicas are made of copies only, and leave transaction logs alone (example document of Job). */
export const replicaJobInfo = (
  job: string,
  objects: readonly WorkObject[],
  idOfObject: (name: string) => string,
): JobInfo => ({
  ReplicaJobInfo: {
    Includes: includes(job, objects, idOfObject, ofReplica(guestProcessingOfObject)),
    GuestProcessingOptions: ofReplica(guestProcessing),
  },
})

const includes = (
  job: string,
  objects: readonly WorkObject[],
  idOfObject: (name: string) => string,
  options: GuestProcessing,
): BackupJobInfo['Includes'] =>
  wholes(objects).map(({ name, uid }) => ({
    ObjectInJobId: idOfObject(name),
    HierarchyObjRef: uid,
    Name: name,
    DisplayName: name,
    GuestProcessingOptions: options,
    Href: `/jobs/${job}/includes/${idOfObject(name)}`,
    Type: 'ObjectInJob',
  }))

/** A job holds a vApp rather than each machine in it. */
const wholes = (objects: readonly WorkObject[]): readonly Pick<WorkObject, 'name' | 'uid'>[] => [
  ...new Map(objects.map((it) => [(it.vApp ?? it).uid, it.vApp ?? it])).values(),
]

/** What a copy job copies, as it names it. */
export function copyJobInfo(
  type: 'BackupCopy' | 'ImmediateBackupCopy',
  { links, linkedRepositories }: Pick<LivingJob, 'links' | 'linkedRepositories'>,
  idOfObject: (name: string) => string,
): JobInfo {
  const info: CopyJobInfo = {
    LinkedJobIncludes: links.map((id) => ({ ObjectInJobId: idOfObject(id), LinkedJobUid: id })),
    LinkedBackupIncludes: [],
    LinkedBackupRepositoryIncludes: linkedRepositories.map((id) => ({
      ObjectInJobId: idOfObject(id),
      LinkedBackupRepositoryUid: id,
    })),
  }
  return type === 'BackupCopy' ? { BackupCopyJobInfo: info } : { ImmediateBackupCopyJobInfo: info }
}
