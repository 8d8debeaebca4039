import type { CloudSpec } from '../scenario.ts'

/** What the second site of the default scenario lends to the subsidiaries. */
export const subsidiaries = {
  gateways: [
    { name: 'gateway01.example.net', description: 'Line to the subsidiaries' },
    { name: 'gateway02.example.net', description: 'Its spare', isDisabled: true },
  ],
  gatewayPools: [
    {
      name: 'Subsidiaries',
      description: 'Both lines',
      gateways: ['gateway01.example.net', 'gateway02.example.net'],
    },
  ],
  hardwarePlans: [
    {
      name: 'Hyper-V Standard',
      description: 'For the branches to fail over to',
      platform: 'HyperV',
      cpuMhz: 10000,
      memoryMb: 32768,
      storageGb: 800,
    },
  ],
  publicIpAddresses: [{ address: '198.51.100.41', tenant: 'Basel Branch' }, { address: '198.51.100.42' }],
  tenants: [
    {
      name: 'Basel Branch',
      activeHoursAgo: 4,
      lastResult: 'Success',
      maxTasks: 4,
      gatewayPools: ['Subsidiaries'],
      quotas: [{ name: 'Basel Volume', repository: 'Site B Repository', gb: 1500, usedGb: 610 }],
      machines: { vms: 6, servers: 1 },
      hardwarePlans: ['Hyper-V Standard'],
      replicas: ['bs-file01', 'bs-dc01'],
      failoverPlans: [{ name: 'Basel Failover', machines: ['bs-dc01', 'bs-file01'] }],
      subtenants: [
        { name: 'Basel Notebooks', quotaGb: 200, usedGb: 96 },
        { name: 'Basel Laboratory', quotaGb: 400, usedGb: 150 },
      ],
    },
    {
      name: 'Lugano Branch',
      description: 'Closes at the end of the lease',
      leaseDays: 24,
      activeHoursAgo: 30,
      lastResult: 'Warning',
      throttleMBps: 10,
      gatewayPools: ['Subsidiaries'],
      quotas: [{ name: 'Lugano Volume', repository: 'Site B Repository', gb: 250, usedGb: 238 }],
      machines: { workstations: 5 },
    },
    {
      name: 'OrionMedia',
      description: 'The studio; a Cloud Director organization',
      organization: 'OrionMedia',
      activeHoursAgo: 1,
      lastResult: 'Success',
      protectionDays: 7,
      quotas: [
        { name: 'Studio Volume', repository: 'Site B Repository', gb: 2000, usedGb: 1130 },
        { name: 'Film Archive', repository: 'Studio Share', gb: 4000, usedGb: 3890 },
      ],
      machines: { vms: 9 },
    },
  ],
} satisfies CloudSpec
