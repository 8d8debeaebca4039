import { writeInstant } from '../clock/instant.ts'
import { array, enumeration, integer, object, string } from '../json-schema/shape.ts'
import { errors } from '../model/api-error.ts'
import { control } from './control-operation.ts'
import { mainName, type Why } from '../worlds/world.ts'

// Which worlds there are.

export const listWorlds = control({
  method: 'GET',
  path: 'worlds',
  name: 'listWorlds',
  description: 'Lists the worlds that have been asked for, and those that were let go of since.',
  handle: 'worlds.list',
  example: { worlds: ['checkout'] },
  answer: object('the worlds', {
    worlds: array(object('a world', { name: string(), now: string(), scenario: string(), logons: integer(0) })),
    letGo: array(
      object('a world that begins anew if it is asked for', {
        name: string(),
        at: string(),
        why: enumeration<Why>('idle', 'number', 'memory'),
      }),
    ),
  }),
  ofServer: true,
  run: ({ worlds }) => ({
    worlds: worlds.list().map(({ name, simulation, logons, baseline }) => ({
      name,
      scenario: baseline.scenario,
      now: writeInstant(simulation.clock.now()),
      logons: logons.size,
    })),
    letGo: [...worlds.gone].map(([name, { at, why }]) => ({
      name,
      at: writeInstant(at),
      why,
    })),
  }),
})

export const dropWorld = control({
  method: 'DELETE',
  path: 'worlds/{name}',
  name: 'dropWorld',
  description: 'Forgets a world, and ends the logon sessions in it.',
  handle: 'worlds.drop',
  takes: ['name'],
  example: { worlds: ['checkout'], path: { name: 'checkout' } },
  answer: object('what is gone', { dropped: string() }),
  ofServer: true,
  run: ({ worlds, path }) => {
    const name = path['name'] ?? ''
    if (name === mainName) throw errors.badRequest(`The world ${mainName} stays. POST /_mock/reset puts it back.`)
    if (!worlds.drop(name))
      throw errors.gone(`There is no world "${name.slice(0, 100)}". GET /_mock/worlds lists those that are.`)
    return { dropped: name }
  },
})
