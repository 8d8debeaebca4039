import { machineRoles, habits, type JobSpec, type ObjectSpec } from '#seed-data'
import type { Chance } from '../../random/chance.ts'
import { idOf } from '../../random/ids.ts'
import type { LivingJob, WorkObject } from '../../simulation/jobs/job-model.ts'
import { gigabyte } from '../../model/size.ts'
import { noId } from '../../model/names.ts'

/** What a job works on. The same name on the same server is the same machine, whichever job it is in. */
export function objectsOf(
  chance: Chance,
  server: string,
  platform: LivingJob['platform'],
  spec: JobSpec,
): readonly WorkObject[] {
  const told = spec.objects ?? 0
  const stories = typeof told === 'number' ? namesFor(chance, server, spec.name, told) : told
  const objects = new Map<string, WorkObject>()
  for (const it of stories) {
    const { name, gb, habit, vApp } = typeof it === 'string' ? { name: it } : it
    objects.set(name, {
      name,
      uid: uidOf(chance, server, platform, name),
      bytes: (gb ?? chance.of('object', server, name).integer(30, 400)) * gigabyte,
      ...(habit !== undefined && { habit: habits[habit] }),
      ...(vApp !== undefined && platform === 'vCloud' && { vApp: { name: vApp, uid: vAppUid(chance, server, vApp) } }),
    })
  }
  return [...objects.values()]
}

function namesFor(chance: Chance, server: string, job: string, count: number): readonly ObjectSpec[] {
  const draw = chance.of('names', server, job)
  return Array.from(
    { length: count },
    (_, i) => `${draw.pick(machineRoles)}${draw.integer(1, 9)}${String(i + 1).padStart(2, '0')}`,
  )
}

/** The id of the hierarchy that a server's machines of a platform are in, which their references begin with. */
export const rootId = (seed: number, server: string, platform: LivingJob['platform']): string =>
  idOf(seed, 'HierarchyRoot', server, platform)

function uidOf(chance: Chance, server: string, platform: LivingJob['platform'], name: string): string {
  const root = rootId(chance.seed, server, platform)
  switch (platform) {
    case 'VMware':
      return `urn:VMware:Vm:${root}.vm-${chance.of('ref', server, name).integer(1000, 99999)}`
    case 'HyperV':
      return `urn:HyperV:Vm:${root}.${idOf(chance.seed, 'Vm', server, name)}`
    case 'vCloud':
      return `urn:vCloud:Vm:${root}.urn:vcloud:vm:${idOf(chance.seed, 'Vm', server, name)}`
    case 'AgentForLinux':
    case 'AgentForWindows':
      return `urn:${platform}:VeeamAgent:${noId}.${idOf(chance.seed, 'Computer', server, name)}`
    case 'CustomPlatform':
      return ''
  }
}

function vAppUid({ seed }: Chance, server: string, name: string): string {
  const root = rootId(seed, server, 'vCloud')
  return `urn:vCloud:Vapp:${root}.urn:vcloud:vapp:${idOf(seed, 'VApp', server, name)}`
}
