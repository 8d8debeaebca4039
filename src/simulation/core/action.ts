import { editable, type BodySpec, type Editable, type Edited } from '../../model/body.ts'
import {
  attribute,
  struct,
  text,
  uid,
  type Fields,
  type Shape,
  type Struct,
  type Text,
  type ValueOf,
} from '../../model/shape.ts'
import { errors, type ApiError } from '../../model/api-error.ts'
import type { EntityOf, Resource } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import { findRow } from './find-row.ts'
import type { Simulation } from './simulation.ts'

/** Something that a client may have done, and what it is done to and with. */
export interface Doing<Body = unknown> {
  readonly simulation: Simulation
  /** The id of the logon session that asked. */
  readonly logon: string
  /** What stands in the path for each of its holes, and its parameters if they are given. */
  readonly keys: Readonly<Record<string, string>>
  readonly body: Body
  /** The row that stands in the path's hole of the resource's name. Throws a 404 ApiError if it is gone by now. */
  readonly row: <R extends Resource>(resource: R) => EntityOf<R> & Row
  /** Says that EM passes over something in the body, which stands at that path. Throws the ApiError if the server is strict. */
  readonly passOver: (path: string, error: () => ApiError) => void
}

/** What came of it. */
export interface Done {
  /** What the task says of it; `Ok` if not given, nothing if null. */
  readonly message?: string | null
  /** What came into being or is under way, by type: the task leads there. */
  readonly related?: Readonly<Record<string, readonly string[]>>
  /** Where what was made is found, below `/api`: its Location. */
  readonly made?: string
  /** What the task belongs to now, so that its links can be made. */
  readonly up?: Readonly<Record<string, string>>
  /** What is in the document that is answered. */
  readonly value?: unknown
}

/** An operation that changes the world, as data about it and what it does. */
export interface Action<Body = unknown, Checked = unknown> {
  readonly method: 'POST' | 'PUT' | 'DELETE'
  /** Below `/api`, a hole for each resource that it is about: `/jobs/{Job}/includes/{ObjectInJob}`. */
  readonly path: string
  /** `start` of `?action=start`. */
  readonly action?: string
  /** Parameters that it reads too; they are among the keys, by these names. */
  readonly parameters?: readonly string[]
  /** Other paths for the same, with the same holes; with `?action=` only if they say so themselves. */
  readonly aliases?: readonly string[]
  readonly body?: BodySpec
  /** What its task is called, if it is answered by one (202); it is done at once if not. */
  readonly task?: string
  /** The document that is answered, if one is. */
  readonly document?: { readonly name: string; readonly shape: Shape }
  /** What is answered, where that is not 202 with a task, 200 with a document, or else 204; 201 alone says where what was made is. */
  readonly status?: number
  /** What is answered if the row of the path's last hole is not there; 404 if not given. */
  readonly statusIfGone?: number
  /** The roles that may; administrators alone if not given. */
  readonly onlyFor?: readonly string[]
  /** A provider's tenant may do it to what is its own. */
  readonly tenantsToo?: true
  /** Throws the ApiError that becomes the answer, before anything is begun: what EM forbids. What it returns, `act` is given. */
  readonly check?: (doing: Doing<Body>) => Checked
  /** Does it, wholly or not at all. What it throws as an error fails its task. */
  readonly act: (doing: Doing<Body>, checked: Checked) => Done
}

interface Described<S extends Struct, Checked> extends Omit<Action<ValueOf<S>, Checked>, 'body'> {
  readonly body?: BodySpec<S>
}

/** Says what an operation does; its body's shape says what it is given, its check what it works out of that. */
export const action = <const S extends Struct, Checked>(described: Described<S, Checked>): Action =>
  described as unknown as Action

/** Does what an action says, as the world is now. Throws the errors of both its parts; nothing has changed then. */
export const carryOut = ({ check, act }: Action, doing: Doing): Done => act(doing, check?.(doing))

/** Every role there is, for what all of them may (em_rest authentication_and_security). */
export const everyone = ['Portal Administrator', 'Portal User', 'Restore Operator']

/** Names an action for good: what waits to be done is written down with it. */
export const keyOfAction = ({ method, path, action = '' }: Action): string => `${method} ${path}?${action}`

/** Everywhere that an operation can be asked for: the path, and what `?action=` says there. */
export const placesOf = ({ path, action, aliases = [] }: Action) => [
  { path, word: action },
  ...aliases.map((alias) => {
    const [path = '', word] = alias.split('?action=')
    return { path, word }
  }),
]

/** What an operation is done to and with, at any time. */
export function doingOf(
  simulation: Simulation,
  logon: string,
  keys: Readonly<Record<string, string>>,
  body: unknown,
  passOver: Doing['passOver'] = () => {},
): Doing {
  return {
    simulation,
    logon,
    keys,
    body,
    passOver,
    row(resource) {
      const key = keys[resource.name] ?? ''
      const row = findRow(simulation, resource, key, { keys, logon })
      if (row === undefined) throw errors.notFound(resource.name, key)
      return row
    },
  }
}

/** The attribute that entities are named by. */
type Named = Readonly<Record<'Name', Text>>

/** The body of an edit: the entity itself, as it was read or only what is to change of it. */
export function editOf<R extends Resource, const C extends Editable<R['fields'] & Named>>(
  resource: R,
  changes: C,
): BodySpec<Struct> & {
  readonly shape: Struct & { readonly is?: Edited<R['fields'] & Named, C> }
} {
  const fields: Fields = {
    ...resource.fields,
    ...('Name' in resource.fields && { Name: attribute(text()) }),
    UID: attribute(uid(resource.name)),
    VmDisplayName: attribute(text()),
  }
  return {
    name: resource.roots?.one ?? resource.element ?? resource.name,
    shape: struct(editable(fields, changes as Editable<Fields>)),
    isPartial: true,
  }
}
