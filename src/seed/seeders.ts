// Generated from the files beside it by `npm run generate`. Do not edit.
import { bulkSeeder } from './bulk-seeder.ts'
import { cdpSeeder } from './cdp-seeder.ts'
import { cloudSeeder } from './cloud-seeder.ts'
import { credentialsSeeder } from './credentials-seeder.ts'
import { failoverPlansSeeder } from './failover-plans-seeder.ts'
import { incidentsSeeder } from './incidents-seeder.ts'
import { infrastructureSeeder } from './infrastructure-seeder.ts'
import { securitySeeder } from './security-seeder.ts'
import { selfServiceSeeder } from './self-service-seeder.ts'
import { sessionsSeeder } from './sessions-seeder.ts'
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
