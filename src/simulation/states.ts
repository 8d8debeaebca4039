import type { Properties } from '../json-schema/kinds.ts'
import type { PropertiesOf } from '../json-schema/shape-of.ts'
import { States, type Group, type Registered, type Section, type Slot } from './core/state.ts'
import { chainState } from './backups/chain-state.ts'
import { failoverPlanState } from './replication/failover-plan-state.ts'
import { jobState } from './jobs/job-state.ts'
import { knownRunState } from './jobs/known-run-state.ts'
import { licenseState } from './cloud-connect/license-state.ts'
import { machineState } from './jobs/machine-state.ts'
import { mountState } from './backups/mount-state.ts'
import { outcomeState } from './jobs/outcome-state.ts'
import { reachState } from './infrastructure/reach-state.ts'
import { restoreState } from './backups/restore-state.ts'
import { taskState } from './core/task-state.ts'
import { workState } from './core/work-state.ts'

/** Everything that worlds know beside their rows, in the order that dumps have it. */
export const stateGroups = [
  licenseState,
  jobState,
  restoreState,
  failoverPlanState,
  chainState,
  machineState,
  outcomeState,
  reachState,
  workState,
  taskState,
  mountState,
  knownRunState,
] as const

/** What a section of a dump has of it. */
export type WrittenIn<P extends Section> = {
  readonly [N in Named as N[1] extends Slot<unknown, unknown, P> ? N[0] : never]: N[1] extends Slot<unknown, infer W>
    ? W
    : never
}
type Named = NamedIn<SlotsOf<(typeof stateGroups)[number]>>
type SlotsOf<G> = G extends Group<infer S> ? S : never
type NamedIn<S> = S extends unknown ? { [K in keyof S]: [name: K, slot: S[K]] }[keyof S] : never

/** The state of a world in which nothing is under way. */
export const emptyStates = (): States => States.empty(stateGroups)

/** The state that a dump has, but for the values that its reader gives it. */
export const readStates = (
  dump: WrittenIn<'world'> & WrittenIn<'rest'> & { readonly life: WrittenIn<'life'> },
): States =>
  States.read(stateGroups, (section, name) => {
    const written = section === 'life' ? dump.life : dump
    return (written as Readonly<Record<string, unknown>>)[name]
  })

/** What a section of a dump has. */
export const writeStates = <P extends Section>(states: States, section: P): WrittenIn<P> =>
  states.write(section) as WrittenIn<P>

/** The shapes of that. */
export function shapesIn<P extends Section>(section: P, registered: Registered): PropertiesOf<WrittenIn<P>> {
  const shapes: Properties = Object.fromEntries(
    stateGroups
      .flatMap(({ slots }: Group) => Object.entries(slots))
      .flatMap(([name, { written }]) => (written?.section === section ? [[name, written.shape(registered)]] : [])),
  )
  return shapes as PropertiesOf<WrittenIn<P>>
}
