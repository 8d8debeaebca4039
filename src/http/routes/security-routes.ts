import {
  accountParts,
  describePart,
  describeParts,
  securityRoot,
  securitySettings,
} from '../../documents/security.ts'
import { enterpriseAccount } from '../../resources/index.ts'
import { entityRoute } from './entity-route.ts'
import type { Answer, Root } from '../../wire/answer.ts'
import { promises } from '../../openapi/response-contract.ts'
import { permit } from '../../worlds/permit.ts'
import { readId } from './read-id.ts'
import { knownOnly, type KnownAsk, reading } from '../request/request-path.ts'
import { rowOf } from './row-of.ts'
import type { Routes } from './routes.ts'

/** Adds what is below `/security` and no resource of its own. Who may see it is who may see accounts. */
export function addSecurityRoutes(routes: Routes): void {
  const add = (url: string, root: Root, handle: (ask: KnownAsk) => Answer) =>
    routes.route({
      method: reading,
      url,
      config: promises(root),
      handler: knownOnly((ask) => {
        permit(ask.session, enterpriseAccount.onlyFor)
        return handle(ask)
      }),
    })
  add('/api/security', securityRoot, securitySettings)
  for (const part of accountParts) {
    const url = `${entityRoute(enterpriseAccount)}/${part.path}`
    add(url, part.all, (ask) =>
      describeParts(part, ask.world.simulation.store, rowOf(ask, enterpriseAccount)),
    )
    add(`${url}/:part`, part.one, (ask) =>
      describePart(
        part,
        ask.world.simulation.store,
        rowOf(ask, enterpriseAccount),
        readId(wordsOf(ask).part, part.one.name),
      ),
    )
  }
}

const wordsOf = ({ request }: KnownAsk) => request.params as { readonly part: string }
