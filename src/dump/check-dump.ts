import { readInstant } from '../clock/read-instant.ts'
import type { Sliced } from '../clock/sliced.ts'
import { firstOf, type Complaint } from '../json-schema/check.ts'
import { Place } from '../json-schema/place.ts'
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
    (yield* twice(listIn(dump, 'faults'), (fault) => fault.member('name'))) ??
    (yield* twice(sessionsIn(dump), (held) => held.member('session')?.member('id'))) ??
    firstOf<Group>(stateGroups, ({ check }) => check?.(dump.member('life'))) ??
    checkAgenda(dump)
  )
}

const listIn = (place: Place | undefined, name: string): readonly Place[] => place?.member(name)?.items() ?? []
const sessionsIn = (dump: Place) => listIn(dump.member('logons'), 'held')

/** Ids are the same without regard to case. */
function* twice(all: Iterable<Place>, idOf: (it: Place) => Place | undefined): Sliced<Complaint | undefined> {
  const seen = new Set<string>()
  for (const each of all) {
    const id = idOf(each)
    const word = id?.word.toLowerCase() ?? ''
    if (seen.has(word)) return id?.complain(`"${word}" is here twice.`)
    seen.add(word)
    yield
  }
  return undefined
}

/** What was due has happened when a dump is written. */
function checkAgenda(dump: Place): Complaint | undefined {
  const now = dump.member('clock')?.member('now')
  const instant = readInstant(now?.word ?? '')
  if (instant === undefined) return now?.complain(`found "${now.word}", which is no time.`)
  return firstOf(listIn(dump, 'agenda'), (entry) => {
    const at = entry.member('at')
    return Number(at?.value) < instant
      ? at?.complain(`found ${at.word}, which is before the clock's now; expected what is yet to be.`)
      : undefined
  })
}
