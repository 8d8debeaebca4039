import { seconds } from '../../clock/duration.ts'
import type { Instant } from '../../clock/instant.ts'
import { writeInstant } from '../../clock/instant.ts'
import { nameOf, stamp } from '../../model/names.ts'
import type { EntityOf } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import { backupServer, systemSession } from '../../resources/index.ts'
import { freshId } from '../core/fresh-id.ts'
import { tableOf } from '../core/table-of.ts'
import type { Simulation } from '../core/simulation.ts'
import { reachState } from '../infrastructure/reach-state.ts'

type Session = EntityOf<typeof systemSession> & Row

/** What a collection of a server's data is called, and what its log says. */
export const collecting = {
  type: 'CollectJob',
  // As the real server does: a blank goes before the @ (documented).
  title: 'Collect Job ',
  says: [
    'Data collection has started.',
    'Connected to <server>.',
    'Jobs and sessions of <server> were read.',
    'Repositories of <server> were read.',
    'Data collection has ended.',
  ],
  lost: '<server> could not be reached: it did not answer within 60 seconds. What is shown of it is as old as the last collection that went well.',
  failed: 'Data collection has failed.',
} as const

/** Begins to collect a server's data: what EM knows of it was true before, so nothing comes of it but a session. */
export function collect(simulation: Simulation, server: string): void {
  const now = simulation.now()
  const { type, title, says } = collecting
  const id = freshId(simulation, systemSession, server, writeInstant(now))
  tableOf(simulation, systemSession).add({
    id,
    up: {},
    SessionType: type,
    CreationTimeUTC: now,
    State: 'InProgress',
    Result: { Result: 'InProgress', Message: '', IsCanceled: false },
    Name: nameOf({ of: title, at: now }, { by: 'run', of: 'of', at: 'at' }, simulation.database),
    Events: [event(now, says[0], 0)],
    ServerName: server,
  })
  simulation.runEvent({ what: 'enter', type: systemSession.name, id })
}

/** How long it takes. */
export const collectionLasts = ({ id }: Session, { chance }: Simulation) =>
  seconds(chance.of(id, 'duration').number(8, 90))

/** The session as it is when it has ended: failed if the server is not reached, or gone by now. */
export function collected(session: Session, simulation: Simulation): Session {
  const { CreationTimeUTC: since, ServerName = '' } = session
  const now = simulation.now()
  const server = [...tableOf(simulation, backupServer)].find(({ Name }) => Name === ServerName)
  const isLost = server === undefined || simulation.state(reachState).unreached.has(server.id)
  const { says, lost, failed } = collecting
  const lines: readonly string[] = isLost ? [says[0], lost, failed] : says
  const State = isLost ? 'Failed' : 'CompletedSuccessfully'
  const tell = (words: string) => words.replaceAll('<server>', ServerName)
  return {
    ...session,
    EndTimeUTC: now,
    State,
    Result: { Result: State, Message: isLost ? tell(lost) : '', IsCanceled: false },
    Events: lines.map((words, n) =>
      event(stamp(since + ((now - since) * n) / (lines.length - 1), simulation.database), tell(words), n),
    ),
  }
}

const event = (CreationTimeUTC: Instant, Message: string, n: number) => ({
  CreationTimeUTC,
  Message,
  Order: n + 1,
})
