import type { FastifyInstance } from 'fastify'
import { refuse } from '../model/refusal.ts'
import { describeGuestFiles } from '../reports/guest-files.ts'
import type { DrawNumber } from '../reports/guest-tree.ts'
import { catalogVmRestorePoint } from '../resources/index.ts'
import { entityRoute } from './entity-route.ts'
import type { House } from './house.ts'
import { valueOf } from './parameters.ts'
import { knownOnly, type KnownAsk, reading, unreadBut } from './request-path.ts'
import { rowOf } from './row-of.ts'

/** Adds the indexed files of machines. */
export function addGuestRoutes(server: FastifyInstance, house: House): void {
  const { chance } = house.world
  const draw: DrawNumber = (min, max, ...address) => chance.of(...address).integer(min, max)
  for (const below of ['', '/*'])
    server.route({
      method: reading,
      url: `${entityRoute(catalogVmRestorePoint)}/guestfs${below}`,
      handler: knownOnly(house, (ask) => {
        const { parameters, request } = ask
        const { '*': rest = '' } = request.params as { readonly '*'?: string }
        ask.unread = unreadBut(parameters, 'action', 'page', 'pagesize')
        return describeGuestFiles({
          point: rowOf(house, catalogVmRestorePoint, ask),
          path: rest.split('/').filter((name) => name !== ''),
          action: valueOf(parameters, 'action'),
          page: countOf(ask, 'page'),
          pageSize: countOf(ask, 'pageSize'),
          draw,
        })
      }),
    })
}

/** A whole number from 1 up. Throws a 400 refusal for anything else. */
function countOf({ parameters }: KnownAsk, name: string): number | undefined {
  const value = valueOf(parameters, name.toLowerCase())
  if (value === undefined) return undefined
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value)
  throw refuse.badRequest(`Found ${name}=${value.slice(0, 100)}; it is a whole number from 1 up.`)
}
