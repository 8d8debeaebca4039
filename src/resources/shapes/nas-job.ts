import {
  attribute, enumeration, href, list, numeric, onlyJson, optional, struct, text, truth, uid,
} from '../../model/shape.ts' // prettier-ignore

const mask = () => list('Extension', text())

/** A file, folder or share in a job (example documents of NasJob). */
export const nasObject = () =>
  struct({
    HierarchyObjRef: text(),
    ObjectInJobId: text(),
    FileOrFolder: text(),
    FileServerUid: uid('FileServer'),
    InclusionMask: mask(),
    ExclusionMask: optional(mask()),
    Links: onlyJson(null),
    Href: attribute(href()),
    Type: attribute(text()),
  })

/** Where its backups go, and for how long. */
export const nasStorageOptions = () =>
  struct({
    BackupRepositoryUid: uid('Repository'),
    ShorttermRetentionType: enumeration('Day', 'Month'),
    ShorttermRetentionPeriod: numeric(),
    LongtermRetentionEnabled: truth(),
    AdvancedStorageOptions: struct({
      ACL: struct({
        FileAttributesChangeTrackingMode: enumeration(
          'TrackOnlyFolderAttributesChanges',
          'TrackEverythingAttributesChanges',
        ),
      }),
    }),
  })
