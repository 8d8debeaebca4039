import { enumeration, struct, text, type ValueOf } from '../../model/shape.ts'

/** What an account may restore, as the account keeps it; it is shown below `/scopes` alone. */
export const accountScope = () =>
  struct({
    Id: text(),
    Name: text(),
    /** The hierarchy root, or the file server, that it is below. */
    RootUid: text(),
    Platform: enumeration('VMware', 'Hyperv', 'vCloud', 'NasBackup'),
    HierarchyObjectType: text(),
    State: enumeration('Unprocessed', 'Processed', 'Removing'),
  })

export type AccountScope = ValueOf<ReturnType<typeof accountScope>>
