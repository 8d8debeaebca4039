import type { Action } from '../simulation/core/action.ts'
import type { Resource } from '../model/resource.ts'
import type { Root } from '../wire/answer.ts'

/** What a route answers when all is well, as far as it can be said beforehand: the OpenAPI document is derived from it. */
export type ResponseContract =
  /** One document. */
  | { readonly kind: 'document'; readonly root: Root; readonly parameters: readonly string[] }
  /** All rows of a collection, as references or as entities. */
  | { readonly kind: 'rows'; readonly resource: Resource }
  /** One row, of any of these resources, as a reference or as an entity. */
  | { readonly kind: 'row'; readonly resources: readonly [Resource, ...Resource[]] }
  | { readonly kind: 'query' }
  /** A document, and the token of a new session. */
  | { readonly kind: 'logon'; readonly root: Root }
  /** One of the documents about files, or the bytes of one. */
  | { readonly kind: 'files'; readonly roots: readonly Root[]; readonly isFile: boolean }
  | { readonly kind: 'nothing' }
  /** What comes of an action, by the word of `?action=`. */
  | {
      readonly kind: 'actions'
      readonly choices: readonly { readonly word: string | undefined; readonly action: Action }[]
    }

/** For a route that answers one document. @param parameters what its query string may say. */
export const responseContract = (root: Root, parameters: readonly string[] = []) =>
  ({ contract: { kind: 'document', root, parameters } }) as const
