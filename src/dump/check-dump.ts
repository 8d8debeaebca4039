import { readInstant } from '../clock/read-instant.ts'
import type { Sliced } from '../clock/sliced.ts'
import { firstOf, type Complaint } from '../json-schema/check.ts'
import { Place } from '../json-schema/place.ts'
import { twice } from '../json-schema/twice.ts'
import type { Group } from '../simulation/core/state.ts'
import { stateGroups } from '../simulation/states.ts'

/** The first thing in a dump of the right shape that another part of it does not bear out; nothing if all is well. */
export function* checkDump(value: unknown): Sliced<Complaint | undefined> {
  const dump = new Place(value)
  for (const [, rows] of dump.member('rows')?.entries() ?? []) {
    const complaint = yield* twice(rows.each(), (row) => row.member('id'))
    if (complaint !== undefined) return complaint
  }
  for (const [, pairs] of dump.member('life')?.entries() ?? []) {
    const complaint = yield* twice(pairs.each(), (pair) => pair.items()[0])
    if (complaint !== undefined) return complaint
  }
  return (
    (yield* twice(dump.list('faults'), (fault) => fault.member('name'))) ??
    (yield* twice(dump.member('logons')?.list('held') ?? [], (held) => held.member('session')?.member('id'))) ??
    firstOf<Group>(stateGroups, ({ check }) => check?.(dump.member('life'))) ??
    checkAgenda(dump)
  )
}

/** What was due has happened when a dump is written. */
function checkAgenda(dump: Place): Complaint | undefined {
  const now = dump.member('clock')?.member('now')
  const instant = readInstant(now?.word ?? '')
  if (instant === undefined) return now?.complain(`found "${now.word}", which is no time.`)
  return firstOf(dump.list('agenda'), (entry) => {
    const at = entry.member('at')
    return Number(at?.value) < instant
      ? at?.complain(`found ${at.word}, which is before the clock's now; expected what is yet to be.`)
      : undefined
  })
}
