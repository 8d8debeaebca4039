import { nameOf } from '../model/names.ts'
import type { Resource } from '../model/resource.ts'
import type { Row } from '../model/shape.ts'
import type { Simulation } from '../simulation/core/simulation.ts'
import { rowWriter } from '../wire/representation.ts'

/** An entity as plain JSON. */
export interface EntityForm {
  readonly type: string
  readonly id: string
  /** `urn:veeam:<type>:<id>`. */
  readonly uid: string
  /** Its path, `/api/…`. */
  readonly href: string
  readonly name: string
  /** The ids of what it belongs to, by role. */
  readonly up: Readonly<Record<string, string | undefined>>
  /** Its members as EM's JSON has them, without links. */
  readonly fields: Readonly<Record<string, unknown>>
}

/** A row of the world as plain JSON. */
export function entityForm({ store }: Simulation, resource: Resource, row: Row): EntityForm {
  const { name: type } = resource
  const lookUp = (of: string, id: string) => store.nameOf(of, id)
  const written = rowWriter(resource, 'entity', 'v12')(row, '/api', lookUp)
  const { Links, Href, Type, UID, Name, ...fields } = JSON.parse(written) as Record<string, unknown>
  void [Links, Type, UID, Name]
  return {
    type,
    id: row.id,
    uid: `urn:veeam:${type}:${row.id}`,
    href: typeof Href === 'string' ? Href : '',
    name: nameOf(row, resource.naming, store.database),
    up: row.up,
    fields,
  }
}
