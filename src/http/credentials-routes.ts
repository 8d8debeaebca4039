import type { FastifyInstance } from 'fastify'
import { idOf } from '../chance/ids.ts'
import { describeSecret, describeSecrets, secrets, type Draws } from '../reports/credentials.ts'
import { backupServer } from '../resources/index.ts'
import type { House } from './house.ts'
import { readId } from './read-id.ts'
import { knownOnly, type KnownAsk, reading } from './request-path.ts'
import { rowOf } from './row-of.ts'

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
      method: reading,
      url,
      handler: knownOnly(house, (ask) =>
        describeSecrets(secret, asked(), rowOf(house, backupServer, ask)),
      ),
    })
    server.route({
      method: reading,
      url: `${url}/:secret`,
      handler: knownOnly(house, (ask) => {
        const row = rowOf(house, backupServer, ask)
        return describeSecret(secret, asked(), row, readId(wordsOf(ask).secret, secret.type))
      }),
    })
  }
}

const wordsOf = ({ request }: KnownAsk) => request.params as { readonly secret: string }
