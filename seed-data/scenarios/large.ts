import type { Scenario } from '../scenario.ts'

export const largeScenario = {
  name: 'large',
  says: 'A service provider with forty customers and a year of sessions, made in bulk to try how size is borne: those have no task sessions and no restore points. A day of ordinary life comes on top.',
  history: { days: 1 },
  servers: [
    {
      name: 'vbr-large.example.net',
      repositories: [{ name: 'Scale-out', kind: 'Extendable', capacityTb: 500, folder: '/' }],
      jobs: [
        {
          name: 'Customer',
          type: 'Backup',
          repository: 'Scale-out',
          objects: 3,
          every: '8h',
          habit: 'moody',
          minutes: 20,
          retries: 1,
          keep: '7 points',
          times: 40,
        },
      ],
    },
  ],
  bulk: { sessions: 100_000, days: 365 },
} satisfies Scenario
