import type { BodySpec } from '../model/body.ts'
import { refuse } from '../model/refusal.ts'
import type { Struct, ValueOf } from '../model/shape.ts'
import { readJson } from './read-json.ts'
import { refuseAt } from './read-word.ts'
import { readXmlStruct } from './read-xml-body.ts'
import { XmlElement } from './xml-element.ts'

/**
 * Reads a request's body by the shape that would write it: an XML tree, whose elements stand in that order, or a JSON
 * object, whose names are compared without case. Links, Href and Type may stand anywhere and mean nothing, so that what
 * was read may be sent back. Throws a 400 refusal that names the place.
 * @param answersJson whether JSON is accepted; an XML body is not understood then, as the real server does (recorded).
 */
export function readBody<S extends Struct>(
  body: unknown,
  {
    name,
    names = [name],
    shape,
    isPartial = false,
    isOptional = false,
    hasAnyName = false,
  }: BodySpec<S>,
  answersJson: boolean,
): ValueOf<S> {
  if (body === undefined || body === null) {
    if (isOptional) return readJson(shape, {}, name, isPartial) as ValueOf<S>
    if (answersJson) throw refuse.noRoot()
    throw refuse.badRequest(
      `A body is expected: <${name}> as application/xml, or its members as application/json.`,
    )
  }
  if (!(body instanceof XmlElement)) return readJson(shape, body, name, isPartial) as ValueOf<S>
  if (answersJson) throw refuse.noRoot()
  const root = body.name.replace(/^.*:/, '')
  if (!hasAnyName && !names.includes(root))
    throw refuseAt(`<${root.slice(0, 100)}>`, `<${name}> is expected`)
  return readXmlStruct(shape, body, name, isPartial) as ValueOf<S>
}
