import { noId } from '../../model/names.ts'
import type { LivingJob, WorkObject } from './job-model.ts'
import type { Simulation } from '../core/simulation.ts'
import { jobState } from './job-state.ts'
import { machineState } from './machine-state.ts'

/** What jobs may be given is what jobs have, or had: a machine, or a whole vApp. */
export const wholeOf = ({ name, uid, vApp }: WorkObject): { name: string; uid: string } => vApp ?? { name, uid }

/** Remembers what a job has worked on, for the lookup and for other jobs. */
export function leaveMachines(simulation: Simulation, job: LivingJob, objects: readonly WorkObject[]): void {
  const { BackupServer: server } = job.up
  if (isOfMachines(job))
    for (const object of objects) simulation.state(machineState).machines.set(object.uid, { server, object })
}

/**
 * What a reference stands for on a backup server: a machine, all machines of a vApp, or nothing. A reference that is made
 * by hand may have a GUID of zeros for its root (example documents of CreateObjectInJobSpec).
 */
export function machinesAt(simulation: Simulation, server: string, ref: string): readonly WorkObject[] {
  const found = new Map<string, WorkObject>()
  for (const object of machinesOf(simulation, server)) {
    if (isSame(object.uid, ref)) return [{ name: object.name, uid: object.uid, bytes: object.bytes }]
    if (object.vApp !== undefined && isSame(object.vApp.uid, ref)) found.set(object.uid, object)
  }
  return [...found.values()]
}

/** What a body names on a backup server: by its reference, or if that is left out by its name. */
export function machinesNamed(
  simulation: Simulation,
  server: string,
  { HierarchyObjRef: ref, HierarchyObjName: name = '' }: GivenMachine,
): readonly WorkObject[] {
  if (ref !== undefined) return machinesAt(simulation, server, ref)
  for (const object of machinesOf(simulation, server)) {
    const whole = wholeOf(object)
    if (whole.name.toLowerCase() === name.trim().toLowerCase()) return machinesAt(simulation, server, whole.uid)
  }
  return []
}

interface GivenMachine {
  readonly HierarchyObjRef?: string
  readonly HierarchyObjName?: string
}

function* machinesOf(simulation: Simulation, server: string): Iterable<WorkObject> {
  for (const job of simulation.state(jobState).jobs.values())
    if (job.up.BackupServer === server && isOfMachines(job)) yield* job.objects
  for (const { server: its, object } of simulation.state(machineState).machines.values())
    if (its === server) yield object
}

const isOfMachines = ({ kind }: LivingJob): boolean => kind === 'Backup' || kind === 'Replica'

function isSame(ref: string, asked: string): boolean {
  const [a, b] = [ref.toLowerCase(), asked.trim().toLowerCase()]
  return a === b || (b.includes(`:${noId}.`) && withoutRoot(a) === withoutRoot(b))
}

const withoutRoot = (ref: string): string => ref.replace(/:[\da-f-]{36}\./, ':')
