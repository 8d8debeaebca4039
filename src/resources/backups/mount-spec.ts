import { enumeration, optional, struct } from '../../model/shape.ts'

/** What may be said of a machine that is mounted (em_rest post_vmrestorepoints_id_mountpoints). */
export const mountSpec = () => struct({ OsKind: optional(enumeration('Linux', 'Windows')) })
