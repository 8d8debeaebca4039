import type { JobSpec } from '../scenario.ts'

// What the company has added lately. Most of these jobs run twice a day and always end alike, so that whoever looks finds
// a success, a warning and a failure of every kind within the last day. Two take most of a day each, half a day apart, so
// that one is always at work.

const twiceADay = { every: '12h', madeDaysAgo: 7, retries: 0 } as const
const shop = {
  ...twiceADay,
  type: 'BackupCopy',
  copies: ['Web "Shop" & Portal'],
  minutes: 30,
  keep: '7 points',
} as const
const computer = {
  ...twiceADay,
  type: 'AgentBackup',
  platform: 'AgentForWindows',
  repository: 'Site B NFS',
  minutes: 0.75,
} as const
/** 12 and a quarter to 23 hours: never over before the other begins, and always before it begins again. */
const slowly = {
  description: 'Over a slow line',
  type: 'BackupCopy',
  copies: ['Exchange Backup'],
  madeDaysAgo: 7,
  habit: 'reliable',
  minutes: 1050,
  retries: 0,
  keep: '7 points',
} as const
const studio = { ...twiceADay, platform: 'HyperV', habit: 'ailing', minutes: 12 } as const

export const headOfficeLately = [
  { ...slowly, name: 'Mail to Cloud', repository: 'Cloud Archive', daily: '00:00' },
  { ...slowly, name: 'Mail to Head Office', repository: 'Main Repository', daily: '12:00' },
  {
    ...twiceADay,
    name: 'Retired Servers',
    description: 'Switched off in spring; nobody has taken them out of the job',
    type: 'Backup',
    repository: 'Main Repository',
    objects: ['fax01'],
    habit: 'hopeless',
    minutes: 10,
  },
  { ...shop, name: 'Shop to Cloud', repository: 'Cloud Archive', habit: 'perfect' },
  {
    ...shop,
    name: 'Shop to Head Office',
    description: 'Over a line that breaks now and then',
    repository: 'Main Repository',
    habit: 'ailing',
  },
  {
    ...shop,
    name: 'Shop to Old Provider',
    description: 'The contract has ended',
    repository: 'Cloud Archive',
    habit: 'hopeless',
  },
  {
    ...twiceADay,
    name: 'Ledger Replication',
    type: 'Replica',
    repository: 'Main Repository',
    objects: ['ledger01', 'ledger-db01'],
    habit: 'perfect',
    minutes: 20,
    keep: '7 points',
  },
  {
    ...twiceADay,
    name: 'Fax Replication',
    description: 'The host of the replica is gone',
    type: 'Replica',
    repository: 'Main Repository',
    objects: ['fax01'],
    habit: 'hopeless',
    minutes: 10,
  },
] as const satisfies readonly JobSpec[]

export const secondSiteLately = [
  {
    ...studio,
    name: 'Studio Servers',
    description: 'Into a share with hardly any room left',
    type: 'Backup',
    repository: 'Studio Share',
    objects: [
      { name: 'studio-file01', gb: 40 },
      { name: 'studio-scan01', gb: 10 },
    ],
    keep: '7 points',
  },
  {
    ...studio,
    name: 'Studio Replication',
    type: 'Replica',
    repository: 'Site B Repository',
    objects: [{ name: 'studio-file01', gb: 40 }],
    keep: '3 points',
  },
  { ...computer, name: 'Tills', objects: ['TILL-01'], habit: 'perfect' },
  { ...computer, name: 'Kiosks', objects: ['KIOSK-01'], habit: 'ailing' },
  {
    ...computer,
    name: 'Signage',
    description: 'Sold together with the old building',
    objects: ['SIGN-01'],
    habit: 'hopeless',
  },
] as const satisfies readonly JobSpec[]
