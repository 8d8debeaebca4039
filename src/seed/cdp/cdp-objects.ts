import type { LivingJob, WorkObject } from '../../simulation/jobs/job-model.ts'
import type { Simulation } from '../../simulation/core/simulation.ts'
import { rootId } from '../infrastructure/objects.ts'
import type { Standing } from '../infrastructure/standing.ts'
import { jobState } from '../../simulation/jobs/job-state.ts'

type Server = Standing['server']
export interface VApp {
  readonly name: string
  readonly uid: string
  readonly machines: readonly WorkObject[]
}

/** Names of machines that a company can least do without, the most important first. */
const important = [/(^|[^a-z])(db|sql|ora)/i, /exch|mail/i, /erp|crm|sap/i, /(^|[^a-z])dc/i]

/** The VMware machines of a server's backup jobs, the most important first. */
export function machinesOfPolicy(simulation: Simulation, server: Server): readonly WorkObject[] {
  const machines = new Map<string, WorkObject>()
  for (const object of objectsOf(simulation, server, 'VMware')) {
    const known = machines.get(object.name)
    // A machine in several jobs is as large as the largest of them says.
    if (known === undefined || known.bytes < object.bytes) machines.set(object.name, object)
  }
  return ranked(simulation, server, [...machines.values()], ({ name }) => {
    const rank = important.findIndex((words) => words.test(name))
    return rank < 0 ? important.length : rank
  })
}

/** The vApps of a server's backup jobs, with their machines as its vCenter calls them. */
export function vAppsOf(simulation: Simulation, server: Server): readonly VApp[] {
  const vApps = new Map<string, { name: string; uid: string; machines: Map<string, WorkObject> }>()
  for (const object of objectsOf(simulation, server, 'vCloud')) {
    if (object.vApp === undefined) continue
    const { name, uid } = object.vApp
    const vApp = vApps.get(name) ?? { name, uid, machines: new Map<string, WorkObject>() }
    vApps.set(name, vApp)
    vApp.machines.set(object.name, belowCloud(simulation, server, object))
  }
  const found = [...vApps.values()].map((it) => ({ ...it, machines: [...it.machines.values()] }))
  return ranked(simulation, server, found, () => 0)
}

/** As the real server does: it calls such a machine by what the vCenter below Cloud Director does (documented). */
function belowCloud({ chance }: Simulation, server: Server, { name, bytes }: WorkObject): WorkObject {
  const draw = chance.of('below', server.name, name)
  const root = rootId(chance.seed, server.name, 'VMware')
  return {
    name: `${name}-${draw.text('[A-Za-z]{4}')}`,
    uid: `urn:VMware:Vm:${root}.vm-${draw.integer(1000, 99999)}`,
    bytes,
  }
}

const objectsOf = (simulation: Simulation, server: Server, platform: LivingJob['platform']): readonly WorkObject[] =>
  [...simulation.state(jobState).jobs.values()].flatMap((job) =>
    job.kind === 'Backup' && job.platform === platform && job.up.BackupServer === server.id ? job.objects : [],
  )

/** In the order of their ranks; among equals by chance, so that one more moves no other. */
function ranked<T extends { readonly name: string }>(
  { chance }: Simulation,
  server: Server,
  things: readonly T[],
  rankOf: (thing: T) => number,
): readonly T[] {
  const keyed = things.map((thing) => ({
    thing,
    key: rankOf(thing) + chance.of('important', server.name, thing.name).next(),
  }))
  return keyed.sort((a, b) => a.key - b.key).map(({ thing }) => thing)
}
