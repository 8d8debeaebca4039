import { list, maybe, members, name, nameIn, only, text, truth, whole, word } from '../json/shape.ts' // prettier-ignore
import type { ShapeOf } from '../json/shape-of.ts'
import { DUMP_FORMAT, DUMP_VERSION, type Dump } from './dump.ts'
import { keptFaultShape } from './fault-shape.ts'
import { roles, TENANT } from '../logon/roles.ts'
import type { LogonSession, LogonsState } from '../logon/logon-sessions.ts'
import type { Database } from '../model/names.ts'
import { resources } from '../resources/index.ts'
import { agendaShape, knownRunsShape, lifeShape, moves } from './life-shape.ts'
import { id, instant, rowShape } from './row-shape.ts'

const session = members<LogonSession>('a logon session', {
  id,
  userName: text(),
  role: word(...roles, TENANT),
  tenant: maybe(id),
  version: text(),
})

const databases: Readonly<Record<Database, true>> = { sqlserver: true, postgresql: true }

/** What a dump is: derived from the definitions of all resources, so that it knows every type that there is. */
export const dumpShape = (): ShapeOf<Dump> => {
  const held = resources.filter(({ inside }) => inside === undefined)
  return members<Dump>('a dump', {
    format: word(DUMP_FORMAT),
    version: only(DUMP_VERSION),
    scenario: name,
    seed: whole(0),
    database: nameIn(databases),
    isProvider: truth,
    clock: members<Dump['clock']>('a clock', {
      mode: text('real, frozen or a speed such as 60x', /^(real|frozen|\d+(\.\d+)?x)$/),
      now: text(
        'a time such as "2026-01-15T08:00:00Z"',
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/,
      ),
    }),
    rows: members(
      'rows by type',
      Object.fromEntries(
        held.map((resource) => [resource.name, maybe(list(rowShape(resource)))] as const),
      ),
    ),
    life: lifeShape,
    agenda: agendaShape,
    unreached: list(id),
    moves,
    knownRuns: knownRunsShape,
    logons: members<LogonsState>('the logon sessions', {
      opened: whole(0),
      held: list(
        members<LogonsState['held'][number]>('a logon session', { session, lastSeen: instant }),
      ),
    }),
    faults: list(keptFaultShape),
  })
}
