// Generated from the files beside it by `npm run generate`. Do not edit.
import { bulkSeeder } from './sessions/bulk-seeder.ts'
import { cdpSeeder } from './cdp/cdp-seeder.ts'
import { cloudSeeder } from './cloud-connect/cloud-seeder.ts'
import { credentialsSeeder } from './infrastructure/credentials-seeder.ts'
import { failoverPlansSeeder } from './replication/failover-plans-seeder.ts'
import { incidentsSeeder } from './infrastructure/incidents-seeder.ts'
import { infrastructureSeeder } from './infrastructure/infrastructure-seeder.ts'
import { securitySeeder } from './security/security-seeder.ts'
import { selfServiceSeeder } from './self-service/self-service-seeder.ts'
import { sessionsSeeder } from './sessions/sessions-seeder.ts'
import type { Seeder } from './seeder.ts'

/** Everything that an estate is made of beside its servers and jobs. */
export const seeders: readonly Seeder[] = [
  bulkSeeder,
  cdpSeeder,
  cloudSeeder,
  credentialsSeeder,
  failoverPlansSeeder,
  incidentsSeeder,
  infrastructureSeeder,
  securitySeeder,
  selfServiceSeeder,
  sessionsSeeder,
]
