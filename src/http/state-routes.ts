import { writeDump } from '../control/dump.ts'
import { writeInstant } from '../clock/instant.ts'
import { refuse } from '../model/refusal.ts'
import { only, textIn, type AddControl, type ControlCall } from './control.ts'
import { mainName } from './house.ts'
import type { Houses } from './houses.ts'
import { State } from './state.ts'

/** Adds how worlds are put back, kept and gone back to, and which worlds there are. */
export function addStateRoutes(add: AddControl, houses: Houses): void {
  const stateOf = ({ house }: ControlCall) => new State(house, houses)
  const nameIn = ({ path }: ControlCall) => path['name'] ?? ''
  add('POST', 'reset', (call) => stateOf(call).reset(only(call.body, 'what')['what']))
  add('GET', 'snapshots', (call) => stateOf(call).snapshots())
  add('POST', 'snapshots', (call) => stateOf(call).take(only(call.body, 'name')['name']))
  add('POST', 'snapshots/:name', (call) => stateOf(call).take(nameIn(call)))
  add('DELETE', 'snapshots/:name', (call) => stateOf(call).drop(nameIn(call)))
  add('POST', 'snapshots/:name/restore', (call) => stateOf(call).restore(nameIn(call)))
  add('GET', 'dump', ({ house }) => writeDump(house))
  add('GET', 'dump.schema.json', async () =>
    (await import('../control/dump-schema.ts')).dumpSchema(),
  )
  add('POST', 'load', (call) => stateOf(call).load(call.text), { isText: true })
  add('GET', 'scenario', (call) => stateOf(call).scenario())
  add('POST', 'scenario', (call) => {
    const { scenario } = only(call.body, 'scenario', 'now')
    return stateOf(call).play(scenario, textIn(call.body, 'now'))
  })
  add('GET', 'worlds', () => ({
    worlds: houses.list().map(({ name, world, logons, origin }) => ({
      name,
      scenario: origin.scenario,
      now: writeInstant(world.clock.now()),
      logons: logons.size,
    })),
  }))
  add('DELETE', 'worlds/:name', (call) => {
    const name = nameIn(call)
    if (name === mainName)
      throw refuse.badRequest(`The world ${mainName} stays. POST /_mock/reset puts it back.`)
    if (!houses.drop(name))
      throw refuse.gone(
        `There is no world "${name.slice(0, 100)}". GET /_mock/worlds lists those that are.`,
      )
    return { dropped: name }
  })
}
