import { errors } from '../../model/api-error.ts'
import { job } from '../../resources/index.ts'
import { forgetRow } from '../core/forget-row.ts'
import { refuseUnreachedJob, keepChanged, reschedule, type MachineJob } from './job-change.ts'
import { withoutLinkedJob } from './job-links.ts'
import { scheduleOf } from './plan.ts'
import { leaveMachines } from './machines.ts'
import { jobOf } from './parts.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'
import { jobState } from './job-state.ts'

/**
 * Deletes a job. Its sessions, backups and replicas stay, and tell its name; jobs that came after it run by themselves no
 * more, and what copied it has it no longer. Throws a 400 ApiError while it runs.
 */
export function deleteJob(simulation: Simulation, { id, Name }: MachineJob): void {
  const gone = jobOf(simulation, id)
  if (gone.running !== undefined)
    throw errors.badRequest(`Job "${Name}" is running, and cannot be deleted before it has stopped.`)
  refuseUnreachedJob(simulation, { id })
  leaveMachines(simulation, gone, gone.objects)
  const jobs = tableOf(simulation, job)
  for (const other of [...simulation.state(jobState).jobs.values()]) {
    const copy = jobs.get(other.id)
    const changed = copy && withoutLinkedJob(simulation, copy, id)
    if (changed !== undefined) keepChanged(simulation, changed)
    unchain(simulation, other.id, id)
  }
  forgetRow(simulation, job.name, id)
  jobs.remove(id)
}

/** A job that came after one that is gone comes after none. */
function unchain(simulation: Simulation, id: string, gone: string): void {
  const other = jobOf(simulation, id)
  const chain = scheduleOf(simulation, other)?.JobScheduleOptions.Standart?.OptionsDaisyChaining
  if (chain?.PreviousJobUid.toLowerCase().endsWith(gone) !== true) return
  reschedule(simulation, other, (options) => ({
    ...options,
    ...(options.Standart && {
      Standart: {
        ...options.Standart,
        OptionsDaisyChaining: { PreviousJobUid: '', Enabled: false },
      },
    }),
  }))
}
