import { optional, struct, text } from '../../model/shape.ts'

/** What a backup server is to log on with somewhere (em_rest post_backupservers_id_creds). */
export const credentialsInfoSpec = () =>
  struct({ Username: optional(text()), Description: optional(text()), Password: optional(text()) })
