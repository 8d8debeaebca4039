import em = require('mock-enterprise-manager')
import type { BackupJobSession } from 'mock-enterprise-manager/types'

export const started: Promise<em.EnterpriseManager> = em.startEnterpriseManager({
  httpPort: 0,
  httpsPort: 'off',
})
export const result: BackupJobSession['Result'] = 'Failed'
