import { nearest } from '../text/nearest.ts'
import { quoteBriefly } from '../text/quote-briefly.ts'
import type { Simulation } from '../simulation/core/simulation.ts'
import { errors } from '../model/api-error.ts'
import type { Resource } from '../model/resource.ts'
import type { Row } from '../model/shape.ts'
import { didYouMean } from '../text/did-you-mean.ts'
import { sameId } from '../store/same-id.ts'
import { readEntityId } from './entity-type.ts'

type Up = Readonly<Record<string, string>>

/** What a name says of a parent, such as `JobUid` and `JobName`: the roles that may be meant, and whether by id or name. */
interface ParentWord {
  readonly roles: readonly string[]
  readonly by: 'id' | 'name'
}

/**
 * What a name says of a parent; undefined if nothing. A name that several roles share, as `JobUid` does those of all kinds
 * of job, may mean each of them.
 */
export function parentWord({ up, query, fields }: Resource, name: string): ParentWord | undefined {
  const wanted = name.toLowerCase()
  const [, source] = Object.entries(query).find(([it]) => it.toLowerCase() === wanted) ?? []
  if (source?.of === 'roleId') return { roles: [source.role], by: 'id' }
  if (source?.of === 'roleName') return { roles: [source.role], by: 'name' }
  const [, stem, ending] = /^(.+)(uid|name)$/.exec(wanted) ?? []
  if (stem === undefined) return undefined
  const by = ending === 'uid' ? 'id' : 'name'
  const roles = Object.keys(up)
  const exact = roles.find((role) => role.toLowerCase() === stem)
  const isMember = Object.keys(fields).some((it) => it.toLowerCase() === wanted)
  // Its members say a word of a parent only together, such as JobUid and JobName.
  const isCopied = Object.keys(fields).some((it) => it.toLowerCase() === `${stem}uid`)
  if (!isMember) return exact === undefined ? undefined : { roles: [exact], by }
  const alike = isCopied ? roles.filter((role) => role.toLowerCase().endsWith(stem)) : []
  const meant = exact === undefined ? alike : [exact, ...alike.filter((it) => it !== exact)]
  return meant.length === 0 ? undefined : { roles: meant, by }
}

/** The parent that a word and its value stand for. Throws 400 ApiErrors if there is none, or several. */
export function parentCalled(
  { store }: Simulation,
  { up }: Resource,
  { word: { roles, by }, called, value }: { word: ParentWord; called: string; value: unknown },
): readonly [role: string, id: string] {
  const types = roles.map((role) => up[role] ?? '')
  const tables = roles.flatMap((role) => {
    const resource = store.register.find(up[role] ?? '')
    return resource === undefined ? [] : [{ role, resource, table: store.table(resource.name) }]
  })
  const expected = types.join(' or ')
  if (typeof value !== 'string')
    throw errors.badRequest(
      `${called}: found ${JSON.stringify(value).slice(0, 100)}, expected the ${by === 'id' ? 'id' : 'name'} of a ${expected}.`,
    )
  if (by === 'id') {
    const bare = value.replace(/^urn:veeam:\w+:/i, '')
    for (const { role, resource, table } of tables) {
      const row = table.get(readEntityId(resource, bare))
      if (row !== undefined) return [role, row.id]
    }
    throw errors.badRequest(`${called}: there is no ${expected} ${quoteBriefly(value)}.`)
  }
  const names = tables.flatMap(({ role, table }) =>
    [...table].map(({ id }) => ({ role, id, name: table.nameOf(id) ?? '' })),
  )
  const found = names.filter(({ name }) => name.toLowerCase() === value.toLowerCase())
  const [one] = found
  if (one !== undefined && found.length === 1) return [one.role, one.id]
  const near = nearest(value, new Set(names.map(({ name }) => name)))
  throw errors.badRequest(
    found.length > 1
      ? `${called}: there are ${found.length} of the name ${quoteBriefly(value)}; say which by ${called.replace(/Name$/i, 'Uid')}: ${found
          .slice(0, 10)
          .map(({ id }) => id)
          .join(', ')}.`
      : `${called}: there is no ${expected} ${quoteBriefly(value)}.${didYouMean(near)}`,
  )
}

/**
 * The given parents with those that they imply: what a job is on, its sessions are on too. Throws a 400 ApiError for
 * parents that belong to different ones.
 */
export function withImplied({ store }: Simulation, resource: Resource, given: Up): Up {
  const all: Record<string, string> = { ...given }
  for (const [role, id] of Object.entries(given)) {
    for (const [above, of] of impliedBy(store.table(resource.up[role] ?? '').get(id), resource)) {
      const before = all[above]
      if (before !== undefined && sameId(before) !== sameId(of))
        throw errors.badRequest(`The ${role} ${id} belongs to the ${above} ${of}, found ${above} ${before}.`)
      all[above] = of
    }
  }
  return all
}

/** What a parent belongs to that what is below it may belong to as well. */
const impliedBy = (parent: Row | undefined, { up }: Resource): [string, string][] =>
  Object.entries(parent?.up ?? {}).flatMap(([role, id]) =>
    id !== undefined && up[role] === role ? [[role, id] as [string, string]] : [],
  )
