import { idOf } from '../../random/ids.ts'

// Ids of what a cloud story names, so that one may hold another's before both are seeded. `server` is the server's id.

export const tenantId = (seed: number, server: string, name: string): string => idOf(seed, 'CloudTenant', server, name)
export const hardwarePlanId = (seed: number, server: string, name: string): string =>
  idOf(seed, 'CloudHardwarePlan', server, name)
export const gatewayPoolId = (seed: number, server: string, name: string): string =>
  idOf(seed, 'CloudGatewayPool', server, name)
