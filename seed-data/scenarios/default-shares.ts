import type { JobSpec } from '../scenario.ts'

/** The jobs of the default scenario for shares: one of several, and one of a single share and some of its files. */
export const shares = [
  {
    name: 'Department Shares',
    type: 'NasBackup',
    repository: 'Site B NFS',
    objects: ['\\\\nas01\\finance', '\\\\nas01\\projects', '\\\\nas01\\public', 'nas02:/export/media'],
    daily: '19:00',
    habit: 'moody',
    minutes: 30,
    retries: 1,
  },
  {
    name: 'Scanned Invoices',
    type: 'NasBackup',
    repository: 'Site B NFS',
    objects: [{ name: '\\\\nas01\\scans', masks: ['*.pdf'] }],
    daily: '20:30',
    habit: 'reliable',
    minutes: 10,
    retries: 1,
  },
] as const satisfies readonly JobSpec[]
