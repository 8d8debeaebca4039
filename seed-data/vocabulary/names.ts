/** What machines are called when a scenario only says how many there are: one of these and a number. */
export const machineRoles = [
  'app',
  'web',
  'db',
  'file',
  'mail',
  'print',
  'proxy',
  'cache',
  'build',
  'test',
  'dc',
  'vdi',
  'report',
  'queue',
] as const
