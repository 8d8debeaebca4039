import type { Shape } from '../../src/model/shape.ts'
import type { Simulation } from '../../src/simulation/core/simulation.ts'
import { jobState } from '../../src/simulation/jobs/job-state.ts'

/** Picks a whole number from 0 up to, but not, a number. */
export type Pick = (below: number) => number

const guid = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff'

/**
 * Some JSON value of a shape, mostly one that means something: UIDs lead to what is there, and texts are such as stand
 * elsewhere under that name. @param name the member that it is for.
 */
export function anyOf(simulation: Simulation, pick: Pick, shape: Shape, name = ''): unknown {
  const one = <T>(all: readonly T[]): T | undefined => all[pick(Math.max(1, all.length))]
  switch (shape.kind) {
    case 'boolean':
      return pick(2) === 0
    case 'number':
      return one([1, 2, 10, 100, 0, 6180, 65536])
    case 'enumeration':
      return one(shape.values)
    case 'dateTime':
      return one(['2026-06-01T00:00:00Z', '2025-01-01T00:00:00Z'])
    case 'timeOfDay':
      return one(['22:00:00', '2026-01-01T04:30:00'])
    case 'uid': {
      const ids = idsOf(simulation, shape.type)
      return `urn:veeam:${shape.type}:${pick(8) === 0 ? guid : (one(ids) ?? guid)}`
    }
    case 'text':
      return anyText(simulation, one, name)
    case 'list':
      return { [shape.plural]: many(pick, () => anyOf(simulation, pick, shape.shape, shape.item)) }
    case 'repeated':
      return many(pick, () => anyOf(simulation, pick, shape.shape, name))
    case 'struct':
      return Object.fromEntries(
        Object.entries(shape.fields)
          .filter(([, field]) => isAsked(field) && !(field.optional === true && pick(2) === 0))
          .map(([field, kind]) => [kind.jsonName ?? field, anyOf(simulation, pick, kind, field)]),
      )
    case 'href':
    case 'links':
    case 'rows':
      return null
  }
}

const isAsked = ({ hidden, onlyJson, kind }: Shape): boolean =>
  hidden !== true && onlyJson === undefined && kind !== 'links'

const many = (pick: Pick, make: () => unknown): readonly unknown[] => Array.from({ length: pick(3) }, make)

const idsOf = ({ store }: Simulation, type: string): readonly string[] =>
  store.register.find(type) === undefined ? [] : [...store.table(type)].map(({ id }) => id)

function anyText(
  simulation: Simulation,
  one: <T>(all: readonly T[]) => T | undefined,
  name: string,
): string | undefined {
  const objects = [...simulation.state(jobState).jobs.values()].flatMap((job) => job.objects)
  if (/Ref$/.test(name)) return one(objects)?.uid ?? 'urn:VMware:Vm:a.vm-1'
  if (/JobUid$/.test(name)) return `urn:veeam:Job:${one([...simulation.state(jobState).jobs.keys()]) ?? guid}`
  if (/Uid$/.test(name)) return guid
  if (/Id$/.test(name)) return one([guid, '00000000-0000-0000-0000-000000000000'])
  if (/Ip|Mask|Gateway/.test(name)) return one(['10.20.0.1', '255.255.255.0'])
  if (/Name$/.test(name)) return one(['New One', 'Another', objects[0]?.name ?? 'srv'])
  return one(['', 'words', '1'])
}
