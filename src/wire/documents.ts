import type { Keyless, Resource } from '../model/resource.ts'
import {
  attribute,
  enumeration,
  href,
  links,
  list,
  numeric,
  onlyJson,
  optional,
  rows,
  struct,
  text,
  uid,
  type Fields,
  type Rows,
  type Struct,
} from '../model/shape.ts'

/** The shapes of what is no entity. Orders of members and attributes are recorded ones. */

const entityAttributes = ['Href', 'Type', 'Name', 'UID']

/** The full form of an entity: its own members, then those of the base class. */
const entityShape = (resource: Resource): Struct =>
  struct(
    {
      ...resource.fields,
      Name: attribute(text()),
      UID: attribute(uid(resource.name)),
      Links: links(),
      Href: attribute(href()),
      Type: attribute(enumeration(resource.name)),
    },
    entityAttributes,
  )

/** The short form. */
const referenceShape = (resource: Resource): Struct =>
  struct(
    {
      Links: links(),
      UID: attribute(uid(resource.name)),
      Name: attribute(text()),
      Href: attribute(href()),
      Type: attribute(enumeration(`${resource.name}Reference`)),
    },
    ['UID', 'Name', 'Href', 'Type'],
  )

/** A row of the resource in that form; what has no key has one for both. */
export const formShape = (resource: Resource, form: 'reference' | 'entity'): Struct =>
  resource.keyless !== undefined
    ? keylessShape(resource, resource.keyless)
    : form === 'entity'
      ? entityShape(resource)
      : referenceShape(resource)

const keylessShape = (resource: Resource, { type }: Keyless): Struct =>
  struct({
    ...resource.fields,
    Links: resource.links.length > 0 ? links() : onlyJson(null),
    Href: attribute(href()),
    Type: type === null ? onlyJson(null) : attribute(text()),
  })

/** The one form of a resource that has no key: its own members, then those of the base class. */
export const resourceShape = (fields: Fields): Struct =>
  struct({ ...fields, Links: links(), Href: attribute(href()), Type: attribute(text()) })

export const errorShape = struct(
  {
    FirstChanceExceptionMessage: optional(text()),
    Message: attribute(text()),
    StackTrace: onlyJson(null),
    Status: onlyJson(null),
    StatusCode: attribute(numeric()),
  },
  ['Message', 'StatusCode'],
)

export const enterpriseManagerShape = struct({
  SupportedVersions: list('SupportedVersion', struct({ Links: links(), Name: attribute(text()) })),
  Links: links(),
  Href: onlyJson(null),
  Type: onlyJson(null),
})

export const logonSessionShape = struct(
  {
    UserName: text(),
    SessionId: text(),
    Links: links(),
    Href: attribute(href()),
    Type: attribute(text()),
  },
  ['Href', 'Type'],
)

export const logonSessionsShape = list('LogonSession', logonSessionShape)

export const queryServiceShape = struct({ Links: links(), Href: attribute(href()), Type: attribute(text()) }, [
  'Href',
  'Type',
])

/** Which page of how many: of a query, and of a folder. */
export const pagingInfo = struct({
  Links: links(),
  PageNum: attribute(numeric()),
  PageSize: attribute(numeric()),
  PagesCount: attribute(numeric()),
})

/** What no page documents: its container is there, and null (recorded on 12 and 13). */
const undocumented = [{ container: 'VmCdpReplicas', place: 47 }]

/** The containers of `Entities`, in EM's order. */
export const containersOf = (resources: readonly Resource[]): readonly string[] =>
  [...resources, ...undocumented]
    .flatMap(({ container, place }) => (container === undefined || place === undefined ? [] : [{ container, place }]))
    .sort((a, b) => a.place - b.place)
    .map(({ container }) => container)

/**
 * Entities of a query: every container is there, all but the asked one null (recorded on 12 and 13). One whose place is
 * not known is there only where it is asked for.
 */
const entitiesShape = ({ container = '', plural }: Resource, containers: readonly string[]): Struct =>
  struct({
    ...Object.fromEntries(containers.map((name) => [name, onlyJson(null)])),
    [container]: rows(plural),
  })

/** @param containers those of `Entities`, as `containersOf` has them. */
export function queryResultShape(
  resource: Resource,
  format: 'references' | 'entities',
  containers: readonly string[],
): Struct {
  const asked = resource.keyless !== undefined ? 'Resources' : format === 'references' ? 'Refs' : 'Entities'
  const { container = '', plural } = resource
  return struct({
    Refs: asked === 'Refs' ? rows('Refs') : onlyJson(null),
    Entities: asked === 'Entities' ? entitiesShape(resource, containers) : onlyJson(null),
    Resources: asked === 'Resources' ? struct({ [container]: rows(plural) }) : onlyJson(null),
    Links: onlyJson(null),
    PagingInfo: pagingInfo,
  })
}

/** The root of a collection: references, or the entities under their own plural; what has no key has a list of its own. */
export const listShape = (
  resource: Resource,
  form: 'reference' | 'entity',
): { readonly name: string; readonly shape: Rows } =>
  form === 'reference' && resource.keyless === undefined
    ? { name: 'EntityReferences', shape: rows('Refs') }
    : {
        name: resource.keyless?.list ?? resource.roots?.list ?? resource.plural,
        shape: rows(resource.plural),
      }
