import { struct, text } from '../../model/shape.ts'

/** The machine that an increment is to be made of (em_rest post_backupservers_id_quickbackup). */
export const quickBackupStartupSpec = () => struct({ VmRef: text() })
