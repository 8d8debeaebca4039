import type { BackupJobSession, paths, v13 } from 'mock-enterprise-manager/types'

export const failed: BackupJobSession['Result'] = 'Failed'
export const failedToo: v13.BackupJobSession['result'] = failed
export const jobs: keyof paths = '/jobs'
export const jobsToo: keyof v13.paths = jobs
// @ts-expect-error -- a result that is none.
export const fialed: BackupJobSession['Result'] = 'Fialed'
