import { mayBeLeftOut, type BodySpec } from '../model/body.ts'
import { errors } from '../model/api-error.ts'
import type { Struct, ValueOf } from '../model/shape.ts'
import { namedAs, Oddities, refuseAt, shown } from './oddities.ts'
import { readJson } from './read-json.ts'
import { readXmlStruct } from './read-xml-body.ts'
import { XmlElement } from './xml-element.ts'

/**
 * Reads a request's body by the shape that would write it: an XML tree or a JSON object. Links, Href and Type may stand
 * anywhere and mean nothing, so that what was read may be sent back. Throws a 400 ApiError that names the place.
 * @param answersJson whether JSON is accepted; an XML body is not understood then, as the real server does (recorded).
 * @param odd told of what EM's reader passes over or may lose; all of it is refused unless given.
 */
export function readBody<S extends Struct>(
  body: unknown,
  spec: BodySpec<S>,
  answersJson: boolean,
  odd: Oddities = new Oddities(true),
): ValueOf<S> {
  const { name, names = [name], shape, isPartial = false, hasAnyName = false } = spec
  const reading = { isPartial, odd }
  if (body === undefined || body === null) {
    if (mayBeLeftOut(spec)) return readJson(shape, {}, name, reading) as ValueOf<S>
    if (answersJson) throw errors.noRoot()
    throw errors.badRequest(`A body is expected: <${name}> as application/xml, or its members as application/json.`)
  }
  if (!(body instanceof XmlElement)) return readJson(shape, body, name, reading) as ValueOf<S>
  if (answersJson) throw errors.noRoot()
  const root = body.name.replace(/^.*:/, '')
  if (!hasAnyName && !names.includes(root)) {
    const what = `<${name}> is expected`
    if (namedAs(names, root) === undefined) throw refuseAt(`<${shown(root)}>`, what)
    odd.tell(root, `<${root}>`, what)
  }
  return readXmlStruct(shape, body, name, reading) as ValueOf<S>
}
