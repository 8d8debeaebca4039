/**
 * The sentences that warnings and failures are told in. Gaps: <vm>, <job>, <ref> (the machine's number), <path> (of the
 * file being written), <repository>; any other is a pattern of characters to be drawn. Those with a cause are for it alone.
 */
export const failures = [
  {
    result: 'Failed',
    weight: 5,
    of: ['Backup', 'BackupCopy', 'ImmediateBackupCopy'],
    text: "Error: The volume of the repository is full. A block could not be written to the file [<path>]. The description of the machine could not be saved locally. Backup: [VBK: 'veeamfs:0:<ref>\\summary.xml@<path>']. The data mover failed in method {DataTransfer.SyncDisk}. The data mover failed in method {DataTransfer.SyncDisk}. ",
  },
  {
    result: 'Failed',
    weight: 5,
    of: ['Backup', 'Replica'],
    text: 'Processing <vm> Error: The snapshot could not be made: quiescing the guest took longer than 900 seconds. The host is still busy with task-<[1-9][0-9]{4}> of the same machine. ',
  },
  {
    result: 'Failed',
    weight: 4,
    of: ['Backup', 'AgentBackup'],
    text: 'Unable to reach the guest of <vm>. Tried by network: the RPC server did not answer at 10.<[1-9][0-9]>.<[1-9]>.<[1-9][0-9]> (error 0x800706BA). Tried by the hypervisor: the guest tools are not running. Application-aware processing was required, so the machine was left out. ',
  },
  {
    result: 'Failed',
    weight: 3,
    of: ['Backup'],
    text: 'Error: VSSControl: code -2147467259. The writer [SqlServerWriter] ended in state [VSS_WS_FAILED_AT_PREPARE_SNAPSHOT] with error 0x800423F4: the writer has had an error that may pass. The databases of <vm> were not frozen. Instance: [{<[0-9a-f]{8}>-<[0-9a-f]{4}>-4<[0-9a-f]{3}>-a<[0-9a-f]{3}>-<[0-9a-f]{12}>}]. ',
  },
  {
    result: 'Failed',
    weight: 3,
    text: 'Error: An existing connection was forcibly closed by the remote host while <vm> was being transferred. The link to port 25<[0-9]{2}> was lost at block <[1-9][0-9]{4}> and could not be opened again within 30 minutes. ',
  },
  { result: 'Failed', weight: 2, of: ['Backup'], text: 'Hard disk 1 (0 B)' },
  {
    result: 'Failed',
    weight: 4,
    of: ['Replica'],
    text: 'Error: The snapshot of the replica <vm>_replica could not be made: its host did not answer for 300 seconds (task-<[1-9][0-9]{4}>). The replica stays at its last point. ',
  },
  {
    result: 'Failed',
    weight: 3,
    of: ['Replica'],
    text: 'Error: The disks of <vm>_replica are locked: somebody has switched the replica on, or a failover of it is not finished. Nothing was transferred. ',
  },
  {
    result: 'Failed',
    weight: 3,
    of: ['NasBackup'],
    text: 'Error: The share <vm> could not be opened with the account given: the network path was not found (0x80070035). The list of folders is as old as the last successful run. ',
  },
  {
    result: 'Failed',
    weight: 3,
    of: ['AgentBackup'],
    text: 'The computer <vm> was not online during the backup window. Its agent last reported more than 24 hours ago. ',
  },
  {
    result: 'Warning',
    weight: 4,
    of: ['Backup', 'Replica'],
    text: 'Changed block tracking of <vm> could not be used: the last known change id is not valid any more. The whole of Hard disk 1 was read; this run took longer than usual. ',
  },
  {
    result: 'Warning',
    weight: 3,
    of: ['Backup'],
    text: 'The guest of <vm> could not be indexed: access to the folder C:\\ProgramData\\Inventory was denied. The machine itself has been saved. ',
  },
  {
    result: 'Warning',
    weight: 3,
    of: ['Backup', 'BackupCopy', 'ImmediateBackupCopy'],
    text: 'The repository that holds <job> has less than 10% of its room left. ',
  },
  {
    result: 'Warning',
    weight: 3,
    of: ['Replica'],
    text: 'The datastore that holds the replica of <vm> is <[89][0-9]>% full. Older snapshots of it may have to go before the next run. ',
  },
  {
    result: 'Warning',
    weight: 3,
    of: ['NasBackup'],
    text: '<[1-9][0-9]> files of <vm> were left out because other programs held them open. ',
  },
  {
    result: 'Warning',
    weight: 3,
    of: ['AgentBackup'],
    text: 'Transaction logs on <vm> were not cut: the log chain of one database is broken since its recovery model was changed. ',
  },
  {
    result: 'Warning',
    weight: 1,
    text: 'Processing of <vm> has ended with a warning: the connection was lost at 1<[0-9]>% and the data was read twice. ',
  },
  {
    result: 'Failed',
    weight: 3,
    cause: 'full',
    of: ['Backup', 'BackupCopy', 'ImmediateBackupCopy'],
    text: 'Error: There is not enough free space in the repository <repository>. A block of <vm> could not be written to the file [<path>]; what had been written of it was given up. ',
  },
  {
    result: 'Failed',
    weight: 2,
    cause: 'full',
    text: 'Error: <vm> was not saved: the repository <repository> has less free space than a job needs to begin. Free some of it, or give the job another repository. ',
  },
  {
    result: 'Warning',
    weight: 1,
    cause: 'nothing new',
    text: 'There is nothing to copy of <vm>: no restore point has been made since the last run of <job>. ',
  },
] as const
