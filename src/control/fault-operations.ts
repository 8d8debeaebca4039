import { nearest } from '../text/nearest.ts'
import { faultShape, faultStateShape } from '../faults/fault-shape.ts'
import type { FaultState } from '../faults/faults.ts'
import type { FaultRule, NamedRule } from '../faults/read-fault.ts'
import { array, integer, object, union } from '../json-schema/shape.ts'
import { errors } from '../model/api-error.ts'
import { knownOperations } from '../journal/known-operations.ts'
import { control, type ControlCall } from './control-operation.ts'
import { freeName } from './free-name.ts'
import type { World } from '../worlds/world.ts'

// What goes wrong on purpose.

const nameIn = ({ path }: Pick<ControlCall, 'path'>) => path['name'] ?? ''
const states = object('the faults', { faults: array(faultStateShape) })

export const listFaults = control({
  method: 'GET',
  path: 'faults',
  name: 'listFaults',
  description: 'Lists the faults, in the order in which they are looked at.',
  handle: { at: 'faults.list', gives: 'faults' },
  example: { after: ['addFaults'] },
  answer: states,
  run: ({ world }) => ({ faults: world.faults.list() }),
})

export const addFaults = control({
  method: 'POST',
  path: 'faults',
  name: 'addFaults',
  grows: true,
  description: 'Adds a fault, or a list of them of which all are added or none. One without a name is given one.',
  handle: { at: 'faults.add', type: 'FaultState' },
  takes: [{ name: 'fault', of: 'body', type: 'FaultRule' }],
  body: union(faultShape, object('a list of faults', { faults: array(faultShape) })),
  example: { body: { name: 'busy', when: 'Operation==JobStart', effect: { status: 503 } } },
  answer: union(faultStateShape, states),
  asks: true,
  run: ({ world, body }, { readFault }) => {
    const known = knownOperations(world.operations)
    const rules = named('faults' in body ? body.faults : [body], world)
    const faults = world.faults.put(rules.map((rule) => readFault(rule, known)))
    const [fault] = faults
    return 'faults' in body || fault === undefined ? { faults } : fault
  },
})

export const readFaultState = control({
  method: 'GET',
  path: 'faults/{name}',
  name: 'readFault',
  description: 'Tells a fault, and how often it has happened.',
  handle: 'faults.get',
  takes: ['name'],
  example: { after: ['addFaults'], path: { name: 'busy' } },
  answer: faultStateShape,
  run: (call) => faultCalled(call.world, nameIn(call)),
})

export const removeFault = control({
  method: 'DELETE',
  path: 'faults/{name}',
  name: 'removeFault',
  description: 'Removes a fault.',
  handle: 'faults.remove',
  takes: ['name'],
  example: { after: ['addFaults'], path: { name: 'busy' } },
  answer: faultStateShape,
  run: (call) => {
    const found = faultCalled(call.world, nameIn(call))
    call.world.faults.remove(found.name)
    return found
  },
})

export const clearFaults = control({
  method: 'DELETE',
  path: 'faults',
  name: 'clearFaults',
  description: 'Removes all faults.',
  handle: 'faults.clear',
  example: { after: ['addFaults'] },
  answer: object('how many there were', { removed: integer(0) }),
  run: ({ world: { faults } }) => {
    const { size } = faults
    faults.clear()
    return { removed: size }
  },
})

/** Rules with a name each: one that is free, if none was given. */
function named(rules: readonly FaultRule[], { faults }: World): readonly NamedRule[] {
  const taken = new Set([...faults.list(), ...rules].flatMap(({ name }) => name ?? []))
  return rules.map((rule) => {
    const name = rule.name ?? freeName('fault', taken)
    taken.add(name)
    return { ...rule, name }
  })
}

/** Throws a 404 ApiError if there is none of that name. */
function faultCalled({ faults }: World, name: string): FaultState {
  const found = faults.get(name)
  if (found !== undefined) return found
  const near = nearest(
    name,
    faults.list().map((each) => each.name),
  )
  throw errors.gone(
    `There is no fault "${name.slice(0, 100)}".${near === undefined ? '' : ` Did you mean "${near}"?`} GET /_mock/faults lists them.`,
  )
}
