import type { FastifyInstance } from 'fastify'
import { idOf } from '../chance/ids.ts'
import { tableOf } from '../life/table-of.ts'
import { refuse } from '../model/refusal.ts'
import { describeSecret, describeSecrets, secrets, type Draws } from '../reports/credentials.ts'
import { backupServer } from '../resources/index.ts'
import type { House } from './house.ts'
import { readId } from './read-id.ts'
import { knownOnly, type KnownAsk } from './request-path.ts'

const get = ['GET', 'HEAD']

/** Adds the credentials and the passwords that a backup server keeps. */
export function addCredentialsRoutes(server: FastifyInstance, house: House): void {
  const { world } = house
  const { chance, store } = world
  const draws: Draws = {
    idOf: (type, ...name) => idOf(chance.seed, type, ...name),
    integer: (min, max, ...address) => chance.of(...address).integer(min, max),
  }
  const asked = () => ({ store, now: world.now(), draws })
  for (const secret of secrets) {
    const url = `/api/${backupServer.path}/:id/${secret.path}`
    server.route({
      method: get,
      url,
      handler: knownOnly(house, (ask) => describeSecrets(secret, asked(), serverOf(house, ask))),
    })
    server.route({
      method: get,
      url: `${url}/:secret`,
      handler: knownOnly(house, (ask) => {
        const row = serverOf(house, ask)
        return describeSecret(secret, asked(), row, readId(wordsOf(ask).secret, secret.type))
      }),
    })
  }
}

const wordsOf = ({ request }: KnownAsk) =>
  request.params as { readonly id: string; readonly secret: string }

/** Throws refusals: 400 for no GUID, 404 for no such server. */
function serverOf({ world }: House, ask: KnownAsk) {
  const id = readId(wordsOf(ask).id, backupServer.name)
  const row = tableOf(world, backupServer).get(id)
  if (row === undefined) throw refuse.notFound(backupServer.name, id)
  return row
}
