import { operatingSystems } from '#seed-data'
import { idOf } from '../../random/ids.ts'
import type { LivingJob, WorkObject } from '../../simulation/jobs/job-model.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import type { EntityOf } from '../../model/resource.ts'
import { agentBackupJob, agentProtectionGroup, discoveredComputer } from '../../resources/index.ts'
import { guestProcessing, guestProcessingOfObject } from '../../simulation/backups/guest-processing.ts'
import { gfsRetentionPolicy } from './job-info.ts'
import type { JobWords } from './job-words.ts'
import { noId } from '../../model/names.ts'

type JobInfo = EntityOf<typeof agentBackupJob>['JobInfo']

/** Adds the row of an agent job, and a protection group of its name with those of its computers that no other has. */
export function seedAgentJob(simulation: Simulation, job: LivingJob, words: JobWords): void {
  const { platform } = job
  if (platform !== 'AgentForLinux' && platform !== 'AgentForWindows')
    throw new Error(`Agent job ${job.name} is for ${platform}.`)
  const computers = tableOf(simulation, discoveredComputer)
  const isNew = (it: WorkObject) => computers.get(computerId(it)) === undefined
  const own = job.objects.filter(isNew)
  const others = job.objects.filter((it) => !isNew(it)).map(({ name }) => name)
  if (own.length > 0) {
    const group = plantGroup(simulation, job)
    for (const it of own) plantComputer(simulation, job, platform, group, it)
  }
  tableOf(simulation, agentBackupJob).add({
    id: job.id,
    up: { BackupServer: job.up.BackupServer },
    JobType: 'AgentBackup',
    Platform: platform,
    ...words,
    JobInfo: jobInfo(simulation, job, own.length > 0 ? [job.name, ...others] : others),
  })
}

const jobInfo = (simulation: Simulation, job: LivingJob, includes: readonly string[]): JobInfo => ({
  Includes: includes.map((name) => {
    const id = idOf(simulation.chance.seed, 'ObjectInAgentBackupJob', job.id, name)
    return {
      ObjectInJobId: id,
      Name: name,
      DisplayName: name,
      GuestProcessingOptions: guestProcessingOfObject,
      Href: `/agents/jobs/${job.id}/includes/${id}`,
      Type: 'ObjectInAgentBackupJob',
    }
  }),
  GuestProcessingOptions: guestProcessing,
  GfsRetentionPolicy: gfsRetentionPolicy,
  SimpleRetentionPolicy: job.retention,
})

/** As the real server does: groups and computers with Linux are called AgentForWindows here too (recorded of computers). */
const refOf = (type: string, id: string): string => `urn:AgentForWindows:${type}:${noId}.${id}`

function plantGroup(simulation: Simulation, job: LivingJob): string {
  const { seed } = simulation.chance
  const { BackupServer } = job.up
  const id = idOf(seed, 'AgentProtectionGroup', BackupServer, job.name)
  const container = idOf(seed, 'AgentProtectionGroup', BackupServer, job.name, 'container')
  tableOf(simulation, agentProtectionGroup).add({
    id,
    up: { BackupServer },
    RescanScheduleEnabled: true,
    HierarchyObjRef: refOf('AgentProtectionGroup', container),
    Name: job.name,
  })
  return id
}

function plantComputer(
  simulation: Simulation,
  { up: { BackupServer }, habit }: LivingJob,
  platform: keyof typeof operatingSystems,
  group: string,
  computer: WorkObject,
): void {
  const id = computerId(computer)
  const draw = simulation.chance.of(id, 'computer')
  tableOf(simulation, discoveredComputer).add({
    id,
    up: { BackupServer, ProtectionGroup: group },
    HostStatus: draw.chance(0.9) || habit.Failed === 0 ? 'Online' : 'Offline',
    AgentVersion: '6.3.2.1307',
    AgentStatus: 'Installed',
    OsVersion: draw.pick(operatingSystems[platform]),
    IpAddress: `10.20.${draw.integer(1, 30)}.${draw.integer(10, 250)}`,
    HierarchyObjRef: refOf('VeeamAgent', id),
    Name: computer.name,
  })
}

/** The end of what its tasks call it (recorded). */
const computerId = ({ uid }: WorkObject): string => uid.slice(uid.lastIndexOf('.') + 1)
