import type { ResponseContract } from '../openapi/response-contract.ts'

/** Where EM's clients find something, and what it answers. */
export interface Route {
  readonly method: string | string[]
  /** As the router has it: `/api/jobs/:id`, `*` for whatever path is left. */
  readonly url: string
  readonly config: { readonly contract: ResponseContract }
}
