import { idOf } from '../../random/ids.ts'
import type { Simulation } from '../core/simulation.ts'

/**
 * What something is called once it is restored beside the original: its own reference with another number or GUID at the
 * end, in the hierarchy root that it is restored to: `urn:VMware:Vm:<root>.vm-62228`.
 */
export function newRef(simulation: Simulation, ref: string, name: string, root: string | undefined): string {
  const [, before = '', from = '', own = ''] = /^(.*:)([\da-f-]{36})\.(.*)$/i.exec(ref) ?? []
  if (own === '') return ref
  const address = [ref, name, String(simulation.now())] as const
  const number = String(simulation.chance.of(...address, 'ref').integer(100_000, 999_999))
  const renamed = /\d+$/.test(own.replace(/[\da-f-]{36}$/i, ''))
    ? own.replace(/\d+$/, number)
    : own.replace(/[\da-f-]{36}$/i, idOf(simulation.chance.seed, 'Restored', ...address))
  return `${before}${root ?? from}.${renamed}`
}
