/** What computers with an agent run, as their agents tell it. */
export const operatingSystems = {
  AgentForWindows: [
    'Microsoft Windows 11 (24H2, 64-bit)',
    'Microsoft Windows 11 (23H2, 64-bit)',
    'Microsoft Windows Server 2022 (21H2, 64-bit)',
    'Microsoft Windows Server 2019 (1809, 64-bit)',
  ],
  AgentForLinux: ['Red Hat Enterprise Linux 9.6 (Plow)', 'Ubuntu 24.04.2 LTS', 'Debian GNU/Linux 12 (bookworm)'],
} as const
