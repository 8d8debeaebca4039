import { inJson, optional, repeated, struct, text, uid } from '../../model/shape.ts'

/** CreateCloudGatewayPoolSpec of POST /cloud/gatewayPools (em_rest post_cloudgatewaypools). */
export const createCloudGatewayPoolSpec = () =>
  struct({
    Name: text(),
    Description: optional(text()),
    CloudGateways: struct({
      CloudGatewayUid: inJson('CloudGatewayUids', repeated(uid('CloudGateway'))),
    }),
    CloudTenants: optional(struct({ CloudTenantUid: inJson('CloudTenantUids', repeated(uid('CloudTenant'))) })),
    BackupServerUid: optional(uid('BackupServer')),
  })
