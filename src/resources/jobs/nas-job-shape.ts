import {
  attribute,
  enumeration,
  href,
  inJson,
  list,
  numeric,
  onlyJson,
  optional,
  repeated,
  struct,
  text,
  boolean,
  uid,
  type Row,
  type ValueOf,
} from '../../model/shape.ts'

/** As the real server does: a class with a list in it, not a list of words (recorded on 10). */
const mask = () => struct({ Extension: inJson('Extensions', repeated(text())) })

/** A file, folder or share in a job: a member of NasJob, and a resource of its own (example documents of both). */
export const nasObjectShape = () => ({
  HierarchyObjRef: text(),
  ObjectInJobId: text(),
  FileOrFolder: text(),
  FileServerUid: uid('FileServer'),
  InclusionMask: mask(),
  ExclusionMask: optional(mask()),
})

/** What a NAS job works on. */
export const nasIncludes = () =>
  list(
    'NASObject',
    struct({
      ...nasObjectShape(),
      Links: onlyJson(null),
      Href: attribute(href()),
      Type: attribute(text()),
    }),
  )

export type NasJobRow = Row & { readonly Includes: ValueOf<ReturnType<typeof nasIncludes>> }

/** Where its backups go, and for how long. */
export const nasStorageOptions = () =>
  struct({
    BackupRepositoryUid: uid('Repository'),
    ShorttermRetentionType: enumeration('Day', 'Month'),
    ShorttermRetentionPeriod: numeric(),
    LongtermRetentionEnabled: boolean(),
    // Recorded on 10; the pages, which are in XML, do not have it.
    KeepFileVersionsHistoryOptions: onlyJson(null),
    AdvancedStorageOptions: struct({
      ACL: struct({
        FileAttributesChangeTrackingMode: enumeration(
          'TrackOnlyFolderAttributesChanges',
          'TrackEverythingAttributesChanges',
        ),
      }),
    }),
  })
