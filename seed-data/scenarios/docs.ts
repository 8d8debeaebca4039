import type { Scenario } from '../scenario.ts'

export const docsScenario = {
  name: 'docs',
  says: 'The afternoon of 16 August 2025, standing still, after a bad night: the requests that the reference pages show for backup sessions and task sessions find what they ask for.',
  now: '2025-08-16T13:30:00Z',
  clock: 'frozen',
  history: { days: 40 },
  servers: [
    {
      name: 'enterprisevbr01.example.net',
      repositories: [
        {
          name: 'Default Backup Repository',
          kind: 'WindowsLocal',
          capacityTb: 16,
          folder: 'C:\\Backup\\',
        },
        { name: 'Object Storage', kind: 'AmazonS3Compatible', folder: 'backup/copies/' },
      ],
      jobs: [
        {
          name: 'Backup Job 1',
          type: 'Backup',
          repository: 'Default Backup Repository',
          objects: [{ name: 'dbserver01', gb: 60 }, 'srv04', 'fileserver01'],
          daily: '05:00',
          habit: 'perfect',
          minutes: 14,
          retries: 3,
          keep: '7 points',
        },
        {
          name: 'Backup Job 2',
          type: 'Backup',
          repository: 'Default Backup Repository',
          objects: ['crm01', 'webserver01', 'oracle03'],
          daily: '20:00',
          habit: 'perfect',
          minutes: 10,
          retries: 2,
          keep: '7 points',
        },
        {
          name: 'Periodic Backup Copy Job',
          type: 'ImmediateBackupCopy',
          repository: 'Object Storage',
          copies: ['Backup Job 1'],
          habit: 'perfect',
          minutes: 8,
          keep: '7 points',
        },
        {
          name: 'Fileserver Backup',
          type: 'Backup',
          platform: 'HyperV',
          repository: 'Default Backup Repository',
          objects: ['sqlsrv03', 'fs02'],
          daily: '12:00',
          habit: 'perfect',
          minutes: 18,
          retries: 1,
        },
      ],
    },
  ],
  incidents: [
    {
      kind: 'fails',
      job: 'Backup Job 1',
      object: 'dbserver01',
      nights: [-1, -2, -9, -17, -25],
      attempts: 4,
    },
    { kind: 'fails', job: 'Backup Job 2', object: 'crm01', nights: [-1, -4, -11], attempts: 2 },
    { kind: 'warns', job: 'Fileserver Backup', object: 'fs02', nights: [0, -3] },
  ],
  known: [{ id: 'a057c2c3-f3bd-4ab4-9fb7-24058cccb4f6', job: 'Backup Job 1', night: -1 }],
} satisfies Scenario
