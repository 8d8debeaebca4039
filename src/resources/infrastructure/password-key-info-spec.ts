import { optional, struct, text } from '../../model/shape.ts'

/** A password that backups are encrypted with (em_rest post_backupservers_id_passwords). */
export const passwordKeyInfoSpec = () => struct({ Hint: optional(text()), Password: text() })
