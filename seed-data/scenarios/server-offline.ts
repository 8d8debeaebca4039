import type { Scenario } from '../scenario.ts'

export const serverOfflineScenario = {
  name: 'server-offline',
  says: 'Nobody has reached vbr02 for thirty hours: its jobs and repositories are shown as they were collected last, no session of theirs has come since, and every collection from it fails. On vbr01 life goes on.',
  history: { days: 30 },
  servers: [
    {
      name: 'vbr01.example.net',
      description: 'Head office',
      repositories: [{ name: 'Main Repository', kind: 'WindowsLocal', capacityTb: 60, folder: 'D:\\Backup\\' }],
      jobs: [
        {
          name: 'Core Servers',
          type: 'Backup',
          repository: 'Main Repository',
          objects: ['dc01', 'dc02', 'mail01'],
          daily: '21:00',
          habit: 'perfect',
          minutes: 30,
          retries: 2,
          keep: '14 points',
        },
        {
          name: 'Web Shop',
          type: 'Backup',
          repository: 'Main Repository',
          objects: ['shop-web01', 'shop-db01'],
          every: '6h',
          habit: 'perfect',
          minutes: 20,
          retries: 2,
          keep: '14 points',
        },
      ],
    },
    {
      name: 'vbr02.example.net',
      description: 'Branch, over a line that has been cut',
      repositories: [{ name: 'Branch Repository', kind: 'LinuxLocal', capacityTb: 40, folder: '/mnt/backup01/' }],
      jobs: [
        {
          name: 'Branch Servers',
          type: 'Backup',
          platform: 'HyperV',
          repository: 'Branch Repository',
          objects: ['br-dc01', 'br-file01', 'br-app01'],
          daily: '22:00',
          habit: 'perfect',
          minutes: 40,
          retries: 2,
          keep: '14 points',
        },
        {
          name: 'Branch Tills',
          type: 'AgentBackup',
          platform: 'AgentForLinux',
          repository: 'Branch Repository',
          objects: ['till01', 'till02', 'till03'],
          every: '4h',
          habit: 'perfect',
          minutes: 10,
          retries: 1,
        },
      ],
    },
  ],
  incidents: [{ kind: 'offline', server: 'vbr02.example.net', hoursAgo: 30 }],
} satisfies Scenario
