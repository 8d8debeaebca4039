import { accountParts, describePart, describeParts, securityRoot, securitySettings } from '../../documents/security.ts'
import { enterpriseAccount } from '../../resources/index.ts'
import { entityRoute } from './entity-route.ts'
import type { Answer, Root } from '../../wire/answer.ts'
import { responseContract } from '../../openapi/response-contract.ts'
import { permit } from '../../worlds/permit.ts'
import { readId } from './read-id.ts'
import { sessionRoute, type SessionContext, reading } from '../request/request-path.ts'
import { rowOf } from './row-of.ts'
import type { Routes } from './routes.ts'

/** Adds what is below `/security` and no resource of its own. Who may see it is who may see accounts. */
export function addSecurityRoutes(routes: Routes): void {
  const add = (url: string, root: Root, handle: (context: SessionContext) => Answer) =>
    routes.route({
      method: reading,
      url,
      config: responseContract(root),
      handler: sessionRoute((context) => {
        permit(context.session, enterpriseAccount.onlyFor)
        return handle(context)
      }),
    })
  add('/api/security', securityRoot, securitySettings)
  for (const part of accountParts) {
    const url = `${entityRoute(enterpriseAccount)}/${part.path}`
    add(url, part.all, (context) =>
      describeParts(part, context.world.simulation.store, rowOf(context, enterpriseAccount)),
    )
    add(`${url}/:part`, part.one, (context) =>
      describePart(
        part,
        context.world.simulation.store,
        rowOf(context, enterpriseAccount),
        readId(wordsOf(context).part, part.one.name),
      ),
    )
  }
}

const wordsOf = ({ request }: SessionContext) => request.params as { readonly part: string }
