// The library's door.
export { startEnterpriseManager, type EnterpriseManager } from './enterprise-manager.ts'
export type { Options } from './options.ts'
