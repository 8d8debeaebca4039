import type { LinkTo } from './resource.ts'

// The forms of link that most definitions share. `here` is the resource's own path.

export const upTo = (type: string, path: string, role = type): LinkTo => ({
  rel: 'Up',
  type: `${type}Reference`,
  path: `/${path}/{${role}}`,
  name: { role },
})
/** To the entity of a parent, as what has no key leads to it (example documents). */
export const upToEntity = (type: string, path: string, role = type): LinkTo => ({
  rel: 'Up',
  type,
  path: `/${path}/{${role}}?format=Entity`,
  name: { role },
})
/** From an entity to its reference. */
export const toReference = (type: string, here: string): LinkTo => ({
  rel: 'Alternate',
  type: `${type}Reference`,
  path: `/${here}/{id}`,
  name: 'own',
})
/** From a reference to its entity. */
export const toEntity = (type: string, here: string): LinkTo => ({
  rel: 'Alternate',
  type,
  path: `/${here}/{id}?format=Entity`,
  name: 'own',
})
/** As the real server does: links to collections and actions have no Name (recordings). */
export const downTo = (type: string, path: string, rel = 'Down'): LinkTo => ({ rel, type, path })
export const actionLink = (rel: string, path: string): LinkTo => ({ rel, path })
