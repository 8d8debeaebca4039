import { pacePattern, readPace } from '../clock/clock.ts'
import { instantPattern } from '../clock/instant.ts'
import { readInstant } from '../clock/read-instant.ts'
import {
  array,
  constant,
  enumeration,
  id,
  instant,
  integer,
  enumerationOf,
  name,
  object,
  optional,
  readable,
  string,
} from '../json-schema/shape.ts'
import type { ShapeOf } from '../json-schema/shape-of.ts'
import { DUMP_FORMAT, DUMP_VERSION, type DumpDocument } from './dump.ts'
import { agendaShape } from '../simulation/core/event.ts'
import { shapesIn, type WrittenIn } from '../simulation/states.ts'
import { keptFaultShape } from '../faults/fault-shape.ts'
import { roles, TENANT } from '../auth/roles.ts'
import type { LogonSession, LogonsState } from '../auth/logon-sessions.ts'
import type { Database } from '../model/names.ts'
import { resources } from '../resources/index.ts'
import { registered } from './registered.ts'
import { rowShape } from './row-shape.ts'

const session = object<LogonSession>('a logon session', {
  id,
  userName: string(),
  role: enumeration(...roles, TENANT),
  tenant: optional(id),
  version: string(),
})

const databases: Readonly<Record<Database, true>> = { sqlserver: true, postgresql: true }

/** What a dump is: derived from the definitions of all resources, so that it knows every type that there is. */
export const dumpShape = (): ShapeOf<DumpDocument> => {
  const held = resources.filter(({ inside }) => inside === undefined)
  const shape: ShapeOf<DumpDocument> = object('a dump', {
    format: enumeration(DUMP_FORMAT),
    version: constant(DUMP_VERSION),
    scenario: name,
    seed: integer(0),
    database: enumerationOf(databases),
    ...shapesIn('world', registered),
    clock: object<DumpDocument['clock']>('a clock', {
      mode: readable('real, frozen or a speed such as 60x', pacePattern, readPace),
      now: readable('a time such as "2026-01-15T08:00:00Z"', instantPattern(), readInstant),
    }),
    rows: object(
      'rows by type',
      Object.fromEntries(held.map((resource) => [resource.name, optional(array(rowShape(resource)))] as const)),
    ),
    life: object<WrittenIn<'life'>>('what the world knows', shapesIn('life', registered)),
    agenda: agendaShape(registered.type),
    ...shapesIn('rest', registered),
    logons: object<LogonsState>('the logon sessions', {
      opened: integer(0),
      held: array(object<LogonsState['held'][number]>('a logon session', { session, lastSeen: instant })),
    }),
    faults: array(keptFaultShape),
  })
  return shape
}
