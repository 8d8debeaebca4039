import { nearest } from '#grammar'
import type { FaultState } from '../control/faults.ts'
import type { Askable } from '../control/read-fault.ts'
import { refuse } from '../model/refusal.ts'
import { only, type AddControl } from './control.ts'
import type { House } from './house.ts'
import { operations } from './operations.ts'

/** What a rule may be about: everything that is documented. */
export function askable(): Askable {
  const all = operations()
  return { operations: all, routes: [...new Set(all.map(({ path }) => path))] }
}

/** Adds fault rules: one, or a list of which all are added or none. */
export function addFaultRoutes(add: AddControl): void {
  add('GET', 'faults', ({ house }) => ({ faults: house.faults.list() }))
  add('POST', 'faults', async ({ house, body }) => {
    const { readFault } = await import('../control/read-fault.ts')
    if (!('faults' in body)) return house.faults.put(readFault(body, askable()))
    const { faults } = only(body, 'faults')
    if (!Array.isArray(faults)) throw refuse.badRequest('faults is a list of faults.')
    const read = faults.map((each: unknown) => readFault(each, askable()))
    return { faults: read.map((fault) => house.faults.put(fault)) }
  })
  add('DELETE', 'faults', ({ house }) => {
    const { size } = house.faults
    house.faults.clear()
    return { removed: size }
  })
  add('GET', 'faults/:name', ({ house, path }) => faultCalled(house, path['name'] ?? ''))
  add('DELETE', 'faults/:name', ({ house, path }) => removeFault(house, path['name'] ?? ''))
}

/** Throws a 404 refusal if there is none of that name. */
export function faultCalled({ faults }: House, name: string): FaultState {
  const found = faults.get(name)
  if (found !== undefined) return found
  const near = nearest(name, faults.list().map((each) => each.name)) // prettier-ignore
  throw refuse.gone(
    `There is no fault "${name.slice(0, 100)}".${near === undefined ? '' : ` Did you mean "${near}"?`} GET /_mock/faults lists them.`,
  )
}

/** Throws a 404 refusal if there is none of that name. */
export function removeFault(house: House, name: string): FaultState {
  const found = faultCalled(house, name)
  house.faults.remove(name)
  return found
}
