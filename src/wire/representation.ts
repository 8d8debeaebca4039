import type { Resource } from '../model/resource.ts'
import type { Row } from '../model/shape.ts'
import { entityShape, referenceShape } from './documents.ts'
import { linksOf, pathOf, type LookUp } from './links.ts'
import { jsonWriter, type Dialect } from './write-json.ts'
import { xmlWriter } from './write-xml.ts'

/** The two forms in which a row is sent: whole, or as a reference to it. */
export type Form = 'entity' | 'reference'
export type Language = 'xml' | Dialect

/** Writes a row in one form and language. `base` is the URL of `/api`. */
export type WriteRow = (row: Row, base: string, lookUp: LookUp) => string

const written = new Map<string, WriteRow>()

/** The writer for rows of a resource, compiled when first asked for. */
export function rowWriter(resource: Resource, form: Form, language: Language): WriteRow {
  const key = `${resource.name} ${form} ${language}`
  let write = written.get(key)
  if (write === undefined) written.set(key, (write = compile(resource, form, language)))
  return write
}

function compile(resource: Resource, form: Form, language: Language): WriteRow {
  const isEntity = form === 'entity'
  const shape = isEntity ? entityShape(resource) : referenceShape(resource)
  const element = isEntity ? (resource.element ?? resource.name) : 'Ref'
  const write = language === 'xml' ? xmlWriter(element, shape) : jsonWriter(shape, language)
  const links = linksOf(isEntity ? resource.links : resource.referenceLinks, resource)
  const Type = isEntity ? resource.name : `${resource.name}Reference`
  // As the real server does: an entity's own Href asks for the entity (recorded).
  const ending = isEntity ? '?format=Entity' : ''
  const pathTo = pathOf(`/${resource.path}/{id}${ending}`)
  return (row, base, lookUp) => {
    const Name = lookUp(resource.name, row.id) ?? ''
    const envelope = {
      Name,
      UID: row.id,
      Links: links(row, Name, lookUp),
      Href: pathTo(row, row.id),
      Type,
    }
    return write(isEntity ? { ...row, ...envelope } : envelope, base)
  }
}
