import { idOf } from '../../random/ids.ts'
import type { LivingJob } from '../../simulation/jobs/job-model.ts'
import { tableOf } from '../../simulation/core/table-of.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import { backupServer, failoverPlan } from '../../resources/index.ts'
import { guestProcessingOfObject } from '../../simulation/backups/guest-processing.ts'
import { noId } from '../../model/names.ts'
import type { Seeder } from '../seeder.ts'
import { jobState } from '../../simulation/jobs/job-state.ts'

export const failoverPlansSeeder: Seeder = {
  when: 'before the past',
  seed: plantFailoverPlans,
}

/** Adds a failover plan for what each replica job replicates, in the order of the job. */
function plantFailoverPlans(simulation: Simulation): void {
  for (const job of simulation.state(jobState).jobs.values())
    if (job.kind === 'Replica' && job.objects.length > 0) plantFailoverPlan(simulation, job)
}

function plantFailoverPlan(simulation: Simulation, { id: job, name, up, objects }: LivingJob): void {
  const { seed } = simulation.chance
  const { BackupServer } = up
  const id = idOf(seed, 'FailoverPlan', job)
  const server = tableOf(simulation, backupServer).get(BackupServer)?.Name ?? ''
  tableOf(simulation, failoverPlan).add({
    id,
    up: { BackupServer },
    Description: `Created by ${server.split('.')[0] ?? ''}\\backupadmin.`,
    FailoverPlanInfo: {
      Includes: objects.map((it, Order) => {
        const FailoveredVmId = idOf(seed, 'FailoveredVm', id, it.name)
        return {
          FailoveredVmId,
          HierarchyObjRef: it.uid,
          Name: it.name,
          DisplayName: it.name,
          Order,
          // As the real server does: no credentials are a GUID of zeros (documented).
          GuestProcessingOptions: {
            ...guestProcessingOfObject,
            WindowsCredentialsId: noId,
            LinuxCredentialsId: noId,
          },
          Href: `/failoverPlans/${id}/includes/${FailoveredVmId}`,
          Type: 'FailoveredVm',
        }
      }),
    },
    Name: `${name.replace(/ Replica(tion)?$/, '')} Failover Plan`,
  })
}
