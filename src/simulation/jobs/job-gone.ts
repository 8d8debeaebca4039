import { refuse } from '../../model/api-error.ts'
import { job } from '../../resources/index.ts'
import { forgetRow } from '../core/forget-row.ts'
import { refuseUnreached, keepChanged, reschedule, type MachineJob } from './job-change.ts'
import { withoutLinkedJob } from './job-links.ts'
import { scheduleOf } from './plan.ts'
import { leaveMachines } from './machines.ts'
import { jobOf } from './parts.ts'
import { tableOf } from '../core/table-of.ts'
import type { World } from '../core/simulation.ts'
import { jobState } from './job-state.ts'

/**
 * Deletes a job. Its sessions, backups and replicas stay, and tell its name; jobs that came after it run by themselves no
 * more, and what copied it has it no longer. Throws a 400 refusal while it runs.
 */
export function deleteJob(world: World, { id, Name }: MachineJob): void {
  const gone = jobOf(world, id)
  if (gone.running !== undefined)
    throw refuse.badRequest(
      `Job "${Name}" is running, and cannot be deleted before it has stopped.`,
    )
  refuseUnreached(world, { id })
  leaveMachines(world, gone, gone.objects)
  const jobs = tableOf(world, job)
  for (const other of [...world.state(jobState).jobs.values()]) {
    const copy = jobs.get(other.id)
    const changed = copy && withoutLinkedJob(world, copy, id)
    if (changed !== undefined) keepChanged(world, changed)
    unchain(world, other.id, id)
  }
  forgetRow(world, job.name, id)
  jobs.remove(id)
}

/** A job that came after one that is gone comes after none. */
function unchain(world: World, id: string, gone: string): void {
  const other = jobOf(world, id)
  const chain = scheduleOf(world, other)?.JobScheduleOptions.Standart?.OptionsDaisyChaining
  if (chain?.PreviousJobUid.toLowerCase().endsWith(gone) !== true) return
  reschedule(world, other, (options) => ({
    ...options,
    ...(options.Standart && {
      Standart: {
        ...options.Standart,
        OptionsDaisyChaining: { PreviousJobUid: '', Enabled: false },
      },
    }),
  }))
}
