import type { Resource } from '../model/resource.ts'
import type { Row } from '../model/shape.ts'
import { formShape } from './documents.ts'
import { linksOf, pathOf, type LookUp, type PathOf } from './links.ts'
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
  const isEntity = form === 'entity' || resource.keyless !== undefined
  const shape = formShape(resource, form)
  const element = isEntity ? (resource.element ?? resource.name) : 'Ref'
  const write = language === 'xml' ? xmlWriter(element, shape) : jsonWriter(shape, language)
  const links = linksOf(isEntity ? resource.links : resource.referenceLinks, resource)
  const Type = isEntity ? (resource.keyless?.type ?? resource.name) : `${resource.name}Reference`
  // As the real server does: an entity's own Href asks for the entity (recorded).
  const ending = isEntity && resource.keyless === undefined ? '?format=Entity' : ''
  const hrefOf = firstOf(
    [resource.path, ...(resource.aliases ?? [])].map((path) => pathOf(`/${path}/{id}${ending}`, resource)),
  )
  return (row, base, lookUp) => {
    const Name = lookUp(resource.name, row.id) ?? ''
    const envelope = {
      Name,
      UID: row.id,
      Links: links(row, Name, lookUp),
      Href: hrefOf(row, row.id),
      Type,
    }
    return write(isEntity ? { ...row, ...envelope } : envelope, base)
  }
}

/** The first path whose parents a row has. */
function firstOf(paths: readonly PathOf[]): PathOf {
  const [only] = paths
  if (only !== undefined && paths.length === 1) return only
  return (row, id) => {
    for (const path of paths) {
      const href = path(row, id)
      if (href !== undefined) return href
    }
    return undefined
  }
}
