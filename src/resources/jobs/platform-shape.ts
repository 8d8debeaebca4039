import { enumeration } from '../../model/shape.ts'

/** What backups are of, and with them their restore points and files. */
export const platform = () =>
  enumeration('VMware', 'HyperV', 'vCloud', 'AgentForLinux', 'AgentForWindows', 'CustomPlatform')

/** Only what is of computers with an agent. */
export const ofComputers = {
  member: 'Platform',
  is: ['AgentForLinux', 'AgentForWindows'],
} as const

/** Only what is of virtual machines, one by one. */
export const ofMachines = {
  member: 'Platform',
  is: ['VMware', 'HyperV', 'vCloud', 'CustomPlatform'],
} as const

/** Only what is of vApps. */
export const ofVApps = { member: 'Platform', is: ['vCloud'] } as const
