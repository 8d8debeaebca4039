import type { JobSpec } from '../scenario.ts'

/** The jobs of the default scenario for what its departments run in the cloud of the world. */
export const vApps = [
  {
    name: 'Tenant vApps',
    description: 'What the departments run in the cloud of the world',
    type: 'Backup',
    platform: 'vCloud',
    repository: 'Linux Hardened',
    objects: [
      { name: 'stage-web01', gb: 40, vApp: 'Staging' },
      { name: 'stage-db01', gb: 90, vApp: 'Staging' },
      { name: 'course-pc01', gb: 50, vApp: 'Training Lab' },
      { name: 'course-pc02', gb: 50, vApp: 'Training Lab' },
      { name: 'license-cloud01', gb: 30 },
    ],
    daily: '02:15',
    habit: 'reliable',
    minutes: 20,
    retries: 2,
    keep: '7 points',
  },
  {
    name: 'vApp Replication',
    type: 'Replica',
    platform: 'vCloud',
    repository: 'Linux Hardened',
    objects: [
      { name: 'stage-web01', gb: 40, vApp: 'Staging' },
      { name: 'stage-db01', gb: 90, vApp: 'Staging' },
    ],
    daily: '06:30',
    habit: 'reliable',
    minutes: 15,
    retries: 2,
    keep: '5 points',
  },
] as const satisfies readonly JobSpec[]
